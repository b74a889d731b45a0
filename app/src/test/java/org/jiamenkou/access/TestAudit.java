package org.jiamenkou.access;

import java.time.Clock;
import org.jiamenkou.platform.database.Ids;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail without Spring. */
@NullMarked
public final class TestAudit {
    private TestAudit() {}

    public static Audit over(JdbcClient sql, Ids ids, Clock clock) {
        return new Audit(sql, ids, clock);
    }
}
