package org.jiamenkou.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.PhoneSignInRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes on their way to phones, and the numbers of signing in by phone. */
@Component
public final class PhoneCodeStore {
    private final JdbcClient sql;

    PhoneCodeStore(JdbcClient sql) {
        this.sql = sql;
    }

    public enum State {
        SENT,
        PROVEN,
        USED,
        /** Too many wrong tries, or a newer code was asked for. */
        SPOILT
    }

    /** @param phone encrypted */
    public record Row(
            UUID id,
            byte[] tokenHash,
            byte[] phone,
            byte[] phoneIndex,
            byte[] addressIndex,
            byte[] codeHash,
            int tries,
            State state,
            String noticeVersion,
            Instant askedAt,
            Instant holdsUntil) {}

    /** Asked for so far: by this phone within the hour and the day, by this address within the hour, and the last one. */
    public record Asked(
            int byPhoneInHour,
            int byPhoneInDay,
            int byAddressInHour,
            @Nullable Instant lastByPhone) {}

    /** What a row may be found by while keys are being rotated; see {@code Ciphers.blindIndexes}. */
    public record Indexes(byte[][] phone, byte[][] address) {}

    /** Who uses one of these words waits for whoever used it first, so that limits and "one account" hold exactly. */
    public void lock(List<String> words) {
        sql.sql("""
                select pg_advisory_xact_lock(k) from (
                    select hashtextextended(v, 20030) as k from unnest(:words) v order by 1) keys""").param("words", words.toArray(new String[0])).query(rs -> {});
    }

    public Asked asked(Indexes indexes, Instant now) {
        return sql.sql("""
                select count(*) filter (where asked_at > :hourAgo), count(*), max(asked_at),
                       (select count(*) from access.phone_codes
                        where address_index = any(:address) and asked_at > :hourAgo)
                from access.phone_codes where phone_index = any(:phone) and asked_at > :dayAgo""")
                .param("hourAgo", Timestamp.from(now.minusSeconds(3_600)))
                .param("dayAgo", Timestamp.from(now.minusSeconds(86_400)))
                .param("phone", indexes.phone())
                .param("address", indexes.address())
                .query((rs, n) -> {
                    Timestamp last = rs.getTimestamp(3);
                    return new Asked(rs.getInt(1), rs.getInt(2), rs.getInt(4), last == null ? null : last.toInstant());
                })
                .single();
    }

    /** Earlier codes of this phone end with the new one. */
    public void add(Row row, Indexes indexes) {
        sql.sql("update access.phone_codes set state = 'SPOILT' where phone_index = any(:phone) and state = 'SENT'")
                .param("phone", indexes.phone())
                .update();
        sql.sql("""
                insert into access.phone_codes (id, token_hash, phone, phone_index, address_index, code_hash, state,
                                                notice_version, asked_at, holds_until)
                values (:id, :token, :phone, :phoneIndex, :address, :code, 'SENT', :notice, :at, :until)""")
                .param("id", row.id())
                .param("token", row.tokenHash())
                .param("phone", row.phone())
                .param("phoneIndex", row.phoneIndex())
                .param("address", row.addressIndex())
                .param("code", row.codeHash())
                .param("notice", row.noticeVersion())
                .param("at", Timestamp.from(row.askedAt()))
                .param("until", Timestamp.from(row.holdsUntil()))
                .update();
    }

    /** Locks the row, so that tries made at once are counted one after the other. */
    public Optional<Row> lockByToken(byte[] tokenHash) {
        return byToken(tokenHash, " for update");
    }

    public Optional<Row> findByToken(byte[] tokenHash) {
        return byToken(tokenHash, "");
    }

    private Optional<Row> byToken(byte[] tokenHash, String lock) {
        return sql.sql("""
                select id, token_hash, phone, phone_index, address_index, code_hash, tries, state, notice_version,
                       asked_at, holds_until
                from access.phone_codes where token_hash = :token""" + lock)
                .param("token", tokenHash)
                .query((rs, n) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getBytes(2),
                        rs.getBytes(3),
                        rs.getBytes(4),
                        rs.getBytes(5),
                        rs.getBytes(6),
                        rs.getInt(7),
                        State.valueOf(rs.getString(8)),
                        rs.getString(9),
                        rs.getTimestamp(10).toInstant(),
                        rs.getTimestamp(11).toInstant()))
                .optional();
    }

    public void move(UUID id, State state, int tries) {
        sql.sql("update access.phone_codes set state = :state, tries = :tries where id = :id")
                .param("state", state.name())
                .param("tries", tries)
                .param("id", id)
                .update();
    }

    public void deleteBefore(Instant at) {
        sql.sql("delete from access.phone_codes where asked_at < :at")
                .param("at", Timestamp.from(at))
                .update();
    }

    public PhoneSignInRules rules(LocalDate today) {
        return sql.sql("""
                select code_minutes, most_tries, pause_seconds, most_per_phone_hour, most_per_phone_day,
                       most_per_address_hour, session_minutes,
                       (select version from access.privacy_notices where valid_from <= :today
                        order by valid_from desc limit 1)
                from access.phone_sign_in_rules where valid_from <= :today order by valid_from desc limit 1""")
                .param("today", today)
                .query((rs, n) -> new PhoneSignInRules(
                        rs.getInt(1),
                        rs.getInt(2),
                        rs.getInt(3),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7),
                        rs.getString(8)))
                .single();
    }

    /** The numbers and the notice that ship with the program. */
    public void addFirstRules() {
        sql.sql("""
                insert into access.phone_sign_in_rules
                    (valid_from, code_minutes, most_tries, pause_seconds, most_per_phone_hour, most_per_phone_day,
                     most_per_address_hour, session_minutes, source)
                values (date '2026-01-01', 5, 5, 60, 5, 10, 60, 30, 'GB/T 22239-2019 level 3, practice')
                on conflict do nothing""").update();
        sql.sql("""
                insert into access.privacy_notices (version, valid_from, source)
                values ('2026-1', date '2026-01-01', 'PIPL 2021 articles 14 and 17; /about/privacy')
                on conflict do nothing""").update();
    }
}
