package org.jiamenkou.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Row-level security of the catalogue, tried directly in SQL as jmk_app, and the history that nobody edits. */
class CatalogueRowsTest {
    private static final SystemScope TEST = new SystemScope("test");

    private static TestDatabase database;
    private static SmallCity.At own;
    private static SmallCity.At other;
    private static UUID item;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        SmallCity city = new SmallCity(database.sql());
        database.scoped().transaction(TEST, () -> {
            city.build(2, 1);
            city.item("residence-permit");
        });
        item = city.items.getFirst().value();
        own = city.stations.get(0);
        other = city.stations.get(1);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** Runs statements in one transaction that writes in one area only; nothing is kept. */
    private static int as(String actor, String writes, String... statements) throws SQLException {
        try (Connection connection = database.raw();
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.execute("select set_config('jmk.actor', '" + actor + "', true), set_config('jmk.areas', '{" + writes
                    + "}', true), set_config('jmk.write_areas', '{" + writes + "}', true)");
            int last = 0;
            for (String statement : statements) {
                if (sql.execute(statement)) {
                    try (ResultSet rows = sql.getResultSet()) {
                        rows.next();
                        last = rows.getInt(1);
                    }
                } else {
                    last = sql.getUpdateCount();
                }
            }
            connection.rollback();
            return last;
        }
    }

    private static String exception(SmallCity.At at) {
        return "insert into catalogue.offering_exceptions (subdistrict_id, station_id, item_id, area_id, readiness, ways,"
                + " reason_zh, sample, valid_from, set_at, set_by) values ('"
                + at.id().subdistrictId() + "', '"
                + at.id().id() + "', '" + item + "', '" + at.id().subdistrictId()
                + "', 'NOT_TAKEN_ON', '{}', 'x', false, '2000-01-01', now(), 'test')";
    }

    private static String step(SmallCity.At at) {
        return "insert into catalogue.offering_steps (subdistrict_id, id, station_id, area_id, item_id, at, by_name, step,"
                + " ways, reason) values ('" + at.id().subdistrictId() + "', gen_random_uuid(), '"
                + at.id().id() + "', '"
                + at.id().subdistrictId() + "', '" + item + "', now(), 'x', 'TAKEN_OFF', '{}', 'x')";
    }

    @Test
    void without_a_scope_there_are_no_rows() throws SQLException {
        assertThat(as("", "", "select count(*) from catalogue.items")).isZero();
        assertThat(as("public", "", "select count(*) from catalogue.items")).isEqualTo(1);
    }

    @Test
    void an_exception_is_written_where_the_right_reaches_and_nowhere_else() throws SQLException {
        String here = own.id().subdistrictId().toString();
        assertThat(as("li", here, exception(own))).isEqualTo(1);
        assertThatThrownBy(() -> as("li", here, exception(other)))
                .hasMessageContaining("row-level security policy for table \"offering_exceptions\"");
        assertThatThrownBy(() -> as("public", "", exception(own))).hasMessageContaining("row-level security");
    }

    @Test
    void the_history_of_a_station_is_read_where_a_right_reaches() throws SQLException {
        String here = own.id().subdistrictId().toString();
        String count = "select count(*) from catalogue.offering_steps";
        assertThat(as("li", here, step(own), count)).isEqualTo(1);
        database.scoped().transaction(TEST, () -> {
            database.sql().sql(step(other)).update();
        });
        assertThat(as("li", here, count)).isZero();
        assertThat(as("public", "", count)).isZero();
    }

    @Test
    void neither_a_published_version_nor_the_history_can_be_edited() {
        for (String edit : List.of(
                "update catalogue.item_versions set document = '{}'",
                "delete from catalogue.item_versions",
                "update catalogue.offering_steps set reason = 'y'",
                "delete from catalogue.offering_steps")) {
            assertThatThrownBy(() -> as("li", own.id().subdistrictId().toString(), edit))
                    .as(edit)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_officer_of_a_subdistrict_writes_no_item_and_no_rule_of_the_city() {
        String here = own.id().subdistrictId().toString();
        assertThatThrownBy(() -> as("wang", here, "insert into catalogue.items values (gen_random_uuid(), 'mine')"))
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> as(
                        "wang",
                        here,
                        "insert into catalogue.offering_rules (subdistrict_id, id, area_id, level, item_id, readiness, ways,"
                                + " source, valid_from) values ('" + OfferingStore.NIL + "', gen_random_uuid(), '"
                                + OfferingStore.NIL + "', 'CITY', '" + item
                                + "', 'AVAILABLE', '{station}', 'mine', '2000-01-01')"))
                .hasMessageContaining("row-level security");
    }
}
