package org.jiamenkou.duty;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of the solver for a roster.
 *
 * @param broken rules that the proposal still breaks; null until it is done
 */
public record Proposal(
        UUID run,
        State state,
        Instant startedAt,
        int limitSeconds,
        @Nullable Integer broken) {
    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }
}
