package org.jiamenkou.platform.web;

import java.time.Clock;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Idempotency without Spring. */
@NullMarked
public final class TestIdempotency {
    private TestIdempotency() {}

    public static Idempotency over(JdbcClient sql, Clock clock) {
        return new Idempotency(sql, clock);
    }
}
