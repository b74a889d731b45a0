package org.jiamenkou.queue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.web.TestResidents;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.SlotMaking;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings over the pages, as residents and workers send them. */
@Tag("slow")
class BookingPagesTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final String PAGE = "/services/social-security-card/book";
    private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([0-9a-f-]{36})\"(?! disabled)[^>]*>");
    private static final Pattern CODE = Pattern.compile("/bookings/([2-9A-HJ-NP-Z]{8})");

    private static final LocalDate TOMORROW =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);

    private final TestApp app = TestApp.shared();

    private String centre() {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("select q.code from queue.places q join queue.slot_plans p on p.place_id = q.id"
                                        + " where q.kind = 'CENTRE' limit 1")
                                .query(String.class)
                                .single());
    }

    private static String firstSlot(String html) {
        Matcher slot = SLOT.matcher(html);
        while (slot.find()) {
            if (!html.substring(slot.start(), slot.end()).contains("disabled")) {
                return slot.group(1);
            }
        }
        throw new AssertionError("no free slot on the page");
    }

    private static HttpResponse<String> book(Visitor visitor, String page, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.putIfAbsent("whom", "me");
        return visitor.post(page, PAGE, all);
    }

    private static String codeOf(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as(answer.body().replaceAll("(?s).*<main", ""))
                .isEqualTo(303);
        Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void aResidentBooksChangesAndCancels() {
        Visitor resident = TestResidents.signedIn(app, "周桂英", "13900010001");
        String page = PAGE + "?place=" + centre() + "&day=" + TOMORROW;
        String code = codeOf(
                book(resident, page, Map.of("slot", firstSlot(resident.get(page).body()))));
        String receipt = resident.get("/bookings/" + code).body();
        assertThat(receipt).contains(code, "data:image/svg+xml").doesNotContain("周桂英");
        assertThat(resident.get("/bookings/" + code + "/calendar.ics").body()).contains("BEGIN:VEVENT", code);
        assertThat(resident.get("/me").body()).contains("/bookings/" + code);
        HttpResponse<String> twice =
                book(resident, page, Map.of("slot", firstSlot(resident.get(page).body())));
        assertThat(twice.statusCode()).as("one booking of an item at once").isEqualTo(422);
        String change = "/bookings/" + code + "/change";
        Matcher later = SLOT.matcher(resident.get(change).body());
        String slot = "";
        for (int i = 0; i < 3 && later.find(); i++) {
            slot = later.group(1);
        }
        String moved = codeOf(resident.post(change, change, Map.of("slot", slot)));
        assertThat(moved).isNotEqualTo(code);
        assertThat(resident.post("/bookings/" + moved + "/cancel", "/bookings/" + moved + "/cancel", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(count("queue.bookings where code in ('" + code + "', '" + moved + "') and state = 'BOOKED'"))
                .isZero();
    }

    @Test
    void whoeverHasTheCodeNeedsTheDigitsOfThePhoneToCancel() {
        Visitor resident = TestResidents.signedIn(app, "钱大明", "13900014321");
        String page = PAGE + "?place=" + centre() + "&day=" + TOMORROW;
        String code = codeOf(
                book(resident, page, Map.of("slot", firstSlot(resident.get(page).body()))));
        Visitor stranger = Visitor.at(app.url());
        String cancel = "/bookings/" + code + "/cancel";
        assertThat(stranger.post(cancel, cancel, Map.of("digits", "0000")).statusCode())
                .isEqualTo(422);
        assertThat(count("queue.bookings where code = '" + code + "' and state = 'BOOKED'"))
                .isEqualTo(1);
        assertThat(stranger.post(cancel, cancel, Map.of("digits", "4321")).statusCode())
                .isEqualTo(303);
        assertThat(count("queue.bookings where code = '" + code + "' and state = 'CANCELLED'"))
                .isEqualTo(1);
    }

    @Test
    void aWorkerBooksForSomebodyOnThePhone() {
        Visitor worker = Visitor.staff("wang");
        String form = "/desk/bookings/new?place=" + centre() + "&item=social-security-card&day=" + TOMORROW;
        HttpResponse<String> answer = worker.post(
                form,
                "/desk/bookings/new",
                Map.of(
                        "slot", firstSlot(worker.get(form).body()),
                        "name", "吴老伯",
                        "phone", "021-5550 8899",
                        "channel", "PHONE"));
        String code = codeOf(answer);
        assertThat(count("queue.bookings where code = '" + code + "' and channel = 'PHONE'"))
                .isEqualTo(1);
        assertThat(worker.get("/desk/bookings?place=" + centre() + "&q=021-55508899")
                        .body())
                .contains(code);
        assertThat(Visitor.staff("zhao").get("/desk/bookings?place=" + centre()).statusCode())
                .isEqualTo(404);
    }

    /** A rush: 500 people, 30 places, second zero. */
    @Test
    void aRushGivesThirtyPlacesToThirtyAndEverybodyElseAnAlternative() throws Exception {
        String slot = thirtyPlaces();
        String page = PAGE + "?place=" + centre();
        List<Callable<HttpResponse<String>>> presses = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Visitor one = TestResidents.signedIn(app, "抢号示例", "137" + (10_000_000 + i));
            presses.add(() -> book(one, page, Map.of("slot", slot)));
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (ExecutorService rush = Executors.newFixedThreadPool(64)) {
            for (Future<HttpResponse<String>> answer : rush.invokeAll(presses)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers.stream().filter(one -> one.statusCode() == 303)).hasSize(30);
        assertThat(answers.stream().filter(one -> one.statusCode() == 422))
                .hasSize(470)
                .allSatisfy(refused -> assertThat(refused.body()).contains("id=\"nearest\""));
        assertThat(count("queue.bookings where slot_id = '" + slot + "' and state = 'BOOKED'"))
                .isEqualTo(30);
        assertThat(count("queue.slots where id = '" + slot + "' and taken = 30"))
                .isEqualTo(1);
    }

    /** A slot of a day on which thirty-one are received, one of them kept for priority. */
    private String thirtyPlaces() {
        JdbcClient sql = app.bean(JdbcClient.class);
        LocalDate day = TOMORROW.plusDays(8);
        String plan = "select p.id from queue.slot_plans p join queue.places q on q.id = p.place_id"
                + " join catalogue.items i on i.id = p.item_id where q.kind = 'CENTRE' and i.slug = 'social-security-card'";
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> sql.sql("insert into queue.plan_exceptions (subdistrict_id, plan_id, day, area_id,"
                                        + " capacity, reason, entered_by, entered_at) select subdistrict_id, id, :day, area_id, 31, 'test',"
                                        + " 'test', now() from queue.slot_plans where id = (" + plan
                                        + ") on conflict do nothing")
                                .param("day", day)
                                .update());
        app.bean(SlotMaking.class)
                .make(app.bean(QueuePlaces.class)
                        .findByCode(centre())
                        .orElseThrow()
                        .id());
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> sql.sql(
                                        "select id::text from queue.slots where day = :day and state = 'OPEN' and taken = 0"
                                                + " and plan_id = (" + plan + ") order by starts_at limit 1")
                                .param("day", day)
                                .query(String.class)
                                .single());
    }

    private long count(String what) {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("select count(*) from " + what)
                                .query(Long.class)
                                .single());
    }
}
