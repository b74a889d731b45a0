package org.jiamenkou.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BooleanSupplier;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.Migrations;
import org.jiamenkou.platform.postgres.Options;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.jspecify.annotations.NullMarked;

/** A PostgreSQL as the product starts it, fsync on and healed by its watch, whose processes are killed now and then. */
@NullMarked
final class KilledPostgres implements AutoCloseable {
    private final PostgresServer server;
    private volatile int kills;

    private KilledPostgres(PostgresServer server) {
        this.server = server;
    }

    static KilledPostgres start() throws IOException {
        PostgresServer server = PostgresServer.start(Files.createTempDirectory("jmk-prove-booking"), Options.product());
        Migrations.migrate(server.connections());
        return new KilledPostgres(server);
    }

    TestDatabase database() {
        return TestDatabase.on(server.connections());
    }

    org.jiamenkou.platform.postgres.Connections connections() {
        return server.connections();
    }

    int kills() {
        return kills;
    }

    /** Kills every process of the server, again and again, until the work is over. */
    void killEvery(long millis, BooleanSupplier over) {
        try {
            while (!over.getAsBoolean()) {
                Thread.sleep(millis);
                if (over.getAsBoolean()) {
                    return;
                }
                ProcessHandle.of(server.postmasterPid()).ifPresent(postmaster -> {
                    postmaster.descendants().forEach(ProcessHandle::destroyForcibly);
                    postmaster.destroyForcibly();
                    kills++;
                });
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
