package org.jiamenkou.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

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
        Flyway.configure()
                .dataSource(connections.url(), connections.ownerUser(), connections.ownerPassword())
                .locations("classpath:db/migration")
                .schemas("platform")
                .table("migrations")
                .outOfOrder(true)
                .validateMigrationNaming(true)
                .placeholders(java.util.Map.of("app", connections.appUser()))
                .load()
                .migrate();
    }

    /** The scripts of this program are those that were applied: a later start need not wake Flyway to learn that. */
    private static boolean isUpToDate(Connections connections) {
        try (Connection connection = DriverManager.getConnection(
                        connections.url(), connections.ownerUser(), connections.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select script from platform.migrations where success and version is not null")) {
            Set<String> applied = new HashSet<>();
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
            return applied.equals(shipped());
        } catch (SQLException firstStart) {
            return false; // Flyway says what is wrong, or makes the table
        }
    }

    private static Set<String> shipped() {
        try {
            Set<String> scripts = new HashSet<>();
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/**/*.sql")) {
                String url = script.getURL().toString();
                scripts.add(url.substring(url.indexOf(FOLDER) + FOLDER.length()));
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations", e);
        }
    }
}
