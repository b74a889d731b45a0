package org.jiamenkou.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

/**
 * Brings the schema up to date as {@code jmk_owner}, before the application opens its own connections.
 *
 * <p>Versions are {@code V<module>_<number>}: the module's number rises with its floor, so that a fresh database builds
 * the floors in order while a module may add a migration at any time (out of order across modules, forward only).
 */
public final class Migrations {
    private static final String FOLDER = "db/migration/";

    private Migrations() {}

    public static void migrate(Connections connections) {
        if (isUpToDate(connections)) {
            return;
        }
        migrate(connections, "classpath:db/migration");
    }

    /**
     * Brings an empty database to the schema it had when only these scripts were known, for a backup of that time.
     *
     * @param scripts names as {@link #shipped} gives them
     */
    public static void migrateOnly(Connections connections, Set<String> scripts) {
        try {
            Path folder = Files.createTempDirectory("jmk-migrations");
            try {
                for (Resource script : scripts()) {
                    String name = nameOf(script);
                    if (scripts.contains(name)) {
                        Path copy = folder.resolve(name);
                        Files.createDirectories(copy.resolveSibling("."));
                        Files.write(copy, script.getContentAsByteArray());
                    }
                }
                migrate(connections, "filesystem:" + folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out the migrations", e);
        }
    }

    private static void migrate(Connections connections, String location) {
        Flyway.configure()
                .dataSource(connections.url(), connections.ownerUser(), connections.ownerPassword())
                .locations(location)
                .schemas("platform")
                .table("migrations")
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .placeholders(Map.of("app", connections.appUser()))
                .load()
                .migrate();
    }

    /** The scripts of this program are those that were applied: a later start need not wake Flyway to learn that. */
    private static boolean isUpToDate(Connections connections) {
        return listApplied(connections).keySet().equals(shipped());
    }

    /** Scripts that were applied, with Flyway's checksums; none where the database is empty. */
    public static Map<String, Integer> listApplied(Connections connections) {
        try (Connection connection = DriverManager.getConnection(
                        connections.url(), connections.ownerUser(), connections.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select script, checksum from platform.migrations where success and version is not null")) {
            Map<String, Integer> applied = new TreeMap<>();
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getInt(2));
            }
            return applied;
        } catch (SQLException firstStart) {
            return Map.of(); // Flyway says what is wrong, or makes the table
        }
    }

    /** The scripts this program brings, as {@code module/V…sql}. */
    public static Set<String> shipped() {
        try {
            Set<String> names = new HashSet<>();
            for (Resource script : scripts()) {
                names.add(nameOf(script));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations", e);
        }
    }

    private static Resource[] scripts() throws IOException {
        return new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql");
    }

    private static String nameOf(Resource script) throws IOException {
        String url = script.getURL().toString();
        return url.substring(url.indexOf(FOLDER) + FOLDER.length());
    }
}
