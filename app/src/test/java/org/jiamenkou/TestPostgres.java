package org.jiamenkou;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jiamenkou.platform.postgres.Options;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.jspecify.annotations.NullMarked;

/** One real PostgreSQL for the tests of this JVM, without fsync, gone when the JVM ends. */
@NullMarked
final class TestPostgres {
    static final Options OPTIONS =
            Options.forTests(Path.of("target", "postgres-bin").toAbsolutePath());
    private static final PostgresServer SERVER = start();

    private TestPostgres() {}

    private static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("jmk-test-postgres");
            PostgresServer server = PostgresServer.start(folder, OPTIONS);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            try (Connection admin = DriverManager.getConnection(
                            server.jdbcUrl("postgres"), server.superuser(), server.superuserPassword());
                    Statement statement = admin.createStatement()) {
                statement.execute("create role jmk_owner login password 'owner'");
                statement.execute("create role jmk_app login password 'app' nosuperuser nobypassrls");
            }
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("no PostgreSQL for the tests", e);
        }
    }

    static String url(String database) {
        return SERVER.jdbcUrl(database);
    }

    static Connection admin() throws SQLException {
        return admin("postgres");
    }

    static Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SERVER.superuser(), SERVER.superuserPassword());
    }
}
