package org.jiamenkou.notices.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.notices.MessageState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages on their way. */
@Component
public final class OutboxStore {
    private final JdbcClient sql;

    OutboxStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param recipient encrypted; @param body encrypted */
    public record NewRow(
            UUID id,
            String template,
            byte[] recipient,
            byte[] body,
            Instant madeAt,
            @Nullable Instant usefulUntil,
            Instant deleteAfter) {}

    /** A message this node has claimed. */
    public record Claimed(UUID id, byte[] recipient, byte[] body, int attempts, boolean tooLate) {}

    public record Shown(UUID id, byte[] recipient, byte[] body, MessageState state, int attempts, Instant madeAt) {}

    public void add(NewRow row) {
        sql.sql("""
                insert into notices.outbox
                    (id, template, channel, recipient, body, state, made_at, next_at, useful_until, delete_after)
                values (:id, :template, 'SMS', :recipient, :body, 'WAITING', :made, :made, :useful, :delete)""")
                .param("id", row.id())
                .param("template", row.template())
                .param("recipient", row.recipient())
                .param("body", row.body())
                .param("made", Timestamp.from(row.madeAt()))
                .param("useful", row.usefulUntil() == null ? null : Timestamp.from(row.usefulUntil()))
                .param("delete", Timestamp.from(row.deleteAfter()))
                .update();
    }

    /** Takes what is due; rows another node is taking at this moment are passed over. */
    public List<Claimed> claim(Instant now, Instant leaseUntil, int most) {
        return sql.sql("""
                update notices.outbox set state = 'SENDING', attempts = attempts + 1, leased_until = :lease
                where id in (select id from notices.outbox
                             where state in ('WAITING', 'SENDING') and next_at <= :now
                               and (state = 'WAITING' or leased_until < :now)
                             order by next_at limit :most for update skip locked)
                returning id, recipient, body, attempts, coalesce(useful_until < :now, false)""")
                .param("lease", Timestamp.from(leaseUntil))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((rs, n) -> new Claimed(
                        rs.getObject(1, UUID.class), rs.getBytes(2), rs.getBytes(3), rs.getInt(4), rs.getBoolean(5)))
                .list();
    }

    /** How an attempt ended. */
    public record End(
            UUID id,
            int attempt,
            MessageState state,
            @Nullable String note) {}

    /** @return whether this attempt was still the one that counts; a node that came back late ends nothing */
    public boolean finish(End end, Instant now) {
        return sql.sql("""
                update notices.outbox
                set state = :state, finished_at = :now, leased_until = null,
                    reference = case when :state = 'DELIVERED' then :note else reference end,
                    last_failure = case when :state = 'DELIVERED' then last_failure else :note end
                where id = :id and state = 'SENDING' and attempts = :attempt""")
                        .param("state", end.state().name())
                        .param("now", Timestamp.from(now))
                        .param("note", end.note())
                        .param("id", end.id())
                        .param("attempt", end.attempt())
                        .update()
                == 1;
    }

    public void tryAgain(End end, Instant at) {
        sql.sql("""
                update notices.outbox
                set state = 'WAITING', next_at = :at, leased_until = null, last_failure = :note
                where id = :id and state = 'SENDING' and attempts = :attempt""")
                .param("at", Timestamp.from(at))
                .param("note", end.note())
                .param("id", end.id())
                .param("attempt", end.attempt())
                .update();
    }

    public int deleteOld(Instant now) {
        return sql.sql("delete from notices.outbox where delete_after < :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    public List<Shown> listNewest(int most) {
        return sql.sql("""
                select id, recipient, body, state, attempts, made_at from notices.outbox
                order by made_at desc, id desc limit :most""")
                .param("most", most)
                .query((rs, n) -> new Shown(
                        rs.getObject(1, UUID.class),
                        rs.getBytes(2),
                        rs.getBytes(3),
                        MessageState.valueOf(rs.getString(4)),
                        rs.getInt(5),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }
}
