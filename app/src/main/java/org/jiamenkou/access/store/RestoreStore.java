package org.jiamenkou.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Restore;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Restores of lost passwords and authenticators. */
@Component
public final class RestoreStore {
    private static final String SELECT = """
            select r.id, r.account_id, a.name, a.login_name, r.password, r.totp, r.reason, r.asked_by, b.name, r.asked_at,
                   r.confirm_until, r.confirmed_at, r.code_hash, r.use_until, r.area_id, r.subdistrict_id
            from access.restores r
            join access.accounts a on a.id = r.account_id
            left join access.accounts b on b.id = r.asked_by
            """;

    private final JdbcClient sql;

    RestoreStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static Restore restore(ResultSet rs) throws SQLException {
        return new Restore(
                rs.getObject(1, UUID.class),
                rs.getObject(2, UUID.class),
                rs.getString(3),
                rs.getString(4),
                rs.getBoolean(5),
                rs.getBoolean(6),
                rs.getString(7),
                rs.getObject(8, UUID.class),
                rs.getString(9) == null ? "" : rs.getString(9),
                rs.getTimestamp(10).toInstant(),
                rs.getTimestamp(11).toInstant(),
                at(rs.getTimestamp(12)),
                at(rs.getTimestamp(14)),
                new Place(rs.getObject(15, UUID.class), rs.getObject(16, UUID.class)));
    }

    private static @Nullable Instant at(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    public void add(Restore restore) {
        sql.sql("""
                insert into access.restores (account_id, id, password, totp, reason, asked_by, asked_at, confirm_until,
                    area_id, subdistrict_id)
                values (:account, :id, :password, :totp, :reason, :by, :at, :until, :area, :subdistrict)""")
                .param("account", restore.accountId())
                .param("id", restore.id())
                .param("password", restore.password())
                .param("totp", restore.totp())
                .param("reason", restore.reason())
                .param("by", restore.askedBy())
                .param("at", Timestamp.from(restore.askedAt()))
                .param("until", Timestamp.from(restore.confirmUntil()))
                .param("area", restore.place().areaId())
                .param("subdistrict", restore.place().subdistrictId())
                .update();
    }

    /** What is asked anew takes the place of what was asked before. */
    public void cancelOpen(UUID accountId, Instant at) {
        sql.sql("""
                update access.restores set cancelled_at = :at
                where account_id = :account and used_at is null and cancelled_at is null""").param("at", Timestamp.from(at)).param("account", accountId).update();
    }

    /** Those that wait for their second person or for their code to be used. */
    public List<Restore> listOpen(Instant now) {
        return sql.sql(SELECT + """
                where r.used_at is null and r.cancelled_at is null
                  and ((r.confirmed_at is null and r.confirm_until > :now) or r.use_until > :now)
                order by r.asked_at limit 200""")
                .param("now", Timestamp.from(now))
                .query((rs, n) -> restore(rs))
                .list();
    }

    public Optional<Restore> lock(UUID id) {
        return sql.sql(SELECT + """
                where r.id = :id and r.used_at is null and r.cancelled_at is null for update of r""")
                .param("id", id)
                .query((rs, n) -> restore(rs))
                .optional();
    }

    /** Who confirms, and the hash of the code that is handed over. */
    public record Confirmed(UUID by, String codeHash, Instant useUntil) {}

    public void confirm(Restore restore, Confirmed confirmed, Instant at) {
        sql.sql("""
                update access.restores set confirmed_by = :by, confirmed_at = :at, code_hash = :hash, use_until = :until
                where account_id = :account and id = :id""")
                .param("by", confirmed.by())
                .param("at", Timestamp.from(at))
                .param("hash", confirmed.codeHash())
                .param("until", Timestamp.from(confirmed.useUntil()))
                .param("account", restore.accountId())
                .param("id", restore.id())
                .update();
    }

    /** A confirmed restore whose code may be used now, with the code's hash. */
    public record Usable(Restore restore, String codeHash) {}

    public Optional<Usable> lockUsable(UUID accountId, Instant now) {
        return sql.sql(SELECT + """
                where r.account_id = :account and r.confirmed_at is not null and r.used_at is null
                  and r.cancelled_at is null and r.use_until > :now
                order by r.asked_at desc limit 1 for update of r""")
                .param("account", accountId)
                .param("now", Timestamp.from(now))
                .query((rs, n) -> new Usable(restore(rs), rs.getString(13)))
                .optional();
    }

    public void use(Restore restore, Instant at) {
        sql.sql("update access.restores set used_at = :at where account_id = :account and id = :id")
                .param("at", Timestamp.from(at))
                .param("account", restore.accountId())
                .param("id", restore.id())
                .update();
    }
}
