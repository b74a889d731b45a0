package org.jiamenkou.access.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.RoleDescription;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles, what they may do, and the rules of sign-in. */
@Component
public final class RoleStore {
    private final JdbcClient sql;

    RoleStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * A role of the shipped file.
     *
     * @param secondFactor whether signing in asks for a code
     * @param administrator whether it is one of the three that exclude each other
     */
    public record Role(
            String code,
            String zh,
            String en,
            String source,
            boolean secondFactor,
            boolean administrator,
            List<Right> rights) {}

    /** Adds what the database has never been given; what was edited or taken away there since stays as it is. */
    public void bring(Role role) {
        sql.sql("""
                insert into access.roles (code, name_zh, name_en, source) values (:code, :zh, :en, :source)
                on conflict (code) do nothing""")
                .param("code", role.code())
                .param("zh", role.zh())
                .param("en", role.en())
                .param("source", role.source())
                .update();
        sql.sql("""
                update access.roles set second_factor = coalesce(second_factor, :factor),
                    administrator = coalesce(administrator, :administrator)
                where code = :code and (second_factor is null or administrator is null)""")
                .param("factor", role.secondFactor())
                .param("administrator", role.administrator())
                .param("code", role.code())
                .update();
        sql.sql("""
                with fresh as (
                    insert into access.shipped_rights (role, right_code) select :code, unnest(:rights)
                    on conflict do nothing returning role, right_code)
                insert into access.role_rights (role, right_code) select role, right_code from fresh
                on conflict do nothing""")
                .param("code", role.code())
                .param("rights", role.rights().stream().map(Right::name).toArray(String[]::new))
                .update();
    }

    /** Roles with their rights as they are now, in the order of the shipped file's codes. */
    public List<RoleDescription> list() {
        return sql.sql("""
                select r.code, r.name_zh, r.name_en, r.source, coalesce(r.second_factor, false),
                       coalesce(r.administrator, false),
                       array(select rr.right_code from access.role_rights rr where rr.role = r.code order by 1)
                from access.roles r order by r.administrator nulls first, r.code""")
                .query((rs, n) -> new RoleDescription(
                        rs.getString(1),
                        new LocalText(rs.getString(2), rs.getString(3)),
                        rs.getString(4),
                        rs.getBoolean(5),
                        rs.getBoolean(6),
                        Arrays.stream((String[]) rs.getArray(7).getArray())
                                .map(Right::valueOf)
                                .collect(Collectors.toSet())))
                .list();
    }

    public Optional<RoleDescription> find(String code) {
        return list().stream().filter(role -> role.code().equals(code)).findFirst();
    }

    /** 等保三级 practice (GB/T 22239-2019): length, kinds, 90 days, locked after five; a code once a shift. */
    public void addFirstRules() {
        sql.sql("""
                insert into access.sign_in_rules (valid_from, least_length, least_kinds, password_valid_days,
                                                  failures_until_locked, locked_minutes, source)
                select date '2026-01-01', 8, 3, 90, 5, 15, 'GB/T 22239-2019 level 3, practice'
                where not exists (select 1 from access.sign_in_rules)""").update();
        sql.sql("""
                insert into access.factor_rules (valid_from, browser_hours, pin_failures_until_locked,
                    pin_locked_minutes, restore_hours, ending_soon_days, source)
                select date '2026-01-01', 12, 5, 15, 24, 30, 'GB/T 22239-2019 level 3, practice; M-022'
                where not exists (select 1 from access.factor_rules)""").update();
    }
}
