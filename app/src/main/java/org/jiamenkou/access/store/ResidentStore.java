package org.jiamenkou.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts of residents and what they consented to. */
@Component
public final class ResidentStore {
    private final JdbcClient sql;

    ResidentStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param phone encrypted */
    public record Row(UUID id, String name, byte[] phone, Instant createdAt) {}

    public Optional<Row> findActive(UUID id) {
        return sql.sql("""
                select id, name, phone, created_at from access.resident_accounts where id = :id and state = 'ACTIVE'""")
                .param("id", id)
                .query((rs, n) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getBytes(3),
                        rs.getTimestamp(4).toInstant()))
                .optional();
    }

    /** Everybody who uses this phone. */
    public List<Row> listByPhone(byte[][] phoneIndexes) {
        return sql.sql("""
                select id, name, phone, created_at from access.resident_accounts
                where phone_index = any(:indexes) and state = 'ACTIVE' order by created_at, id""")
                .param("indexes", phoneIndexes)
                .query((rs, n) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getBytes(3),
                        rs.getTimestamp(4).toInstant()))
                .list();
    }

    /** The caller has looked for the name under all indexes of the phone, under a lock. */
    public void add(Row row, byte[] phoneIndex) {
        sql.sql("""
                insert into access.resident_accounts (id, name, phone, phone_index, state, created_at)
                values (:id, :name, :phone, :index, 'ACTIVE', :at)""")
                .param("id", row.id())
                .param("name", row.name())
                .param("phone", row.phone())
                .param("index", phoneIndex)
                .param("at", Timestamp.from(row.createdAt()))
                .update();
    }

    public void consent(UUID residentId, String noticeVersion, Instant at) {
        sql.sql("""
                insert into access.resident_consents (resident_id, notice_version, at) values (:id, :version, :at)
                on conflict do nothing""")
                .param("id", residentId)
                .param("version", noticeVersion)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A version of the notice and when it was consented to. */
    public record Consent(String version, Instant at) {}

    public List<Consent> listConsents(UUID residentId) {
        return sql.sql("""
                select notice_version, at from access.resident_consents where resident_id = :id order by at desc""")
                .param("id", residentId)
                .query((rs, n) ->
                        new Consent(rs.getString(1), rs.getTimestamp(2).toInstant()))
                .list();
    }

    /** @param actor id of an account, or {@code system:…} */
    public record Trace(Instant at, String actor, String action) {}

    /** What was done with this account, newest first. */
    public List<Trace> listTraces(UUID residentId, int most) {
        return sql.sql("""
                select at, actor, action from access.audit
                where subject_type = 'resident' and subject = :subject order by at desc limit :most""")
                .param("subject", residentId.toString())
                .param("most", most)
                .query((rs, n) -> new Trace(rs.getTimestamp(1).toInstant(), rs.getString(2), rs.getString(3)))
                .list();
    }
}
