package org.jiamenkou.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.DeviceRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Devices that show a pairing code, and the numbers of pairing. */
@Component
public final class DevicePairingStore {
    private final JdbcClient sql;

    DevicePairingStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record Pairing(UUID id, byte[] tokenHash, Instant holdsUntil) {}

    /** @param code what it is found by; @param address where it was asked from */
    public record Indexes(byte[] code, byte[] address) {}

    /** Askers from one address wait for each other, so that the limit holds exactly. */
    public void lockAddress(String address) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:address, 20060))")
                .param("address", address)
                .query(rs -> {});
    }

    public int countFrom(byte[][] addressIndexes, Instant since) {
        return sql.sql("""
                select count(*) from access.device_pairings
                where address_index = any(:addresses) and asked_at > :since""")
                .param("addresses", addressIndexes)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    public void add(Pairing pairing, Indexes indexes, Instant at) {
        sql.sql("""
                insert into access.device_pairings (id, token_hash, code_index, address_index, state, asked_at, holds_until)
                values (:id, :token, :code, :address, 'OPEN', :at, :until)""")
                .param("id", pairing.id())
                .param("token", pairing.tokenHash())
                .param("code", indexes.code())
                .param("address", indexes.address())
                .param("at", Timestamp.from(at))
                .param("until", Timestamp.from(pairing.holdsUntil()))
                .update();
    }

    /** Open ones with this code; two devices that show the same code are told apart by nobody, so neither is paired. */
    public java.util.List<Pairing> listOpen(byte[][] codeIndexes, Instant now) {
        return sql.sql("""
                select id, token_hash, holds_until from access.device_pairings
                where code_index = any(:codes) and state = 'OPEN' and holds_until > :now""")
                .param("codes", codeIndexes)
                .param("now", Timestamp.from(now))
                .query((rs, n) -> pairing(rs))
                .list();
    }

    public Optional<Pairing> findOpen(byte[] tokenHash, Instant now) {
        return sql.sql("""
                select id, token_hash, holds_until from access.device_pairings
                where token_hash = :token and state = 'OPEN' and holds_until > :now""")
                .param("token", tokenHash)
                .param("now", Timestamp.from(now))
                .query((rs, n) -> pairing(rs))
                .optional();
    }

    /** Locks it, so that one code makes one device. */
    public Optional<Pairing> lockOpen(UUID id, Instant now) {
        return sql.sql("""
                select id, token_hash, holds_until from access.device_pairings
                where id = :id and state = 'OPEN' and holds_until > :now for update""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((rs, n) -> pairing(rs))
                .optional();
    }

    private static Pairing pairing(ResultSet rs) throws SQLException {
        return new Pairing(
                rs.getObject(1, UUID.class), rs.getBytes(2), rs.getTimestamp(3).toInstant());
    }

    public void finish(UUID id) {
        sql.sql("update access.device_pairings set state = 'PAIRED' where id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
    }

    public void deleteBefore(Instant at) {
        sql.sql("delete from access.device_pairings where asked_at < :at")
                .param("at", Timestamp.from(at))
                .update();
    }

    public DeviceRules rules(LocalDate today) {
        return sql.sql("""
                select code_minutes, most_codes_per_address_hour, rotate_hours, grace_seconds, seen_seconds, away_minutes
                from access.device_rules where valid_from <= :today order by valid_from desc limit 1""")
                .param("today", today)
                .query((rs, n) -> new DeviceRules(
                        rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5), rs.getInt(6)))
                .single();
    }

    /** The numbers that ship with the program. */
    public void addFirstRules() {
        sql.sql("""
                insert into access.device_rules
                    (valid_from, code_minutes, most_codes_per_address_hour, rotate_hours, grace_seconds, seen_seconds,
                     away_minutes, source)
                values (date '2026-01-01', 15, 30, 24, 120, 60, 5, 'practice (grafana-kiosk #59); GB/T 22239-2019 level 3')
                on conflict do nothing""").update();
    }
}
