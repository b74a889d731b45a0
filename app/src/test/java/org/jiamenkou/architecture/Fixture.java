package org.jiamenkou.architecture;

import java.util.LinkedHashMap;
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
 * @param effect SQL that counts the rows the request makes; null for requests that only read
 */
record Fixture(
        String route, String path, Audience audience, String formPage, Map<String, String> fields, String effect) {
    /** Who may make the request: everybody, or these demo accounts. */
    sealed interface Audience {
        record Everybody() implements Audience {}

        record Staff(Set<String> logins) implements Audience {}
    }

    static final Set<String> ALL_STAFF = Set.of("chen", "li", "wang", "zhao", "sun", "zhou", "wu", "zheng", "qian");

    static Fixture open(String pattern, String path) {
        return new Fixture("GET " + pattern, path, new Audience.Everybody(), "", Map.of(), null);
    }

    static Fixture staffPage(String pattern, String path, Set<String> logins) {
        return new Fixture("GET " + pattern, path, new Audience.Staff(logins), "", Map.of(), null);
    }

    static Fixture write(String pattern, String path, Set<String> logins, String effect, String... fields) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            typed.put(fields[i], fields[i + 1]);
        }
        return new Fixture("POST " + pattern, path, new Audience.Staff(logins), path, typed, effect);
    }

    boolean writes() {
        return route.startsWith("POST");
    }
}
