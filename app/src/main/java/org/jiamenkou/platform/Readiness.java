package org.jiamenkou.platform;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * What a node still waits for before it may be sent people: migration, loading, the search index. Safe for use by many
 * threads; a part that became ready may fall back (the search index lost its database).
 */
public final class Readiness {
    private final Set<String> waiting = new ConcurrentSkipListSet<>();

    /** @param parts expected from the first moment, so that nobody sees "ready" before they were heard of */
    public Readiness(String... parts) {
        for (String part : parts) {
            expect(part);
        }
    }

    /** Also of a part that fell back. Why stands in the log: what a node waits for is everybody's to read, what went wrong is not. */
    public void expect(String part) {
        waiting.add(part);
    }

    public void ready(String part) {
        waiting.remove(part);
    }

    public boolean isReady() {
        return waiting.isEmpty();
    }

    /** The parts, in the order of their names. */
    public List<String> waitingFor() {
        return List.copyOf(waiting);
    }
}
