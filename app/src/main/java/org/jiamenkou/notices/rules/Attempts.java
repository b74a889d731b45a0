package org.jiamenkou.notices.rules;

import java.time.Duration;
import java.util.Optional;

/** When a message that did not leave is tried again: after 5 s, 20 s, 80 s …, six times in all. */
public final class Attempts {
    public static final int MOST = 6;
    /** How long a node may take over one message before another one takes it. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int GROWS_BY = 4;

    private Attempts() {}

    /** @param made attempts made so far, from 1; empty when that was the last */
    public static Optional<Duration> pauseAfter(int made) {
        if (made < 1) {
            throw new IllegalArgumentException("no attempt was made");
        }
        if (made >= MOST) {
            return Optional.empty();
        }
        return Optional.of(FIRST_PAUSE.multipliedBy((long) Math.pow(GROWS_BY, made - 1)));
    }
}
