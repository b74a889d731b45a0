package org.jiamenkou.platform.changes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * How often each module has changed since this node started. A derived copy remembers the version it was made at and is
 * stale when the number has moved.
 */
@Component
public final class ChangeVersions {
    private final ConcurrentHashMap<String, AtomicLong> moves = new ConcurrentHashMap<>();

    void moved(String module) {
        moves.computeIfAbsent(module, m -> new AtomicLong()).incrementAndGet();
    }

    /** A number that grows whenever one of these modules changes. */
    public long of(Set<String> modules) {
        long sum = 0;
        for (String module : modules) {
            AtomicLong count = moves.get(module);
            sum += count == null ? 0 : count.get();
        }
        return sum;
    }
}
