package org.jiamenkou.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SignInRules;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, grants, roles and sign-in failures. */
@Component
public final class AccountStore {
    private final JdbcClient sql;

    AccountStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record AccountRow(
            UUID id,
            String loginName,
            String name,
            String passwordHash,
            Instant passwordChangedAt,
            boolean mustChange,
            boolean active,
            boolean demo) {}

    /** One right that a grant valid today gives, with the area of the grant. */
    public record GrantedRight(Right right, UUID areaId, List<String> lines) {}

    public record Failures(int count, @Nullable Instant lockedUntil) {}

    public Optional<AccountRow> findByLoginName(String loginName) {
        return sql.sql("""
                select id, login_name, name, password_hash, password_changed_at, must_change, state = 'ACTIVE', demo
                from access.accounts where login_name = :login""")
                .param("login", loginName)
                .query((rs, n) -> account(rs))
                .optional();
    }

    public Optional<AccountRow> find(UUID id) {
        return sql.sql("""
                select id, login_name, name, password_hash, password_changed_at, must_change, state = 'ACTIVE', demo
                from access.accounts where id = :id""").param("id", id).query((rs, n) -> account(rs)).optional();
    }

    private static AccountRow account(ResultSet rs) throws SQLException {
        return new AccountRow(
                rs.getObject(1, UUID.class),
                rs.getString(2),
                rs.getString(3),
                rs.getString(4),
                rs.getTimestamp(5).toInstant(),
                rs.getBoolean(6),
                rs.getBoolean(7),
                rs.getBoolean(8));
    }

    public List<GrantedRight> listRights(UUID accountId, LocalDate today) {
        return sql.sql("""
                select rr.right_code, g.area_id, g.lines
                from access.grants g
                join access.role_rights rr on rr.role = g.role
                where g.account_id = :account
                  and g.ended_at is null
                  and g.valid_from <= :today and (g.valid_to is null or g.valid_to >= :today)""")
                .param("account", accountId)
                .param("today", today)
                .query((rs, n) ->
                        new GrantedRight(Right.valueOf(rs.getString(1)), rs.getObject(2, UUID.class), List.of((String[])
                                rs.getArray(3).getArray())))
                .list();
    }

    public void add(AccountRow account, Place place, Instant at) {
        sql.sql("""
                insert into access.accounts
                    (id, login_name, name, password_hash, password_changed_at, must_change, state, demo,
                     area_id, subdistrict_id, created_at)
                values (:id, :login, :name, :hash, :at, :mustChange, 'ACTIVE', :demo, :area, :subdistrict, :at)""")
                .param("id", account.id())
                .param("login", account.loginName())
                .param("name", account.name())
                .param("hash", account.passwordHash())
                .param("at", Timestamp.from(at))
                .param("mustChange", account.mustChange())
                .param("demo", account.demo())
                .param("area", place.areaId())
                .param("subdistrict", place.subdistrictId())
                .update();
    }

    /** @param id id of the new grant; @param role code of the role granted at the place from this day on */
    public record NewGrant(UUID id, UUID accountId, String role, Place place, LocalDate from, String grantedBy) {}

    public void addGrant(NewGrant grant, Instant at) {
        sql.sql("""
                insert into access.grants
                    (account_id, id, role, area_id, subdistrict_id, valid_from, granted_by, granted_at)
                values (:account, :id, :role, :area, :subdistrict, :from, :by, :at)""")
                .param("account", grant.accountId())
                .param("id", grant.id())
                .param("role", grant.role())
                .param("area", grant.place().areaId())
                .param("subdistrict", grant.place().subdistrictId())
                .param("from", grant.from())
                .param("by", grant.grantedBy())
                .param("at", Timestamp.from(at))
                .update();
    }

    public void changePassword(UUID accountId, String hash, Instant at) {
        sql.sql("""
                update access.accounts set password_hash = :hash, password_changed_at = :at, must_change = false
                where id = :id""")
                .param("hash", hash)
                .param("at", Timestamp.from(at))
                .param("id", accountId)
                .update();
    }

    /** Locks the row, so that simultaneous attempts on one name are counted one after the other. */
    public Failures lockFailures(String loginName, Instant at) {
        sql.sql("""
                insert into access.sign_in_failures (login_name, failures, last_at) values (:login, 0, :at)
                on conflict (login_name) do nothing""").param("login", loginName).param("at", Timestamp.from(at)).update();
        return sql.sql("""
                select failures, locked_until from access.sign_in_failures where login_name = :login for update""")
                .param("login", loginName)
                .query((rs, n) -> {
                    Timestamp until = rs.getTimestamp(2);
                    return new Failures(rs.getInt(1), until == null ? null : until.toInstant());
                })
                .single();
    }

    public void setFailures(String loginName, Failures failures, Instant at) {
        sql.sql("""
                update access.sign_in_failures set failures = :count, locked_until = :until, last_at = :at
                where login_name = :login""")
                .param("count", failures.count())
                .param("until", failures.lockedUntil() == null ? null : Timestamp.from(failures.lockedUntil()))
                .param("at", Timestamp.from(at))
                .param("login", loginName)
                .update();
    }

    public void clearFailures(String loginName) {
        sql.sql("delete from access.sign_in_failures where login_name = :login")
                .param("login", loginName)
                .update();
    }

    public SignInRules rules(LocalDate today) {
        return sql.sql("""
                select least_length, least_kinds, password_valid_days, failures_until_locked, locked_minutes
                from access.sign_in_rules where valid_from <= :today order by valid_from desc limit 1""")
                .param("today", today)
                .query((rs, n) -> new SignInRules(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5)))
                .single();
    }
}
