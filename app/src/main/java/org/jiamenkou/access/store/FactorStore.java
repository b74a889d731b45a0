package org.jiamenkou.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.FactorRules;
import org.jiamenkou.access.HeldFactors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Authenticators, PINs and cards of accounts, and the numbers that govern them. */
@Component
public final class FactorStore {
    private final JdbcClient sql;

    FactorStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** An encrypted secret and the step of the clock used last. */
    public record TotpRow(byte[] secret, long lastStep) {}

    /** @param hash encrypted, null when no PIN is set */
    public record PinRow(
            byte @Nullable [] hash, int failures, @Nullable Instant lockedUntil) {}

    /** A card number, encrypted, and what it is found by. */
    public record CardRow(byte[] number, byte[] index) {}

    /** Whether a role that the account holds today asks for a second factor. */
    public boolean isNeeded(UUID accountId, LocalDate today) {
        return sql.sql("""
                select exists (select 1 from access.grants g join access.roles r on r.code = g.role
                    where g.account_id = :account and r.second_factor and g.ended_at is null
                      and g.valid_from <= :today and (g.valid_to is null or g.valid_to >= :today))""")
                .param("account", accountId)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** Locks the row, so that one code cannot be used twice at the same moment. */
    public Optional<TotpRow> lockTotp(UUID accountId) {
        return sql.sql("""
                select totp_secret, totp_last_step from access.factors
                where account_id = :account and totp_secret is not null for update""")
                .param("account", accountId)
                .query((rs, n) -> new TotpRow(rs.getBytes(1), rs.getLong(2)))
                .optional();
    }

    public Optional<TotpRow> findTotp(UUID accountId) {
        return sql.sql("""
                select totp_secret, totp_last_step from access.factors
                where account_id = :account and totp_secret is not null""")
                .param("account", accountId)
                .query((rs, n) -> new TotpRow(rs.getBytes(1), rs.getLong(2)))
                .optional();
    }

    public void setTotp(UUID accountId, TotpRow totp, Instant at) {
        sql.sql("""
                insert into access.factors (account_id, totp_secret, totp_set_at, totp_last_step)
                values (:account, :secret, :at, :step)
                on conflict (account_id) do update
                set totp_secret = excluded.totp_secret, totp_set_at = excluded.totp_set_at,
                    totp_last_step = excluded.totp_last_step""")
                .param("account", accountId)
                .param("secret", totp.secret())
                .param("at", Timestamp.from(at))
                .param("step", totp.lastStep())
                .update();
    }

    public void useStep(UUID accountId, long step) {
        sql.sql("update access.factors set totp_last_step = :step where account_id = :account")
                .param("step", step)
                .param("account", accountId)
                .update();
    }

    /** After a loss nothing of the old factors counts any more. */
    public void removeAll(UUID accountId) {
        sql.sql("delete from access.factors where account_id = :account")
                .param("account", accountId)
                .update();
    }

    public Optional<PinRow> lockPin(UUID accountId) {
        return sql.sql("""
                select pin_hash, pin_failures, pin_locked_until from access.factors
                where account_id = :account for update""")
                .param("account", accountId)
                .query((rs, n) -> {
                    Timestamp until = rs.getTimestamp(3);
                    return new PinRow(rs.getBytes(1), rs.getInt(2), until == null ? null : until.toInstant());
                })
                .optional();
    }

    public void setPin(UUID accountId, byte[] hash, Instant at) {
        sql.sql("""
                insert into access.factors (account_id, pin_hash, pin_set_at) values (:account, :hash, :at)
                on conflict (account_id) do update
                set pin_hash = excluded.pin_hash, pin_set_at = excluded.pin_set_at,
                    pin_failures = 0, pin_locked_until = null""")
                .param("account", accountId)
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void setPinFailures(UUID accountId, int failures, @Nullable Instant lockedUntil) {
        sql.sql("""
                update access.factors set pin_failures = :failures, pin_locked_until = :until
                where account_id = :account""")
                .param("failures", failures)
                .param("until", lockedUntil == null ? null : Timestamp.from(lockedUntil))
                .param("account", accountId)
                .update();
    }

    /** @param cardIndexes one per key version in use */
    public List<UUID> listCardHolders(byte[][] cardIndexes) {
        return sql.sql("select account_id from access.factors where card_index = any(:cards)")
                .param("cards", cardIndexes)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
    }

    public void setCard(UUID accountId, CardRow card, Instant at) {
        sql.sql("""
                insert into access.factors (account_id, card, card_index, card_set_at)
                values (:account, :card, :index, :at)
                on conflict (account_id) do update
                set card = excluded.card, card_index = excluded.card_index, card_set_at = excluded.card_set_at""")
                .param("account", accountId)
                .param("card", card.number())
                .param("index", card.index())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void removeCard(UUID accountId) {
        sql.sql("""
                update access.factors set card = null, card_index = null, card_set_at = null
                where account_id = :account""").param("account", accountId).update();
    }

    public HeldFactors held(UUID accountId) {
        return sql.sql("select totp_set_at, pin_set_at, card_set_at from access.factors where account_id = :account")
                .param("account", accountId)
                .query((rs, n) ->
                        new HeldFactors(at(rs.getTimestamp(1)), at(rs.getTimestamp(2)), at(rs.getTimestamp(3))))
                .optional()
                .orElse(new HeldFactors(null, null, null));
    }

    private static @Nullable Instant at(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    public FactorRules rules(LocalDate today) {
        return sql.sql("""
                select browser_hours, pin_failures_until_locked, pin_locked_minutes, restore_hours, ending_soon_days
                from access.factor_rules where valid_from <= :today order by valid_from desc limit 1""")
                .param("today", today)
                .query((rs, n) -> new FactorRules(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5)))
                .single();
    }
}
