package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route has a fixture. Who may is answered and, where the request writes, its effect is in the database; who may not gets
 * 404 (or is led to sign in) and no row changes. Every role is tried on its own and on another area.
 */
@Tag("slow")
class RouteTest {
    private static final SystemScope TEST = new SystemScope("test");
    /** Answers of Spring itself. */
    private static final Set<String> NOT_OURS = Set.of("GET /error", "POST /error", " /error");

    private final TestApp app = TestApp.shared();

    @Test
    void every_route_has_a_fixture() {
        Set<String> routes = new TreeSet<>();
        app.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> routes.addAll(names(info)));
        routes.removeAll(NOT_OURS);
        assertThat(routes).hasSizeGreaterThan(8);
        Set<String> fixtures =
                Fixtures.all(app).stream().map(Fixture::route).collect(Collectors.toCollection(TreeSet::new));
        assertThat(fixtures).isEqualTo(routes);
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> patterns = info.getPatternValues();
        Set<String> names = new TreeSet<>();
        for (String pattern : patterns) {
            if (info.getMethodsCondition().getMethods().isEmpty()) {
                names.add(" " + pattern);
            }
            info.getMethodsCondition().getMethods().forEach(method -> names.add(method + " " + pattern));
        }
        return names;
    }

    @Test
    void open_pages_answer_everybody_in_both_languages_and_make_no_session() {
        for (Fixture fixture : Fixtures.all(app)) {
            if (fixture.audience() instanceof Fixture.Audience.Everybody && !fixture.writes()) {
                String joint = fixture.path().contains("?") ? "&" : "?";
                for (String more : List.of("", joint + "lang=en", joint + "mode=elder")) {
                    Visitor visitor = Visitor.anonymous();
                    HttpResponse<String> answer = visitor.get(fixture.path() + more);
                    assertThat(answer.statusCode()).as(fixture.path() + more).isEqualTo(200);
                    assertThat(visitor.cookie("JMK_SESSION")).as(fixture.path()).isNull();
                }
            }
        }
    }

    @Test
    void staff_pages_lead_strangers_to_sign_in() {
        for (Fixture fixture : Fixtures.all(app)) {
            if (fixture.audience() instanceof Fixture.Audience.Staff && !fixture.writes()) {
                HttpResponse<String> answer = Visitor.anonymous().get(fixture.path());
                assertThat(answer.statusCode()).as(fixture.path()).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in");
            }
        }
    }

    @Test
    void open_forms_are_answered() {
        for (Fixture fixture : Fixtures.all(app)) {
            if (fixture.audience() instanceof Fixture.Audience.Everybody && fixture.writes()) {
                HttpResponse<String> answer =
                        Visitor.anonymous().postAll(fixture.formPage(), fixture.path(), fixture.fields());
                assertThat(answer.statusCode()).as(fixture.route()).isIn(302, 303, 422);
            }
        }
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        for (Fixture fixture : Fixtures.all(app)) {
            if (fixture.writes()
                    && !fixture.effect().isEmpty()
                    && fixture.audience() instanceof Fixture.Audience.Staff(Set<String> may)) {
                int before = count(fixture);
                HttpResponse<String> answer =
                        Visitor.staff(may.iterator().next()).forge(fixture.path(), fixture.fields());
                assertThat(answer.statusCode()).as(fixture.route()).isEqualTo(403);
                assertThat(count(fixture)).as(fixture.route()).isEqualTo(before);
            }
        }
    }

    @Test
    void each_role_reaches_what_is_its_own_and_nothing_else() {
        Map<String, Visitor> staff = new TreeMap<>();
        Fixture.ALL_STAFF.forEach(login -> staff.put(login, Visitor.staff(login)));
        for (Fixture fixture : Fixtures.all(app)) {
            if (fixture.audience() instanceof Fixture.Audience.Staff(Set<String> may)) {
                staff.forEach((login, visitor) -> tryOne(fixture, may, login, visitor));
            }
        }
    }

    private void tryOne(Fixture fixture, Set<String> may, String login, Visitor visitor) {
        String what = login + " " + fixture.route();
        if (!fixture.writes()) {
            assertThat(visitor.get(fixture.path()).statusCode()).as(what).isEqualTo(may.contains(login) ? 200 : 404);
            return;
        }
        int before = count(fixture);
        if (may.contains(login)) {
            HttpResponse<String> answer = visitor.postAll(fixture.formPage(), fixture.path(), fieldsOf(fixture, login));
            assertThat(answer.statusCode()).as(what).isEqualTo(303);
            assertThat(count(fixture)).as(what).isGreaterThan(before);
        } else {
            HttpResponse<String> answer = visitor.force(fixture.path(), fixture.fields());
            assertThat(answer.statusCode()).as(what).isIn(403, 404);
            assertThat(count(fixture)).as(what).isEqualTo(before);
        }
    }

    /**
     * {@code {login}} in a value makes what several people enter in turn their own, {@code {place}} is a division within reach of
     * whoever enters it.
     */
    private static List<Map.Entry<String, String>> fieldsOf(Fixture fixture, String login) {
        return fixture.fields().stream()
                .map(field -> Map.entry(
                        field.getKey(),
                        field.getValue()
                                .replace("{login}", login)
                                .replace("{place}", login.equals("zhao") ? "310115008000" : Fixtures.COMMITTEE)))
                .toList();
    }

    private int count(Fixture fixture) {
        if (fixture.effect().isEmpty()) {
            return 0;
        }
        JdbcClient sql = app.bean(JdbcClient.class);
        return app.bean(Scoped.class)
                .read(TEST, () -> sql.sql(fixture.effect()).query(Integer.class).single());
    }
}
