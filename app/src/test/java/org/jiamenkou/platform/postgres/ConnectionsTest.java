package org.jiamenkou.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings.ExternalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server in use is checked before anything is written to it. */
class ConnectionsTest {
    @TempDir
    static Path temp;

    private static PostgresServer server;
    private static Connections embedded;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start(
                temp, Options.forTests(Path.of("target", "postgres-bin").toAbsolutePath()));
        embedded = server.connections();
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl("postgres"), server.superuser(), server.superuserPassword());
                Statement sql = connection.createStatement()) {
            sql.execute("create role strong login superuser password 'x'");
            sql.execute("create role passes login bypassrls password 'x'");
            sql.execute("create role deputy login password 'x' in role jmk_owner");
            sql.execute("grant connect on database jmk to passes, deputy");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void refused(String key, String appUser, String appPassword) {
        assertThatThrownBy(() -> Connections.to(new ExternalDatabase(
                        embedded.url(), embedded.ownerUser(), embedded.ownerPassword(), appUser, appPassword)))
                .isInstanceOfSatisfying(CannotStartException.class, reason -> {
                    assertThat(reason.exitCode()).isEqualTo(3);
                    assertThat(reason.messageKey()).isEqualTo(key);
                });
    }

    @Test
    void separate_log_ins_of_the_right_strength_are_accepted() {
        assertThat(Connections.to(new ExternalDatabase(
                        embedded.url(),
                        embedded.ownerUser(),
                        embedded.ownerPassword(),
                        embedded.appUser(),
                        embedded.appPassword())))
                .isEqualTo(embedded);
    }

    @Test
    void an_application_that_row_level_security_would_not_bind_is_refused() {
        refused("start.database.sameUser", embedded.ownerUser(), embedded.ownerPassword());
        refused("start.database.appTooStrong", "strong", "x");
        refused("start.database.appTooStrong", "passes", "x");
        refused("start.database.appTooStrong", "deputy", "x");
    }

    @Test
    void a_wrong_password_is_told_without_a_stack_trace() {
        refused("start.database.unreachable", embedded.appUser(), "wrong");
    }

    @Test
    void versions_before_15_are_refused() {
        Connections.refuseOld(150_000);
        assertThatThrownBy(() -> Connections.refuseOld(149_999))
                .isInstanceOfSatisfying(
                        CannotStartException.class,
                        reason -> assertThat(reason.messageKey()).isEqualTo("start.database.tooOld"));
    }

    @Test
    void the_process_that_trains_finds_the_running_server_through_the_folder() {
        assertThat(Connections.toRunning(temp)).isEqualTo(embedded);
    }
}
