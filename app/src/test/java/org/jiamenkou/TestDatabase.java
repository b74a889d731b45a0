package org.jiamenkou;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.TestAudit;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.changes.TestChanges;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Migrations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.TestScopes;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.Options;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A migrated, empty database for one test class, cloned from a template in a fraction of a second, with the pieces a store
 * or service needs and no Spring. Connections are those of {@code jmk_app}.
 */
@NullMarked
public final class TestDatabase implements AutoCloseable {
    /** Tuesday 24 November 2026, 10:00 in Shanghai. */
    public static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 10, 0);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String TEMPLATE = "jmk_template";
    private static boolean templateIsReady;

    private final String name;
    private final HikariDataSource pool;
    private final Clock clock;
    private final TestScopes parts;
    private final TestChanges changes;

    private TestDatabase(String name, Clock clock) {
        this(name, connectionsTo(name), clock);
    }

    /** On a server of the test's own, migrated by it; closing leaves the database. */
    public static TestDatabase on(Connections connections) {
        return new TestDatabase(
                "", connections, Clock.fixed(NOW.atZone(SHANGHAI).toInstant(), SHANGHAI));
    }

    private TestDatabase(String name, Connections connections, Clock clock) {
        this.name = name;
        this.clock = clock;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(connections.url());
        config.setUsername(connections.appUser());
        config.setPassword(connections.appPassword());
        config.setMaximumPoolSize(6);
        config.setMinimumIdle(1);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        this.pool = new HikariDataSource(config);
        this.parts = TestScopes.over(pool);
        this.changes = TestChanges.over(parts.sql(), parts.scoped(), clock);
    }

    /** A fresh clone with the clock standing at {@link #NOW}. */
    public static TestDatabase fresh() {
        return at(NOW);
    }

    public static TestDatabase at(LocalDateTime now) {
        String name = cloneOfTemplate("jmk_test_" + NUMBER.incrementAndGet());
        return new TestDatabase(name, Clock.fixed(now.atZone(SHANGHAI).toInstant(), SHANGHAI));
    }

    /** How to reach a new clone, for tests that start the whole application. */
    public static Connections freshConnections() {
        return connectionsTo(cloneOfTemplate("jmk_app_" + NUMBER.incrementAndGet()));
    }

    private static synchronized String cloneOfTemplate(String name) {
        try (Connection admin = TestPostgres.admin();
                Statement statement = admin.createStatement()) {
            if (!templateIsReady) {
                statement.execute("create database " + TEMPLATE + " owner jmk_owner");
                Migrations.migrate(connectionsTo(TEMPLATE));
                templateIsReady = true;
            }
            statement.execute("create database " + name + " template " + TEMPLATE + " owner jmk_owner");
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    private static Connections connectionsTo(String database) {
        return new Connections(TestPostgres.url(database), "jmk_owner", "owner", "jmk_app", "app");
    }

    public Scoped scoped() {
        return parts.scoped();
    }

    public JdbcClient sql() {
        return parts.sql();
    }

    public Ids ids() {
        return new Ids(clock);
    }

    public ChangeVersions versions() {
        return changes.versions();
    }

    /** Writes changes; nobody is told, there is no other node. */
    public Changes changes() {
        return changes.changes();
    }

    public Audit audit() {
        return TestAudit.over(sql(), ids(), clock);
    }

    public Clock clock() {
        return clock;
    }

    /** A raw connection as jmk_app without any scope, for trying row-level security by hand. */
    public Connection raw() throws SQLException {
        return DriverManager.getConnection(TestPostgres.url(name), "jmk_app", "app");
    }

    /** A connection that no row-level security binds: an intruder at the server, or a test that looks at everything. */
    public Connection asSuperuser() throws SQLException {
        return TestPostgres.admin(name);
    }

    public Connections connections() {
        return connectionsTo(name);
    }

    /** The same for a database that a test's application uses. */
    public static Connection asSuperuser(Connections connections) throws SQLException {
        String url = connections.url();
        return TestPostgres.admin(url.substring(url.lastIndexOf('/') + 1));
    }

    /** A database without any table, gone when closed. */
    public record Empty(Connections connections, String name) implements AutoCloseable {
        @Override
        public void close() {
            drop(name);
        }
    }

    public static Empty empty() {
        String name = "jmk_empty_" + NUMBER.incrementAndGet();
        try (Connection admin = TestPostgres.admin();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name + " owner jmk_owner");
            return new Empty(connectionsTo(name), name);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
    }

    private static void drop(String name) {
        try (Connection admin = TestPostgres.admin();
                Statement statement = admin.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For tests that start servers of their own: the programs unpacked once. */
    public static Options serverOptions() {
        return TestPostgres.OPTIONS;
    }

    @Override
    public void close() {
        pool.close();
        if (!name.isEmpty()) {
            drop(name);
        }
    }
}
