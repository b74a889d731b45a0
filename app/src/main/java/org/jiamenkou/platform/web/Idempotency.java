package org.jiamenkou.platform.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A write asked for twice (a double press, a replayed request) is done once. Every form that writes carries a fresh key;
 * the second request with it is led to the first one's answer.
 */
@Component
public final class Idempotency {
    private final JdbcClient sql;
    private final Clock clock;

    Idempotency(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public static String freshKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * Runs the write unless this actor's key was used before. Must be called inside the transaction of the write: the
     * row lock makes a simultaneous second request wait for the first.
     *
     * @param write does the work and says where to look at the result
     * @return where to look at the result
     */
    public String once(String key, Supplier<String> write) {
        String actor = Scoped.current().actorKey();
        int fresh = sql.sql("""
                insert into platform.idempotency_keys (actor, key, answer, at) values (:actor, :key, '', :at)
                on conflict (actor, key) do nothing""")
                .param("actor", actor)
                .param("key", key)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (fresh == 0) {
            return earlier(actor, key).orElseThrow();
        }
        String answer = write.get();
        sql.sql("update platform.idempotency_keys set answer = :answer where actor = :actor and key = :key")
                .param("answer", answer)
                .param("actor", actor)
                .param("key", key)
                .update();
        return answer;
    }

    private Optional<String> earlier(String actor, String key) {
        return sql.sql("select answer from platform.idempotency_keys where actor = :actor and key = :key")
                .param("actor", actor)
                .param("key", key)
                .query(String.class)
                .optional();
    }
}
