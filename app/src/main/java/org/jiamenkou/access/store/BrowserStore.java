package org.jiamenkou.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Browsers at which staff signed in in full, and who did when. */
@Component
public final class BrowserStore {
    private final JdbcClient sql;

    BrowserStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param failures wrong cards in a row */
    public record BrowserRow(
            UUID id, int failures, @Nullable Instant lockedUntil) {}

    /** Somebody who may switch to this browser. */
    public record WorkerRow(UUID accountId, String name, boolean demo, boolean pin, boolean card, Instant fullAt) {}

    public Optional<BrowserRow> find(byte[] tokenHash) {
        return sql.sql("select id, failures, locked_until from access.staff_browsers where token_hash = :token")
                .param("token", tokenHash)
                .query((rs, n) -> {
                    Timestamp until = rs.getTimestamp(3);
                    return new BrowserRow(
                            rs.getObject(1, UUID.class), rs.getInt(2), until == null ? null : until.toInstant());
                })
                .optional();
    }

    public void add(UUID id, byte[] tokenHash, Instant at) {
        sql.sql("insert into access.staff_browsers (id, token_hash, made_at) values (:id, :token, :at)")
                .param("id", id)
                .param("token", tokenHash)
                .param("at", Timestamp.from(at))
                .update();
    }

    public void setFailures(BrowserRow browser) {
        sql.sql("update access.staff_browsers set failures = :failures, locked_until = :until where id = :id")
                .param("failures", browser.failures())
                .param("until", browser.lockedUntil() == null ? null : Timestamp.from(browser.lockedUntil()))
                .param("id", browser.id())
                .update();
    }

    public void signedInFully(UUID browserId, UUID accountId, Instant at) {
        sql.sql("""
                insert into access.browser_sign_ins (account_id, browser_id, full_at) values (:account, :browser, :at)
                on conflict (account_id, browser_id) do update set full_at = excluded.full_at""")
                .param("account", accountId)
                .param("browser", browserId)
                .param("at", Timestamp.from(at))
                .update();
    }

    public Optional<Instant> lastFull(UUID browserId, UUID accountId) {
        return sql.sql("""
                select full_at from access.browser_sign_ins where account_id = :account and browser_id = :browser""")
                .param("account", accountId)
                .param("browser", browserId)
                .query((rs, n) -> rs.getTimestamp(1).toInstant())
                .optional();
    }

    /** Nowhere is this account known any more: the next sign-in is a full one everywhere. */
    public void forget(UUID accountId) {
        sql.sql("delete from access.browser_sign_ins where account_id = :account")
                .param("account", accountId)
                .update();
    }

    /**
     * Active accounts that signed in fully here since then and set a PIN or a card. Administrators are not among them:
     * their rights are worth a full sign-in each time.
     */
    public List<WorkerRow> listWorkers(UUID browserId, Instant since, LocalDate today) {
        return sql.sql("""
                select a.id, a.name, a.demo, f.pin_hash is not null, f.card_index is not null, b.full_at
                from access.browser_sign_ins b
                join access.accounts a on a.id = b.account_id and a.state = 'ACTIVE'
                join access.factors f on f.account_id = a.id
                where b.browser_id = :browser and b.full_at > :since
                  and (f.pin_hash is not null or f.card_index is not null)
                  and not exists (select 1 from access.grants g join access.roles r on r.code = g.role
                      where g.account_id = a.id and r.administrator and g.ended_at is null
                        and g.valid_from <= :today and (g.valid_to is null or g.valid_to >= :today))
                order by a.name, a.id""")
                .param("browser", browserId)
                .param("since", Timestamp.from(since))
                .param("today", today)
                .query((rs, n) -> new WorkerRow(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getBoolean(3),
                        rs.getBoolean(4),
                        rs.getBoolean(5),
                        rs.getTimestamp(6).toInstant()))
                .list();
    }
}
