package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jiamenkou.TestApp;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.AuditCheck;
import org.jiamenkou.access.AuditFinding;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.postgres.Connections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a curious insider would try: ids of others, rights of yesterday, the database by hand, the audit trail. Each
 * attempt is refused, or shows.
 */
@Tag("slow")
class InsiderTest {
    /** A station in 花木街道, where none of 陈's rights reach. */
    private static final String ELSEWHERE = "310115008000";

    private static final String REFUSED = "42501";

    private final TestApp app = TestApp.shared();

    private Station stationElsewhere() {
        return app.bean(Stations.class)
                .listBySubdistrict(
                        app.bean(Divisions.class).find(ELSEWHERE).orElseThrow().id())
                .getFirst();
    }

    private Connection asApp() throws SQLException {
        Connections connections = app.bean(Connections.class);
        return DriverManager.getConnection(connections.url(), connections.appUser(), connections.appPassword());
    }

    private static long number(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private long asSuperuser(String query) throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser(app.bean(Connections.class));
                Statement sql = superuser.createStatement()) {
            return number(sql, query);
        }
    }

    private int changeAsSuperuser(String statement) throws SQLException {
        try (Connection superuser = TestDatabase.asSuperuser(app.bean(Connections.class));
                Statement sql = superuser.createStatement()) {
            // The guards of accounts and grants stop even a superuser, unless it puts the triggers aside.
            sql.execute("set session_replication_role = replica");
            return sql.executeUpdate(statement);
        }
    }

    @Test
    void pages_and_forms_of_another_place_do_not_exist_for_who_has_no_right_there() throws SQLException {
        String other = stationElsewhere().code();
        long before = asSuperuser("select count(*) from calendar.schedule_history");
        Visitor chen = Visitor.staff("chen");
        for (String page : List.of("", "/hours", "/responsible", "/offerings")) {
            assertThat(chen.get("/desk/stations/" + other + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        for (String form : List.of("/hours", "/exceptions", "/responsible", "/offerings/residence-permit")) {
            HttpResponse<String> answer = chen.force(
                    "/desk/stations/" + other + form,
                    List.of(
                            Map.entry("from", "2026-12-30"),
                            Map.entry("to", "2026-12-30"),
                            Map.entry("reason", "insider")));
            assertThat(answer.statusCode()).as(form).isEqualTo(404);
        }
        assertThat(asSuperuser("select count(*) from calendar.schedule_history"))
                .isEqualTo(before);
    }

    @Test
    void what_is_not_there_and_what_is_not_allowed_look_alike() {
        Visitor chen = Visitor.staff("chen");
        assertThat(chen.get("/desk/stations/ZZZZ").statusCode())
                .isEqualTo(
                        chen.get("/desk/stations/" + stationElsewhere().code()).statusCode());
        assertThat(chen.get("/admin/audit").statusCode()).isEqualTo(404);
    }

    @Test
    void a_grant_that_ended_and_an_account_that_left_lose_their_rights_in_the_open_session() throws SQLException {
        Visitor zhao = Visitor.staff("zhao");
        String own = stationElsewhere().code();
        assertThat(zhao.get("/desk/stations/" + own).statusCode()).isEqualTo(200);
        String account = "(select id from access.accounts where login_name = 'zhao')";
        try {
            changeAsSuperuser("update access.grants set valid_from = current_date - 9, valid_to = current_date - 2"
                    + " where account_id = " + account);
            assertThat(zhao.get("/desk/stations/" + own).statusCode()).isNotEqualTo(200);
            changeAsSuperuser("update access.grants set valid_to = null where account_id = " + account);
            assertThat(zhao.get("/desk/stations/" + own).statusCode()).isEqualTo(200);
            changeAsSuperuser("update access.accounts set state = 'LEFT' where login_name = 'zhao'");
            assertThat(zhao.get("/desk/stations/" + own).statusCode()).isNotEqualTo(200);
        } finally {
            changeAsSuperuser("update access.grants set valid_to = null where account_id = " + account);
            changeAsSuperuser("update access.accounts set state = 'ACTIVE' where login_name = 'zhao'");
        }
    }

    @Test
    void an_invented_session_is_nobody() throws Exception {
        HttpResponse<String> answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(app.url() + "/desk"))
                                .header("Cookie", "JMK_SESSION=MDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAw")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void without_a_scope_the_database_shows_the_applications_own_log_in_no_row_about_anybody() throws SQLException {
        try (Connection connection = asApp();
                Statement sql = connection.createStatement()) {
            for (String table : List.of(
                    "access.accounts",
                    "access.grants",
                    "access.audit",
                    "access.audit_blocks",
                    "network.staff_private")) {
                assertThat(asSuperuser("select count(*) from " + table) >= 0).isTrue();
                assertThat(number(sql, "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void acting_for_one_place_the_database_shows_and_takes_nothing_of_another() throws SQLException {
        Station other = stationElsewhere();
        String here = app.bean(Divisions.class)
                .find("310115014000")
                .orElseThrow()
                .id()
                .value()
                .toString();
        try (Connection connection = asApp();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('jmk.actor', 'insider', true), set_config('jmk.areas', '{" + here
                    + "}', true), set_config('jmk.write_areas', '{" + here + "}', true)");
            assertThat(number(
                            sql,
                            "select count(*) from access.accounts where subdistrict_id <> '" + here
                                    + "' or login_name in ('wu', 'zheng', 'qian')"))
                    .isZero();
            assertThat(sql.executeUpdate("update network.stations set phone = '0' where id = '"
                            + other.id().id() + "'"))
                    .isZero();
            assertThat(sql.executeUpdate("delete from network.rooms where subdistrict_id <> '" + here + "'"))
                    .isZero();
            connection.rollback();
        }
    }

    @Test
    void the_applications_log_in_cannot_lift_what_binds_it() throws SQLException {
        for (String attempt : List.of(
                "alter table access.audit no force row level security",
                "alter table access.audit disable row level security",
                "drop policy audit_add on access.audit",
                "create policy mine on access.audit using (true)",
                "alter role jmk_app bypassrls",
                "alter role jmk_app superuser",
                "set role jmk_owner",
                "set session authorization postgres",
                "set session_replication_role = replica",
                "select * from pg_authid",
                "select pg_read_file('/etc/passwd')",
                "copy access.accounts to program 'cat'",
                "create table access.mine (x int)",
                "create function access.mine() returns int language sql security definer return 1",
                "create extension dblink",
                "update access.audit set actor = 'somebody else'",
                "delete from access.audit",
                "truncate access.audit",
                "delete from access.audit_2026_11",
                "select count(*) from access.audit_2026_11 for update",
                "update access.audit_blocks set hash = signature",
                "delete from access.audit_blocks",
                "delete from access.accounts",
                "delete from access.grants",
                "update platform.changes set actor = 'x'",
                "delete from platform.changes")) {
            try (Connection connection = asApp();
                    Statement sql = connection.createStatement()) {
                connection.setAutoCommit(false);
                sql.execute("select set_config('jmk.actor', 'system:insider', true),"
                        + " set_config('jmk.areas', '*', true), set_config('jmk.write_areas', '*', true)");
                SQLException refused = catchThrowableOfType(SQLException.class, () -> sql.execute(attempt));
                assertThat(refused != null).as(attempt).isTrue();
                assertThat(refused.getSQLState()).as(attempt).isIn(REFUSED, "0A000", "42P17");
                connection.rollback();
            }
        }
    }

    @Test
    void a_row_of_the_trail_cannot_be_written_in_anothers_name() throws SQLException {
        try (Connection connection = asApp();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('jmk.actor', 'public', true)");
            SQLException refused = catchThrowableOfType(
                    SQLException.class,
                    () -> sql.execute("insert into access.audit (id, at, actor, action, subject_type, subject, fields)"
                            + " values (gen_random_uuid(), now(), 'system:x', 'x', 'x', 'x', '{}')"));
            assertThat(refused.getSQLState()).isEqualTo(REFUSED);
            connection.rollback();
        }
    }

    /** Somebody at the server itself may do anything, but not unseen. */
    @Test
    void what_a_superuser_changes_in_the_trail_shows() throws Exception {
        Visitor.staff("wang");
        String last = "(select id from access.audit where action = 'account.signed-in' order by at desc limit 1)";
        long end = System.nanoTime() + 8_000_000_000L;
        while (System.nanoTime() < end
                && asSuperuser("select count(*) from access.audit_blocks where " + last + " = any (row_ids)") == 0) {
            Thread.sleep(100);
        }
        AuditCheck check = app.bean(AuditCheck.class);
        assertThat(check.check(AuditCheck.Period.ALL).findings()).isEmpty();
        assertThat(changeAsSuperuser("update access.audit set action = 'account.signed-inn' where id = " + last))
                .isEqualTo(1);
        try {
            assertThat(check.check(AuditCheck.Period.ALL).findings())
                    .singleElement()
                    .isInstanceOf(AuditFinding.RowEdited.class);
        } finally {
            changeAsSuperuser(
                    "update access.audit set action = 'account.signed-in' where action = 'account.signed-inn'");
        }
        assertThat(check.check(AuditCheck.Period.ALL).findings()).isEmpty();
    }
}
