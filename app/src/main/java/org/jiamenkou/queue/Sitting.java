package org.jiamenkou.queue;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A worker at a counter.
 *
 * @param classes what the worker can do of what the counter takes; empty for all
 * @param helpWanted the silent button was pressed
 */
public record Sitting(
        UUID id,
        UUID counter,
        UUID accountId,
        String worker,
        Set<String> classes,
        Instant since,
        boolean paused,
        boolean helpWanted) {
    public Sitting {
        classes = Set.copyOf(classes);
    }
}
