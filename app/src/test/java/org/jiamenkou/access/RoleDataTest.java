package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jiamenkou.TestDatabase;
import org.junit.jupiter.api.Test;

/** The shipped roles, brought again to a database that was edited since. */
class RoleDataTest {
    private static List<String> rights(TestDatabase database, String role) {
        return database.scoped()
                .read(
                        TestAccess.TEST,
                        () -> database.sql()
                                .sql("select right_code from access.role_rights where role = :role order by 1")
                                .param("role", role)
                                .query((rs, n) -> rs.getString(1))
                                .list());
    }

    private static void edit(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    @Test
    void what_is_new_in_the_file_is_added_and_what_was_edited_stays() throws Exception {
        try (TestDatabase database = TestDatabase.fresh()) {
            TestAccess parts = new TestAccess(database);
            parts.roles().run((done, total) -> {});
            List<String> shipped = rights(database, "station-lead");
            assertThat(shipped).contains("EDIT_OFFERINGS", "EDIT_STATION_HOURS");
            // an edit by the city takes one right away, and an older program had not yet shipped another
            edit(
                    database,
                    "delete from access.role_rights where role = 'station-lead' and right_code = 'EDIT_OFFERINGS'",
                    "delete from access.role_rights where role = 'station-lead' and right_code = 'EDIT_STATION_HOURS'",
                    "delete from access.shipped_rights where role = 'station-lead' and right_code = 'EDIT_STATION_HOURS'",
                    "update access.roles set second_factor = false where code = 'station-lead'");
            parts.roles().run((done, total) -> {});
            assertThat(rights(database, "station-lead"))
                    .contains("EDIT_STATION_HOURS")
                    .doesNotContain("EDIT_OFFERINGS");
            assertThat(database.scoped()
                            .read(
                                    TestAccess.TEST,
                                    () -> database.sql()
                                            .sql("select second_factor from access.roles where code = 'station-lead'")
                                            .query(Boolean.class)
                                            .single()))
                    .isFalse();
        }
    }
}
