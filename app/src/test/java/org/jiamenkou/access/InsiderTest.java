package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.Place;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody tries who has the application's own connection and types SQL: each try is refused by the database. */
class InsiderTest {
    private static TestDatabase database;
    private static UUID insider;
    private static UUID eastern;
    private static UUID western;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        TestAccess parts = new TestAccess(database);
        parts.roles().run((done, total) -> {});
        insider = parts.account("insider", "-", "security-administrator", TestAreas.EAST);
        eastern = parts.account("eastern", "-", "station-lead", TestAreas.EAST);
        western = parts.account("western", "-", "station-lead", TestAreas.WEST);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Runs as jmk_app with the scope of somebody who holds a right in the east; everything is rolled back. */
    private static int asInsider(String sql) throws SQLException {
        try (Connection raw = database.raw();
                Statement statement = raw.createStatement()) {
            raw.setAutoCommit(false);
            statement.execute("set local jmk.actor = '" + insider + "'");
            statement.execute("set local jmk.areas = '{" + TestAreas.EAST.areaId() + "}'");
            statement.execute("set local jmk.write_areas = '{" + TestAreas.EAST.areaId() + "}'");
            try {
                return statement.executeUpdate(sql);
            } finally {
                raw.rollback();
            }
        }
    }

    private static String grant(UUID account, String role, Place place) {
        return "insert into access.grants (account_id, id, role, area_id, subdistrict_id, valid_from, granted_by, granted_at)"
                + " values ('" + account + "', gen_random_uuid(), '" + role + "', '" + place.areaId() + "', '"
                + place.areaId() + "', current_date, 'x', now())";
    }

    @Test
    void another_area_is_neither_read_nor_written() throws SQLException {
        assertThat(asInsider("update access.accounts set name = 'x' where id = '" + western + "'"))
                .isZero();
        assertThat(asInsider("update access.grants set ended_at = now() where account_id = '" + western + "'"))
                .isZero();
        assertThatThrownBy(() -> asInsider(grant(eastern, "station-lead", TestAreas.WEST)))
                .hasMessageContaining("row-level security");
        assertThat(asInsider(grant(eastern, "guide", TestAreas.EAST))).isEqualTo(1);
    }

    @Test
    void nobody_grants_to_themselves_or_collects_administrator_roles() {
        assertThatThrownBy(() -> asInsider(grant(insider, "station-lead", TestAreas.EAST)))
                .hasMessageContaining("nobody grants to themselves");
        assertThatThrownBy(() -> asInsider(grant(eastern, "auditor", TestAreas.EAST) + "; "
                        + grant(eastern, "system-administrator", TestAreas.EAST)))
                .hasMessageContaining("exclude each other");
    }

    @Test
    void a_grant_is_not_rewritten_and_an_ended_one_not_revived() throws SQLException {
        assertThatThrownBy(() -> asInsider(
                        "update access.grants set role = 'city-officer' where account_id = '" + eastern + "'"))
                .hasMessageContaining("ended, not rewritten");
        assertThatThrownBy(() -> asInsider("update access.grants set ended_at = now() where account_id = '" + eastern
                        + "'; update access.grants set ended_at = null where account_id = '" + eastern + "'"))
                .hasMessageContaining("ended, not rewritten");
        assertThatThrownBy(() -> asInsider("delete from access.grants where account_id = '" + eastern + "'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void roles_rights_and_rules_are_not_the_applications_to_change() {
        assertThatThrownBy(() -> asInsider("update access.role_rights set right_code = 'READ_AUDIT'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asInsider("delete from access.role_rights")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asInsider("update access.factor_rules set browser_hours = 24"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asInsider("update access.audit set actor = 'x'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_restore_is_asked_and_confirmed_in_ones_own_name_only() {
        String restore = "insert into access.restores (account_id, id, password, totp, reason, asked_by, asked_at,"
                + " confirm_until, area_id, subdistrict_id) values ('%s', '%s', true, true, 'x', '%s', now(),"
                + " now() + interval '1 day', '" + TestAreas.EAST.areaId() + "', '" + TestAreas.EAST.areaId() + "')";
        UUID id = UUID.randomUUID();
        assertThatThrownBy(() -> asInsider(restore.formatted(eastern, id, western)))
                .hasMessageContaining("one's own name");
        assertThatThrownBy(() -> asInsider(restore.formatted(insider, id, insider)))
                .hasMessageContaining("restores_check");
        String confirm = "; update access.restores set confirmed_by = '%s', code_hash = 'x', confirmed_at = now()";
        assertThatThrownBy(() -> asInsider(restore.formatted(eastern, id, insider) + confirm.formatted(insider)))
                .hasMessageContaining("restores_check");
        assertThatThrownBy(() -> asInsider(restore.formatted(eastern, id, insider) + confirm.formatted(western)))
                .hasMessageContaining("one's own name");
    }

    @Test
    void ones_own_account_keeps_its_place_and_maker() {
        assertThatThrownBy(() -> asInsider("update access.accounts set created_by = 'x' where id = '" + eastern + "'"))
                .hasMessageContaining("cannot be changed");
    }
}
