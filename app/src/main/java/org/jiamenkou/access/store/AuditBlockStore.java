package org.jiamenkou.access.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.rules.AuditSums;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blocks that seal the audit trail, and its rows as far as sealing and checking need them. */
@Component
public final class AuditBlockStore {
    /** Of the advisory lock that lets one node seal at a time: the words "audit seal" as a number. */
    private static final long SEALING = 0x6175646974L;

    /** The oldest transaction id: what a restore leaves of all others. */
    private static final String RESTORED = "3";

    private final JdbcClient sql;

    AuditBlockStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param through the first transaction id after the block */
    public record Sealed(
            long number,
            Instant sealedAt,
            String through,
            List<Instant> times,
            List<UUID> rows,
            List<byte[]> sums,
            byte[] hash,
            byte[] signature) {}

    public boolean tryToBeTheSealer() {
        return sql.sql("select pg_try_advisory_xact_lock(?)")
                .param(SEALING)
                .query(Boolean.class)
                .single();
    }

    public Optional<Sealed> findNewest() {
        return sql.sql("""
                select number, sealed_at, through::text, row_times, row_ids, row_sums, hash, signature
                from access.audit_blocks order by number desc limit 1""").query((rs, n) -> sealed(rs)).optional();
    }

    /** Blocks from a number on, in order. */
    public List<Sealed> listFrom(long number, int most) {
        return sql.sql("""
                select number, sealed_at, through::text, row_times, row_ids, row_sums, hash, signature
                from access.audit_blocks where number >= ? order by number limit ?""")
                .params(List.of(number, most))
                .query((rs, n) -> sealed(rs))
                .list();
    }

    /** The number of the first block sealed at or after this time. */
    public Optional<Long> findFirstSince(Instant since) {
        return sql.sql("select number from access.audit_blocks where sealed_at >= ? order by sealed_at, number limit 1")
                .param(Timestamp.from(since))
                .query(Long.class)
                .optional();
    }

    /** Up to where a block may reach now: below every transaction that still runs, and not too many rows at once. */
    public String reachable(String from, int mostRows) {
        return sql.sql("""
                select coalesce(
                    (select a.transaction_id from access.audit a
                     where a.transaction_id > :from::xid8 and a.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                     order by a.transaction_id offset :most limit 1),
                    pg_snapshot_xmin(pg_current_snapshot()))::text""")
                .param("from", from)
                .param("most", mostRows)
                .query(String.class)
                .single();
    }

    /** The rows of these transactions, those from before the first block when there is none. */
    public List<AuditSums.Row> listUnsealed(Optional<Sealed> before, String through) {
        String from = before.map(Sealed::through).orElse("0");
        boolean first = before.isEmpty();
        // After a restore all transaction ids are alike: what is sealed already is known by its id.
        String notSealed = RESTORED.equals(from)
                ? " and not exists (select from (select unnest(b.row_ids) id from access.audit_blocks b) s where s.id = a.id)"
                : "";
        return sql.sql("""
                select a.id, a.at, a.actor, a.action, a.subject_type, a.subject, a.area_id, a.subdistrict_id, a.fields
                from access.audit a
                where ((a.transaction_id >= :from::xid8 and a.transaction_id < :through::xid8)
                       or (:first and a.transaction_id is null))""" + notSealed + " order by a.at, a.id")
                .param("from", from)
                .param("through", through)
                .param("first", first)
                .query((rs, n) -> row(rs))
                .list();
    }

    /** Those rows of a block that are there; times and ids stand in one order. */
    public List<AuditSums.Row> listRows(Sealed block) {
        return sql.sql("""
                select a.id, a.at, a.actor, a.action, a.subject_type, a.subject, a.area_id, a.subdistrict_id, a.fields
                from unnest(:times::timestamptz[], :ids::uuid[]) as r(at, id)
                join access.audit a on a.at = r.at and a.id = r.id""")
                .param("times", block.times().stream().map(Instant::toString).toArray(String[]::new))
                .param("ids", block.rows().stream().map(UUID::toString).toArray(String[]::new))
                .query((rs, n) -> row(rs))
                .list();
    }

    /** Rows older than the newest block that stand in none. */
    public List<AuditSums.Row> listInNoBlock(String through, int most) {
        return sql.sql("""
                select a.id, a.at, a.actor, a.action, a.subject_type, a.subject, a.area_id, a.subdistrict_id, a.fields
                from access.audit a
                where (a.transaction_id < :through::xid8 or a.transaction_id is null)
                  and not exists (select from (select unnest(b.row_ids) id from access.audit_blocks b) s where s.id = a.id)
                order by a.at, a.id limit :most""")
                .param("through", through)
                .param("most", most)
                .query((rs, n) -> row(rs))
                .list();
    }

    public void add(Sealed block) {
        sql.sql("""
                insert into access.audit_blocks
                    (number, sealed_at, through, row_times, row_ids, row_sums, hash, signature)
                values (:number, :at, :through::xid8, :times::timestamptz[], :ids::uuid[], :sums, :hash, :signature)""")
                .param("number", block.number())
                .param("at", Timestamp.from(block.sealedAt()))
                .param("through", block.through())
                .param("times", block.times().stream().map(Instant::toString).toArray(String[]::new))
                .param("ids", block.rows().stream().map(UUID::toString).toArray(String[]::new))
                .param("sums", block.sums().toArray(byte[][]::new))
                .param("hash", block.hash())
                .param("signature", block.signature())
                .update();
    }

    /** Makes partitions so that there is always one for the months to come. @return how many were made */
    public int keepMonths(int monthsAhead) {
        return sql.sql("select access.keep_audit_months(?)")
                .param(monthsAhead)
                .query(Integer.class)
                .single();
    }

    private static Sealed sealed(ResultSet rs) throws SQLException {
        List<Instant> times = new ArrayList<>();
        for (Timestamp one : (Timestamp[]) rs.getArray(4).getArray()) {
            times.add(one.toInstant());
        }
        return new Sealed(
                rs.getLong(1),
                rs.getTimestamp(2).toInstant(),
                rs.getString(3),
                times,
                Arrays.asList((UUID[]) rs.getArray(5).getArray()),
                Arrays.asList((byte[][]) rs.getArray(6).getArray()),
                rs.getBytes(7),
                rs.getBytes(8));
    }

    private static AuditSums.Row row(ResultSet rs) throws SQLException {
        Array fields = rs.getArray(9);
        return new AuditSums.Row(
                rs.getObject(1, UUID.class),
                rs.getTimestamp(2).toInstant(),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getObject(7, UUID.class),
                rs.getObject(8, UUID.class),
                List.of((String[]) fields.getArray()));
    }
}
