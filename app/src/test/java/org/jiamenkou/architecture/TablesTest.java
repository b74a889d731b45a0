package org.jiamenkou.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jiamenkou.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each table says in db/tables.csv whether it belongs to a place, a person, is reference or local, and its keys stay inside
 * that (so that Citus can distribute it); row-level security covers what is about people or places.
 */
class TablesTest {
    private static TestDatabase database;
    private static final Map<String, CSVRecord> LIST = new TreeMap<>();

    @BeforeAll
    static void open() throws IOException {
        database = TestDatabase.fresh();
        try (CSVParser rows = CSVParser.parse(
                Files.readString(Path.of("src/main/resources/db/tables.csv")),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            rows.forEach(row -> LIST.put(row.get("table"), row));
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static List<List<String>> query(String sql) throws SQLException {
        try (Connection connection = database.raw();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    private static final String OURS = " n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public') ";

    @Test
    void every_table_is_in_the_list_and_every_line_is_a_table() throws SQLException {
        Set<String> tables = new TreeSet<>();
        query("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind in ('r', 'p') and not c.relispartition and" + OURS)
                .forEach(row -> tables.add(row.getFirst()));
        assertThat(tables).hasSizeGreaterThan(10).isEqualTo(LIST.keySet());
        assertThat(LIST.values())
                .allSatisfy(row ->
                        assertThat(row.get("belongs_to")).isIn("place", "person", "reference", "local", "library"));
    }

    @Test
    void keys_of_places_and_people_stay_inside_them() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (List<String> key : query("""
                select n.nspname || '.' || c.relname, k.conname, k.contype::text,
                       (select string_agg(a.attname, ',') from unnest(k.conkey) u
                        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u),
                       case when k.confrelid <> 0 then (select fn.nspname || '.' || fc.relname from pg_class fc
                        join pg_namespace fn on fn.oid = fc.relnamespace where fc.oid = k.confrelid) end
                from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                where k.contype in ('p', 'u', 'f') and not c.relispartition and""" + OURS)) {
            CSVRecord table = LIST.get(key.get(0));
            String needed = needed(table, key.get(4));
            if (needed != null && !Set.of(key.get(3).split(",")).contains(needed)) {
                wrong.add(key.get(0) + " " + key.get(1) + " lacks " + needed);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The column that a key must contain, null when it need not contain any. */
    private static String needed(CSVRecord table, String target) {
        if (table == null) {
            return null;
        }
        String kind = table.get("belongs_to");
        boolean toReference = target != null
                && LIST.get(target) != null
                && !LIST.get(target).get("belongs_to").equals(kind);
        if (toReference) {
            return null;
        }
        return switch (kind) {
            case "place" -> "subdistrict_id";
            case "person" -> table.get("key").equals("id") && target == null ? null : table.get("key");
            default -> null;
        };
    }

    @Test
    void tables_of_places_and_people_have_forced_row_level_security() throws SQLException {
        Set<String> secured = new HashSet<>();
        query("select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relrowsecurity and c.relforcerowsecurity and" + OURS)
                .forEach(row -> secured.add(row.getFirst()));
        assertThat(LIST.values().stream()
                        .filter(row -> Set.of("place", "person").contains(row.get("belongs_to")))
                        .map(row -> row.get("table")))
                .isNotEmpty()
                .allSatisfy(table -> assertThat(secured).contains(table));
        assertThat(secured).contains("access.audit");
    }

    @Test
    void views_run_with_the_rights_of_who_asks() throws SQLException {
        assertThat(query("select n.nspname || '.' || c.relname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and" + OURS
                        + " and not coalesce(c.reloptions::text like '%security_invoker=true%', false)"))
                .isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_cannot_pass_by_row_level_security() throws SQLException {
        assertThat(query("select rolsuper, rolbypassrls from pg_roles where rolname = 'jmk_app'"))
                .containsExactly(List.of("f", "f"));
        assertThat(query("select c.relname from pg_class c join pg_roles r on r.oid = c.relowner"
                        + " where r.rolname = 'jmk_app'"))
                .isEmpty();
    }

    @Test
    void the_audit_trail_can_be_added_to_and_not_changed() throws SQLException {
        assertThat(
                        query(
                                "select has_table_privilege('access.audit', 'insert'),"
                                        + " has_table_privilege('access.audit', 'update'), has_table_privilege('access.audit', 'delete')"))
                .containsExactly(List.of("t", "f", "f"));
        assertThat(query("select distinct has_table_privilege(c.oid, 'update, delete') from pg_class c"
                        + " join pg_inherits i on i.inhrelid = c.oid"
                        + " join pg_class p on p.oid = i.inhparent where p.relname = 'audit'"))
                .containsExactly(List.of("f"));
    }
}
