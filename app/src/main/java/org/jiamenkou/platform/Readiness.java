package org.jiamenkou.platform;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What a node still waits for before it may be sent people: migration, loading, the search index. Safe for use by many
 * threads; a part that became ready may fall back (the search index lost its database).
 */
public final class Readiness {
    private final Map<String, String> waiting = new ConcurrentSkipListMap<>();

    /** @param parts expected from the first moment, so that nobody sees "ready" before they were heard of */
    public Readiness(String... parts) {
        for (String part : parts) {
            expect(part);
        }
    }

    public void expect(String part) {
        waiting.putIfAbsent(part, "");
    }

    public void ready(String part) {
        waiting.remove(part);
    }

    public void notReady(String part, String why) {
        waiting.put(part, why);
    }

    public boolean isReady() {
        return waiting.isEmpty();
    }

    /** Part to reason, in the order of their names; the reason is empty while the part is merely not done yet. */
    public Map<String, String> waitingFor() {
        return Collections.unmodifiableMap(new TreeMap<>(waiting));
    }
}
