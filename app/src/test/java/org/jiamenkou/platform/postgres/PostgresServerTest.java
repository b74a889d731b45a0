package org.jiamenkou.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jiamenkou.platform.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On real server processes; the data folder has a space in its name throughout. */
class PostgresServerTest {
    private static final Path BINARIES =
            Path.of("target", "postgres-bin").toAbsolutePath().normalize();
    private static final Options DURABLE = new Options(true, 32, 20, BINARIES);
    private static final Options FAST = Options.forTests(BINARIES);

    @TempDir
    Path temp;

    private Path dir(String name) {
        return temp.resolve("data of " + name);
    }

    private static Connection as(PostgresServer server, Role role) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("jmk"), role.name(), role.password());
    }

    private static String ask(PostgresServer server, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("jmk"), server.superuser(), server.superuserPassword());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void tell(PostgresServer server, String... statements) throws SQLException {
        try (Connection connection = as(server, server.role("jmk_owner"));
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static void kill(long pid) {
        assertThat(Command.run(List.of("sh", "-c", "kill -9 " + pid), Duration.ofSeconds(2))
                        .ok())
                .isTrue();
    }

    @Test
    void the_products_server_keeps_what_it_acknowledged_and_listens_on_loopback_only() throws SQLException {
        assertThat(Options.product().durable()).isTrue();
        try (PostgresServer server = PostgresServer.start(dir("durable"), DURABLE)) {
            server.connections();
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show data_checksums")).isEqualTo("on");
            assertThat(ask(server, "show server_encoding")).isEqualTo("UTF8");
            // "show" would tell what the JDBC driver asked for
            assertThat(ask(server, "select setting from pg_file_settings where name = 'timezone' and applied"))
                    .isEqualTo("UTC");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(server, "show unix_socket_directories")).isEmpty();
            assertThat(ask(server, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(server, "select upper('ä家')")).isEqualTo("Ä家");
        }
    }

    @Test
    void the_two_log_ins_have_no_more_rights_than_they_need_and_their_passwords_are_private() throws Exception {
        try (PostgresServer server = PostgresServer.start(dir("roles"), FAST)) {
            Connections connections = server.connections();
            assertThat(connections.url()).isEqualTo(server.jdbcUrl("jmk"));
            assertThat(ask(server, """
                    select string_agg(rolname, ' ') from pg_roles
                    where rolname like 'jmk%' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole)""")).isNull();
            tell(server, "create schema s", "create table s.t (n int)");
            try (Connection app = as(server, server.role("jmk_app"));
                    Statement sql = app.createStatement()) {
                assertThatThrownBy(() -> sql.execute("select * from s.t")).hasMessageContaining("permission denied");
                assertThatThrownBy(() -> sql.execute("create schema mine")).hasMessageContaining("permission denied");
            }
            for (String name : List.of("postgres", "jmk_owner", "jmk_app")) {
                Path file = dir("roles").resolve("keys").resolve(name + ".password");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void data_and_port_stay_between_runs_and_the_key_files_decide_the_passwords() throws Exception {
        int port;
        try (PostgresServer server = PostgresServer.start(dir("kept"), FAST)) {
            server.connections();
            port = server.port();
            tell(server, "create table t as select 7 n");
        }
        Files.writeString(dir("kept").resolve("keys").resolve("jmk_owner.password"), "restored-from-backup\n");
        try (PostgresServer server = PostgresServer.start(dir("kept"), FAST)) {
            assertThat(server.connections().ownerPassword()).isEqualTo("restored-from-backup");
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.adopted()).isFalse();
            tell(server, "insert into t values (8)");
            assertThat(ask(server, "select sum(n) from t")).isEqualTo("15");
        }
    }

    @Test
    void a_killed_server_is_noticed_and_back_at_the_same_address_with_every_acknowledged_row() throws Exception {
        try (PostgresServer server = PostgresServer.start(dir("killed"), DURABLE)) {
            server.connections();
            tell(server, "create table t (n int)", "insert into t values (1)", "insert into t values (2)");
            long killed = server.postmasterPid();
            String url = server.jdbcUrl("jmk");
            kill(killed);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while ((server.postmasterPid() == killed || server.postmasterPid() < 0) && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            assertThat(server.postmasterPid()).isNotEqualTo(killed).isPositive();
            assertThat(server.jdbcUrl("jmk")).isEqualTo(url);
            assertThat(ask(server, "select count(*) from t")).isEqualTo("2");
        }
    }

    @Test
    void a_stop_takes_at_most_three_seconds_even_with_a_client_in_the_middle_of_a_query() throws Exception {
        PostgresServer server = PostgresServer.start(dir("stopped"), FAST);
        server.connections();
        Postmaster postmaster = Postmaster.on(server.dataDirectory()).orElseThrow();
        Thread client = Thread.ofVirtual().start(() -> {
            try {
                ask(server, "select pg_sleep(60)");
            } catch (SQLException ended) {
                // by the stop
            }
        });
        Thread.sleep(300);
        long began = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(postmaster.isAlive()).isFalse();
        client.join();
    }

    @Test
    void a_folder_in_use_is_refused_naming_the_address_of_its_node() {
        try (DataLock lock = DataLock.take(dir("held"))) {
            assertThatThrownBy(() -> DataLock.take(dir("held")))
                    .isInstanceOfSatisfying(
                            CannotStartException.class,
                            reason -> assertThat(reason.messageKey()).isEqualTo("start.data.held"));
            lock.starting("http://127.0.0.1:9");
            assertThatThrownBy(() -> PostgresServer.start(dir("held"), FAST))
                    .isInstanceOfSatisfying(CannotStartException.class, reason -> {
                        assertThat(reason.exitCode()).isEqualTo(3);
                        assertThat(reason.messageKey()).isEqualTo("start.data.running");
                        assertThat(reason.details()).containsExactly("http://127.0.0.1:9");
                    });
        }
        DataLock.take(dir("held")).close();
    }

    @Test
    void a_server_of_another_folder_on_the_kept_port_is_left_alone() throws Exception {
        PostgresServer.start(dir("a"), FAST).close();
        try (PostgresServer other = PostgresServer.start(dir("b"), FAST)) {
            other.connections();
            Files.writeString(dir("a").resolve("port"), other.port() + "\n");
            try (PostgresServer server = PostgresServer.start(dir("a"), FAST)) {
                server.connections();
                assertThat(server.port()).isNotEqualTo(other.port());
                assertThat(server.adopted()).isFalse();
                assertThat(ask(server, "show data_directory"))
                        .isEqualTo(dir("a").resolve("postgres").toRealPath().toString());
                assertThat(Files.readString(dir("a").resolve("port")).strip()).isEqualTo("" + server.port());
            }
            assertThat(ask(other, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_stale_pid_file_that_names_a_living_stranger_does_not_stop_a_start() throws Exception {
        PostgresServer.start(dir("stale"), FAST).close();
        Path cluster = dir("stale").resolve("postgres");
        Files.writeString(
                cluster.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + cluster + "\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n");
        try (PostgresServer server = PostgresServer.start(dir("stale"), FAST)) {
            server.connections();
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void what_a_start_killed_half_way_left_behind_is_cleared() throws Exception {
        Files.createDirectories(dir("half").resolve("postgres.new").resolve("base"));
        Files.createDirectory(dir("half").resolve("postgres"));
        try (PostgresServer server = PostgresServer.start(dir("half"), FAST)) {
            assertThat(server.connections().appUser()).isEqualTo("jmk_app");
            assertThat(dir("half").resolve("postgres.new")).doesNotExist();
        }
    }

    @Test
    void somebody_elses_folder_in_our_place_is_refused_and_kept() throws IOException {
        Path note = Files.createDirectories(dir("other").resolve("postgres")).resolve("note.txt");
        Files.writeString(note, "mine");
        refused("start.postgres.notADatabase", () -> PostgresServer.start(dir("other"), FAST));
        assertThat(note).hasContent("mine");
    }

    @Test
    void data_of_another_major_version_and_a_lost_password_are_told_plainly() throws IOException {
        PostgresServer.start(dir("lost"), FAST).close();
        Files.delete(dir("lost").resolve("keys").resolve("postgres.password"));
        refused("start.postgres.password", () -> PostgresServer.start(dir("lost"), FAST));
        assertThat(Postmaster.on(dir("lost").toRealPath().resolve("postgres"))).isEmpty();
        Files.writeString(dir("lost").resolve("postgres").resolve("PG_VERSION"), "14\n");
        refused("start.postgres.otherVersion", () -> PostgresServer.start(dir("lost"), FAST));
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable start) {
        assertThatThrownBy(start)
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        reason -> assertThat(reason.messageKey()).isEqualTo(key));
    }

    @Test
    void as_root_without_user_namespaces_it_runs_as_another_user_and_may_change_back() throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        // The test's own temporary folder is closed to other users.
        Path open = Files.createTempDirectory("jmk open ");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        Options own = new Options(false, 32, 20, null);
        try {
            RunAs other = RunAs.otherUser(open);
            assertThat(other).isInstanceOf(RunAs.OtherUser.class);
            try (PostgresServer server = PostgresServer.start(DataLock.take(open), own, other)) {
                server.connections();
                tell(server, "create table t as select 1 n");
                Path proc = Path.of("/proc", String.valueOf(server.postmasterPid()));
                assertThat(Files.getAttribute(proc, "unix:uid")).isNotEqualTo(0);
            }
            try (PostgresServer server = PostgresServer.start(open, own)) {
                server.connections();
                assertThat(ask(server, "select n from t")).isEqualTo("1");
            }
            refused("start.postgres.rootFolder", () -> RunAs.otherUser(temp));
        } finally {
            DataFolder.deleteTree(open);
        }
    }
}
