package org.jiamenkou.access.store;

import java.util.List;
import org.jiamenkou.access.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Roles, what they may do, and the rules of sign-in. */
@Component
public final class RoleStore {
    private final JdbcClient sql;

    RoleStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record Role(String code, String zh, String en, String source, List<Right> rights) {}

    public boolean isEmpty() {
        return sql.sql("select not exists (select 1 from access.roles)")
                .query(Boolean.class)
                .single();
    }

    public void addAll(List<Role> roles) {
        for (Role role : roles) {
            sql.sql("insert into access.roles (code, name_zh, name_en, source) values (:code, :zh, :en, :source)")
                    .param("code", role.code())
                    .param("zh", role.zh())
                    .param("en", role.en())
                    .param("source", role.source())
                    .update();
            sql.sql("insert into access.role_rights (role, right_code) select :code, unnest(:rights)")
                    .param("code", role.code())
                    .param("rights", role.rights().stream().map(Right::name).toArray(String[]::new))
                    .update();
        }
    }

    /** 等保三级 practice (GB/T 22239-2019): length, kinds, 90 days, locked after five. */
    public void addFirstRules() {
        sql.sql("""
                insert into access.sign_in_rules (valid_from, least_length, least_kinds, password_valid_days,
                                                  failures_until_locked, locked_minutes, source)
                values (date '2026-01-01', 8, 3, 90, 5, 15, 'GB/T 22239-2019 level 3, practice')""").update();
    }
}
