package org.jiamenkou.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a node still waits for before it counts as ready. */
public final class Readiness {
    private final Map<String, String> waiting = new ConcurrentSkipListMap<>();

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

    public Map<String, String> waitingFor() {
        return Map.copyOf(waiting);
    }
}
