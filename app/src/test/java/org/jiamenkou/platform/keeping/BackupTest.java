package org.jiamenkou.platform.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jiamenkou.TestApp;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.Visitor;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The drill: a backup of the whole sample network while people write, and a second node that is made of it. */
@Tag("slow")
class BackupTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery");
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    /** Written to while the backup runs, or by jobs, or left out on purpose. */
    private static final Set<String> MOVING = Set.of(
            "platform.idempotency_keys",
            "platform.changes",
            "platform.migrations",
            "access.audit",
            "access.audit_blocks",
            "library.spring_session",
            "library.spring_session_attributes");

    @TempDir
    Path temp;

    private final TestApp app = TestApp.shared();

    @Test
    void a_node_restored_from_a_backup_taken_while_people_write_is_the_node_of_one_moment() throws Exception {
        Path data = app.bean(Settings.class).data();
        Files.createDirectories(data.resolve("files").resolve("p"));
        Files.writeString(data.resolve("files").resolve("p").resolve("one"), "a photograph");
        String secret = HexFormat.of().formatHex(app.bean(Ciphers.class).encrypt("phone", "13800138000"));
        remember("secret", secret);
        Path file = temp.resolve("backup");
        Backup.Order order = new Backup.Order(file, temp.resolve("keys"), data, PASSPHRASE, "test");
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> writePairs(done));
        Backup.Written written = new Backup(app.bean(Connections.class), CLOCK).write(order);
        done.set(true);
        assertThat(writer.join()).isGreaterThan(3);
        assertThat(written.rows()).isGreaterThan(10_000);
        Map<String, String> source = sums(TestDatabase.asSuperuser(app.bean(Connections.class)));
        assertNoRowIsHidden(file, source);

        Path fresh = temp.resolve("fresh");
        Restore restore = new Restore(CLOCK, TestDatabase.serverOptions());
        Restore.Order into = new Restore.Order(file, temp.resolve("keys"), fresh, false, PASSPHRASE, null);
        assertThat(restore.restore(into).rows()).isEqualTo(written.rows());
        assertThat(fresh.resolve(Restore.UNFINISHED)).doesNotExist();
        assertThat(fresh.resolve("files").resolve("p").resolve("one")).hasContent("a photograph");
        assertThat(catchThrowableOfType(CannotStartException.class, () -> restore.restore(into))
                        .messageKey())
                .isEqualTo("start.restore.notEmpty");
        try (PostgresServer server = PostgresServer.start(fresh, TestDatabase.serverOptions())) {
            Connections connections = server.connections();
            String url = connections.url();
            Map<String, String> copy =
                    sums(DriverManager.getConnection(url, server.superuser(), server.superuserPassword()));
            source.keySet().removeAll(MOVING);
            copy.keySet().removeAll(MOVING);
            assertThat(source).hasSizeGreaterThan(30);
            assertThat(copy).isEqualTo(source);
            try (TestApp.Node node = TestApp.another(fresh, connections)) {
                assertThat(pairs(node.bean(Scoped.class), node.bean(JdbcClient.class)))
                        .as("both rows of a transaction, or none")
                        .isZero();
                Visitor visitor = Visitor.at(node.url()).signedIn("chen");
                assertThat(visitor.get("/desk").statusCode()).isEqualTo(200);
                String kept = node.bean(Scoped.class)
                        .read(
                                TEST,
                                () -> node.bean(JdbcClient.class)
                                        .sql("select answer from platform.idempotency_keys where key = 'secret'")
                                        .query(String.class)
                                        .single());
                assertThat(node.bean(Ciphers.class)
                                .decrypt("phone", HexFormat.of().parseHex(kept)))
                        .isEqualTo("13800138000");
            }
        }
        replacing(restore, into);
    }

    /** A second restore over the first keeps it aside, and a restore that was broken off is begun anew. */
    private static void replacing(Restore restore, Restore.Order into) throws Exception {
        Files.createDirectories(into.data().resolve(Restore.UNFINISHED).resolve("half"));
        Restore.Restored again = restore.restore(
                new Restore.Order(into.file(), into.keys(), into.data(), true, into.passphrase(), into.external()));
        Path aside = Objects.requireNonNull(again.aside());
        assertThat(aside.resolve("postgres").resolve("PG_VERSION")).exists();
        assertThat(aside.resolve("keys").resolve("keyring")).exists();
        assertThat(into.data().resolve("postgres").resolve("PG_VERSION")).exists();
        assertThat(into.data().resolve(Restore.UNFINISHED)).doesNotExist();
    }

    /** The owner, whom row-level security binds, has written every row that a superuser sees. */
    private static void assertNoRowIsHidden(Path file, Map<String, String> source) {
        try (BackupReader reader = BackupReader.open(file)) {
            Map<String, String> counted = new TreeMap<>();
            reader.manifest().tables().forEach(table -> counted.put(table.name(), "" + table.rows()));
            Map<String, String> expected = new TreeMap<>();
            source.forEach((table, sum) -> expected.put(table, sum.split(" ")[0]));
            counted.keySet().removeAll(MOVING);
            expected.keySet().removeAll(MOVING);
            assertThat(counted).isEqualTo(expected);
        }
    }

    private void remember(String key, Object answer) {
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("insert into platform.idempotency_keys values ('test', ?, ?, now())")
                                .params(List.of(key, answer))
                                .update());
    }

    private int writePairs(AtomicBoolean done) {
        int pairs = 0;
        while (!done.get()) {
            int pair = pairs++;
            app.bean(Scoped.class).transaction(TEST, () -> {
                remember("first-" + pair, "x");
                remember("second-" + pair, "x");
            });
        }
        return pairs;
    }

    private static int pairs(Scoped scoped, JdbcClient sql) {
        return scoped.read(
                TEST,
                () -> sql.sql("select abs(count(*) filter (where key like 'first-%')"
                                + " - count(*) filter (where key like 'second-%')) from platform.idempotency_keys")
                        .query(Integer.class)
                        .single());
    }

    /** Rows of each table and a sum over them that knows no order. */
    private static Map<String, String> sums(Connection superuser) throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (superuser;
                Statement sql = superuser.createStatement()) {
            List<String> tables = new DatabaseContents(superuser)
                    .list(
                            "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                    + " where c.relkind in ('r', 'p') and not c.relispartition and"
                                    + DatabaseContents.OURS,
                            rows -> rows.getString(1));
            for (String table : tables) {
                try (ResultSet rows =
                        sql.executeQuery("select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                + " from " + table + " t")) {
                    rows.next();
                    sums.put(table, rows.getString(1));
                }
            }
        }
        return sums;
    }
}
