package org.jiamenkou.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.AccountSummary;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as those see them who keep them. */
@Component
public final class AccountListStore {
    private static final String COLUMNS = """
            a.id, a.login_name, a.name, a.state = 'ACTIVE', a.demo, a.area_id, a.subdistrict_id, a.created_by,
            a.wished_role, a.created_at, a.left_at""";

    private final JdbcClient sql;

    AccountListStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static AccountSummary summary(ResultSet rs) throws SQLException {
        Timestamp left = rs.getTimestamp(11);
        return new AccountSummary(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                rs.getBoolean(4),
                rs.getBoolean(5),
                new Place(rs.getObject(6, UUID.class), rs.getObject(7, UUID.class)),
                rs.getString(8),
                rs.getString(9),
                rs.getTimestamp(10).toInstant(),
                left == null ? null : left.toInstant());
    }

    /** @param areas where; @param words part of a name or log-in, empty for all; @param from rows to skip */
    public record Search(Areas areas, String words, int from, int most) {}

    public List<AccountSummary> list(Search search) {
        return sql.sql("select " + COLUMNS + " from access.accounts a where " + REACHED + """
                  and (:words = '' or position(lower(:words) in lower(a.login_name)) > 0
                       or position(:words in a.name) > 0)
                order by a.state, a.name, a.id limit :most offset :from""")
                .param("everywhere", search.areas() instanceof Areas.Everywhere)
                .param("areas", ids(search.areas()))
                .param("words", search.words())
                .param("most", search.most())
                .param("from", search.from())
                .query((rs, n) -> summary(rs))
                .list();
    }

    public int count(Search search) {
        return sql.sql("select count(*) from access.accounts a where " + REACHED + """
                  and (:words = '' or position(lower(:words) in lower(a.login_name)) > 0
                       or position(:words in a.name) > 0)""")
                .param("everywhere", search.areas() instanceof Areas.Everywhere)
                .param("areas", ids(search.areas()))
                .param("words", search.words())
                .query(Integer.class)
                .single();
    }

    private static final String REACHED =
            " (:everywhere or a.area_id = any(:areas) or a.subdistrict_id = any(:areas)) ";

    private static UUID[] ids(Areas areas) {
        return areas instanceof Areas.Within(java.util.Set<UUID> ids) ? ids.toArray(new UUID[0]) : new UUID[0];
    }

    public Optional<AccountSummary> find(UUID id) {
        return sql.sql("select " + COLUMNS + " from access.accounts a where a.id = :id")
                .param("id", id)
                .query((rs, n) -> summary(rs))
                .optional();
    }

    /** Locks the account, so that one of two simultaneous changes waits for the other. */
    public Optional<AccountSummary> lock(UUID id) {
        return sql.sql("select " + COLUMNS + " from access.accounts a where a.id = :id for update")
                .param("id", id)
                .query((rs, n) -> summary(rs))
                .optional();
    }

    public boolean isLoginTaken(String login) {
        return sql.sql("select exists (select 1 from access.accounts where login_name = :login)")
                .param("login", login)
                .query(Boolean.class)
                .single();
    }

    /** A fresh account with a password that must be changed. @param createdBy null for those of a first start */
    public record NewAccount(
            UUID id,
            String loginName,
            String name,
            String passwordHash,
            Place place,
            @Nullable String wishedRole,
            @Nullable String createdBy) {
        @Override
        public String toString() {
            return "NewAccount " + loginName;
        }
    }

    /** @return false when the log-in is taken, also by an account that cannot be seen from here */
    public boolean add(NewAccount account, Instant at) {
        return sql.sql("""
                insert into access.accounts
                    (id, login_name, name, password_hash, password_changed_at, must_change, state, demo,
                     area_id, subdistrict_id, created_at, created_by, wished_role)
                values (:id, :login, :name, :hash, :at, true, 'ACTIVE', false, :area, :subdistrict, :at, :by, :wished)
                on conflict (login_name) do nothing""")
                        .param("id", account.id())
                        .param("login", account.loginName())
                        .param("name", account.name())
                        .param("hash", account.passwordHash())
                        .param("at", Timestamp.from(at))
                        .param("area", account.place().areaId())
                        .param("subdistrict", account.place().subdistrictId())
                        .param("by", account.createdBy())
                        .param("wished", account.wishedRole())
                        .update()
                == 1;
    }

    public void move(UUID id, Place place, @Nullable String wishedRole) {
        sql.sql("""
                update access.accounts set area_id = :area, subdistrict_id = cast(:subdistrict as uuid),
                    wished_role = cast(:wished as text)
                where id = :id""")
                .param("area", place.areaId())
                .param("subdistrict", place.subdistrictId())
                .param("wished", wishedRole)
                .param("id", id)
                .update();
    }

    public void wish(UUID id, @Nullable String wishedRole) {
        sql.sql("update access.accounts set wished_role = cast(:wished as text) where id = :id")
                .param("wished", wishedRole)
                .param("id", id)
                .update();
    }

    public void leave(UUID id, Instant at) {
        sql.sql("update access.accounts set state = 'LEFT', left_at = :at, wished_role = null where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    public void setPassword(UUID id, String hash, Instant at) {
        sql.sql("""
                update access.accounts set password_hash = :hash, password_changed_at = :at, must_change = false
                where id = :id""")
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** A password given by somebody else, to be changed at the first sign-in. */
    public void setInitialPassword(UUID id, String hash, Instant at) {
        sql.sql("""
                update access.accounts set password_hash = :hash, password_changed_at = :at, must_change = true
                where id = :id""")
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }
}
