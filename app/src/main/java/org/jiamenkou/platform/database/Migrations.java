package org.jiamenkou.platform.database;

import org.flywaydb.core.Flyway;
import org.jiamenkou.platform.postgres.Connections;

/**
 * Brings the schema up to date as {@code jmk_owner}, before the application opens its own connections.
 *
 * <p>Versions are {@code V<module>_<number>}: the module's number rises with its floor, so that a fresh database builds
 * the floors in order while a module may add a migration at any time (out of order across modules, forward only).
 */
public final class Migrations {
    private Migrations() {}

    public static void migrate(Connections connections) {
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
}
