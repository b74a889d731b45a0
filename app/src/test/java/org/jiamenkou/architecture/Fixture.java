package org.jiamenkou.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A valid request for a route, and who may make it.
 *
 * @param route method and pattern, {@code GET /stations/{code}}
 * @param path the address of the valid request
 * @param audience who may
 * @param formPage where the form stands, for POST
 * @param fields what is typed
 * @param effect SQL that counts the rows the request makes; empty for requests that only read
 */
record Fixture(
        String route,
        String path,
        Audience audience,
        String formPage,
        List<Map.Entry<String, String>> fields,
        String effect) {
    /** Who may make the request: everybody, or these demo accounts. */
    sealed interface Audience {
        record Everybody() implements Audience {}

        record Staff(Set<String> logins) implements Audience {}
    }

    static final Set<String> ALL_STAFF =
            Set.of("chen", "li", "wang", "zhao", "sun", "zhou", "wu", "zheng", "qian", "he");

    static Fixture open(String pattern, String path) {
        return new Fixture("GET " + pattern, path, new Audience.Everybody(), "", List.of(), "");
    }

    static Fixture staffPage(String pattern, String path, Set<String> logins) {
        return new Fixture("GET " + pattern, path, new Audience.Staff(logins), "", List.of(), "");
    }

    /** A form of a staff page; {@code fields} are names and values in turn. */
    static Fixture write(String pattern, String path, Set<String> logins, Form form) {
        return new Fixture(
                "POST " + pattern, path, new Audience.Staff(logins), form.page(), form.pairs(), form.effect());
    }

    /** A form that everybody may send and that changes nothing here. */
    static Fixture openForm(String pattern, String... fields) {
        return new Fixture(
                "POST " + pattern, pattern, new Audience.Everybody(), "/sign-in", pairs(List.of(fields)), "");
    }

    /** Where a form stands, what it makes, and what is typed into it. */
    record Form(String page, String effect, List<String> fields) {
        Form(String page, String effect, String... fields) {
            this(page, effect, List.of(fields));
        }

        List<Map.Entry<String, String>> pairs() {
            return Fixture.pairs(fields);
        }
    }

    private static List<Map.Entry<String, String>> pairs(List<String> fields) {
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += 2) {
            typed.add(Map.entry(fields.get(i), fields.get(i + 1)));
        }
        return typed;
    }

    boolean writes() {
        return route.startsWith("POST");
    }
}
