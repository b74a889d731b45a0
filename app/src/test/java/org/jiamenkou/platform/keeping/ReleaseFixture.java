package org.jiamenkou.platform.keeping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Migrations;
import org.jiamenkou.platform.postgres.Connections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.postgresql.PGConnection;

/**
 * Writes the data of a release for {@link UpgradeTest}: two subdistricts of the sample network in the schema of that
 * release. Run once for each release, and the files committed (docs/safe-keeping.md, "A release adds its data"):
 *
 * <pre>mvn -pl app test -Dtest=ReleaseFixture -Drelease=0.2</pre>
 */
@Tag("slow")
@EnabledIfSystemProperty(named = "release", matches = "[0-9.]+")
class ReleaseFixture {
    static final Passphrase PASSPHRASE = new Passphrase("data of a past release");
    static final Path FOLDER = Path.of("src/test/resources/release");

    /** What the first release had; later ones have what the program brings. */
    private static final Set<String> FIRST = Set.of(
            "platform/V10_001__scope_and_changes.sql",
            "access/V20_001__accounts_and_audit.sql",
            "calendar/V30_001__days_and_schedules.sql",
            "elements/V31_001__code_sets.sql",
            "network/V40_001__divisions_and_stations.sql",
            "network/V40_002__edition_base.sql",
            "network/V40_050__v_stations.sql",
            "catalogue/V50_001__items.sql",
            "catalogue/V50_002__offerings.sql",
            "catalogue/V50_003__approvals_and_lists.sql");

    private static final String KEPT = "(select id from network.divisions where kind in ('CITY', 'DISTRICT')"
            + " or id in (select division_id from network.division_codes where code in ('310115014000', '310115008000'))"
            + " or parent_id in (select division_id from network.division_codes"
            + "                  where code in ('310115014000', '310115008000')))";

    /** Half of them, and the one that pages are asked for. */
    private static final String ITEMS =
            "(select id from catalogue.items where slug = 'residence-permit' or md5(slug) < '8')";

    private final TestApp app = TestApp.shared();

    @Test
    void write() throws Exception {
        String release = System.getProperty("release");
        Set<String> scripts = release.equals("0.1") ? FIRST : Migrations.shipped();
        Connections source = app.bean(Connections.class);
        try (TestDatabase.Empty target = TestDatabase.empty()) {
            Migrations.migrateOnly(target.connections(), scripts);
            try (Connection from = TestDatabase.asSuperuser(source);
                    Connection to = TestDatabase.asSuperuser(target.connections());
                    Statement sql = to.createStatement()) {
                sql.execute("set session_replication_role = replica");
                for (DatabaseContents.Source table : new DatabaseContents(to).listTables()) {
                    copy(from, to, table);
                }
                handMade(sql);
            }
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(release + ".backup");
            Path keys = FOLDER.resolve(release + ".keys");
            Files.deleteIfExists(file);
            Files.deleteIfExists(keys);
            new Backup(target.connections(), app.bean(java.time.Clock.class))
                    .write(new Backup.Order(file, keys, app.bean(Settings.class).data(), PASSPHRASE, release));
        }
    }

    private static void copy(Connection from, Connection to, DatabaseContents.Source table) throws Exception {
        Set<String> there = columns(from, table.name());
        List<String> columns = table.columns().stream()
                .filter(column -> there.contains(column.replace("\"", "")))
                .toList();
        String names = String.join(", ", columns);
        java.io.ByteArrayOutputStream rows = new java.io.ByteArrayOutputStream();
        from.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + names + " from " + table.name() + " where " + condition(table.name(), columns)
                                + ") to stdout",
                        rows);
        to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + table.name() + " (" + names + ") from stdin",
                        new java.io.ByteArrayInputStream(rows.toByteArray()));
    }

    private static String condition(String table, List<String> columns) {
        if (Set.of("access.audit", "access.audit_blocks", "platform.changes", "platform.idempotency_keys")
                .contains(table)) {
            return "false";
        }
        if (table.equals("network.divisions")) {
            return "id in " + KEPT;
        }
        if (table.equals("network.division_edition_rows")) {
            return "code in (select code from network.division_codes where division_id in " + KEPT + ")";
        }
        if (table.equals("catalogue.items")) {
            return "id in " + ITEMS;
        }
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (columns.contains("item_id")) {
            conditions.add("item_id in " + ITEMS);
        }
        for (String column : Arrays.asList("subdistrict_id", "division_id", "district_id", "from_id")) {
            if (columns.contains(column)) {
                conditions.add("(" + column + " is null or " + column + " = '00000000-0000-0000-0000-000000000000' or "
                        + column + " in " + KEPT + ")");
            }
        }
        return String.join(" and ", conditions);
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select * from " + table + " limit 0")) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                names.add(rows.getMetaData().getColumnName(i));
            }
        }
        return names;
    }

    /** What people did in that release, for the new one to keep. */
    private static void handMade(Statement sql) throws SQLException {
        sql.execute("update network.stations set phone = '021-5550-1234', version = version + 1 where area_id ="
                + " (select division_id from network.division_codes where code = '310115014002' limit 1)");
        sql.execute("insert into access.audit (id, at, actor, action, subject_type, subject, fields)"
                + " select gen_random_uuid(), timestamptz '2026-11-20 02:00Z' + n * interval '1 minute', a.id::text,"
                + "        'account.signed-in', 'account', a.id::text, '{}'"
                + " from access.accounts a, generate_series(1, 5) n where a.login_name = 'li'");
        sql.execute("insert into platform.changes (id, module, kind, subject, actor, at)"
                + " select gen_random_uuid(), 'network', 'StationHoursChanged', 'x', 'system:test', now()"
                + " from generate_series(1, 3)");
    }
}
