package org.jiamenkou.access.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Grant;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles given to accounts. */
@Component
public final class GrantStore {
    private static final String SELECT = """
            select g.id, g.account_id, a.name, g.role, coalesce(r.administrator, false), g.area_id, g.subdistrict_id,
                   g.lines, g.valid_from, g.valid_to, g.ended_at
            from access.grants g
            join access.accounts a on a.id = g.account_id
            join access.roles r on r.code = g.role
            """;

    private final JdbcClient sql;

    GrantStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static Grant grant(ResultSet rs) throws SQLException {
        Date until = rs.getDate(10);
        Timestamp ended = rs.getTimestamp(11);
        return new Grant(
                rs.getObject(1, UUID.class),
                rs.getObject(2, UUID.class),
                rs.getString(3),
                rs.getString(4),
                rs.getBoolean(5),
                new Place(rs.getObject(6, UUID.class), rs.getObject(7, UUID.class)),
                List.of((String[]) rs.getArray(8).getArray()),
                rs.getObject(9, LocalDate.class),
                until == null ? null : rs.getObject(10, LocalDate.class),
                ended == null ? null : ended.toInstant());
    }

    public List<Grant> listOf(UUID accountId) {
        return sql.sql(SELECT + "where g.account_id = :account order by g.valid_from desc, g.granted_at desc")
                .param("account", accountId)
                .query((rs, n) -> grant(rs))
                .list();
    }

    /** Open grants of these accounts, for a list of accounts: one query for all of them. */
    public List<Grant> listOpen(List<UUID> accountIds, LocalDate today) {
        return sql.sql(SELECT + """
                where g.account_id = any(:accounts) and g.ended_at is null
                  and (g.valid_to is null or g.valid_to >= :today)
                order by g.valid_from""")
                .param("accounts", accountIds.toArray(new UUID[0]))
                .param("today", today)
                .query((rs, n) -> grant(rs))
                .list();
    }

    /** Grants of active accounts whose last day lies within this span, soonest first. */
    public List<Grant> listEnding(LocalDate today, LocalDate until) {
        return sql.sql(SELECT + """
                where a.state = 'ACTIVE' and g.ended_at is null and g.valid_to between :today and :until
                order by g.valid_to, a.name limit 500""")
                .param("today", today)
                .param("until", until)
                .query((rs, n) -> grant(rs))
                .list();
    }

    /** Active accounts that hold nothing today or later: made or moved, and waiting for a role. */
    public List<UUID> listWaiting(LocalDate today) {
        return sql.sql("""
                select a.id from access.accounts a
                where a.state = 'ACTIVE' and not exists (select 1 from access.grants g
                    where g.account_id = a.id and g.ended_at is null and (g.valid_to is null or g.valid_to >= :today))
                order by a.name limit 500""")
                .param("today", today)
                .query((rs, n) -> rs.getObject(1, UUID.class))
                .list();
    }

    public Optional<Grant> lock(UUID accountId, UUID grantId) {
        return sql.sql(SELECT + "where g.account_id = :account and g.id = :id for update of g")
                .param("account", accountId)
                .param("id", grantId)
                .query((rs, n) -> grant(rs))
                .optional();
    }

    /**
     * Whoever gives or ends an administrator role holds these rows: two who end the last two holders at the same moment
     * do so one after the other, and the second is refused.
     */
    public void lockAdministratorRoles() {
        sql.sql("select code from access.roles where administrator order by code for update")
                .query((rs, n) -> rs.getString(1))
                .list();
    }

    /** Which holders are left out of a count. @param grantId or, when null, every grant of the account */
    public record LeftOut(UUID accountId, @Nullable UUID grantId) {}

    /** A role held for the city after a day. @param demo whether sample accounts count, being able to sign in */
    public record Held(String role, UUID cityId, LocalDate after, boolean demo) {}

    /** Active accounts that still hold the role for the city after this day. */
    public int countHolders(Held held, LeftOut leftOut) {
        return sql.sql("""
                select count(distinct g.account_id) from access.grants g
                join access.accounts a on a.id = g.account_id and a.state = 'ACTIVE' and (:demo or not a.demo)
                where g.role = :role and g.area_id = :city and g.ended_at is null
                  and g.valid_from <= :after and (g.valid_to is null or g.valid_to > :after)
                  and not (g.account_id = :account and (cast(:grant as uuid) is null or g.id = cast(:grant as uuid)))""")
                .param("demo", held.demo())
                .param("role", held.role())
                .param("city", held.cityId())
                .param("after", held.after())
                .param("account", leftOut.accountId())
                .param("grant", leftOut.grantId())
                .query(Integer.class)
                .single();
    }

    /** @param until last day, null without end */
    public record NewGrant(
            UUID id,
            UUID accountId,
            String role,
            Place place,
            List<String> lines,
            LocalDate from,
            @Nullable LocalDate until,
            String grantedBy) {}

    public void add(NewGrant grant, Instant at) {
        sql.sql("""
                insert into access.grants (account_id, id, role, area_id, subdistrict_id, lines, valid_from, valid_to,
                    granted_by, granted_at)
                values (:account, :id, :role, :area, :subdistrict, :lines, :from, cast(:until as date), :by, :at)""")
                .param("account", grant.accountId())
                .param("id", grant.id())
                .param("role", grant.role())
                .param("area", grant.place().areaId())
                .param("subdistrict", grant.place().subdistrictId())
                .param("lines", grant.lines().toArray(new String[0]))
                .param("from", grant.from())
                .param("until", grant.until())
                .param("by", grant.grantedBy())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The days after this one it gives nothing more. */
    public void endAfter(Grant grant, LocalDate lastDay) {
        sql.sql("""
                update access.grants set valid_to = :last
                where account_id = :account and id = :id and (valid_to is null or valid_to > :last)""")
                .param("last", lastDay)
                .param("account", grant.accountId())
                .param("id", grant.id())
                .update();
    }

    /** From this moment it gives nothing more. */
    public void endNow(Grant grant, String endedBy, Instant at) {
        sql.sql("""
                update access.grants set ended_at = :at, ended_by = :by
                where account_id = :account and id = :id and ended_at is null""")
                .param("at", Timestamp.from(at))
                .param("by", endedBy)
                .param("account", grant.accountId())
                .param("id", grant.id())
                .update();
    }
}
