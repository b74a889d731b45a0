package org.jiamenkou.platform.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jiamenkou.TestApp;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.AuditCheck;
import org.jiamenkou.platform.database.Migrations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** This program starts on the data of every past release: all steps apply, pages answer, old rows keep their meaning. */
@Tag("slow")
class UpgradeTest {
    private static final SystemScope TEST = new SystemScope("test");

    @TempDir
    Path temp;

    @TestFactory
    List<DynamicTest> data_of_a_past_release_serves_under_this_program() throws Exception {
        try (Stream<Path> files = Files.list(ReleaseFixture.FOLDER)) {
            List<Path> backups = files.filter(file -> file.toString().endsWith(".backup"))
                    .sorted()
                    .toList();
            assertThat(backups).isNotEmpty();
            assertThat(backups).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(300_000));
            return backups.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> upgrade(file)))
                    .toList();
        }
    }

    private void upgrade(Path backup) throws Exception {
        String release = backup.getFileName().toString().replace(".backup", "");
        Path data = temp.resolve(release);
        new Restore(Clock.system(ZoneId.of("Asia/Shanghai")), TestDatabase.serverOptions())
                .restore(new Restore.Order(
                        backup,
                        backup.resolveSibling(release + ".keys"),
                        data,
                        false,
                        ReleaseFixture.PASSPHRASE,
                        null));
        try (PostgresServer server = PostgresServer.start(data, TestDatabase.serverOptions())) {
            Connections connections = server.connections();
            assertThat(Migrations.listApplied(connections).keySet()).isEqualTo(Migrations.shipped());
            try (TestApp.Node node = TestApp.another(data, connections)) {
                noRowIsLost(node, backup);
                pagesAnswer(node);
                oldRowsAreSealed(node);
            }
        }
    }

    /** A start-up task may add rows; none may take one away. */
    private static void noRowIsLost(TestApp.Node node, Path backup) {
        Map<String, Long> fewer = new TreeMap<>();
        try (BackupReader reader = BackupReader.open(backup)) {
            for (Manifest.Table table : reader.manifest().tables()) {
                long rows = node.bean(Scoped.class)
                        .read(
                                TEST,
                                () -> node.bean(JdbcClient.class)
                                        .sql("select count(*) from " + table.name())
                                        .query(Long.class)
                                        .single());
                if (rows < table.rows()) {
                    fewer.put(table.name(), rows - table.rows());
                }
            }
        }
        assertThat(fewer).isEmpty();
    }

    private static void pagesAnswer(TestApp.Node node) {
        String station = node.bean(Scoped.class)
                .read(
                        TEST,
                        () -> node.bean(JdbcClient.class)
                                .sql(
                                        "select code from network.stations where phone = '021-5550-1234' order by code limit 1")
                                .query(String.class)
                                .single());
        Visitor visitor = Visitor.at(node.url());
        for (String page : List.of(
                "/",
                "/stations",
                "/stations?subdistrict=310115014000",
                "/stations/" + station,
                "/areas/310115014000",
                "/services",
                "/services/residence-permit",
                "/search?q=jzz",
                "/calendar",
                "/lists",
                "/sign-in")) {
            assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(visitor.get("/stations/" + station).body()).contains("021-5550-1234");
        Visitor li = Visitor.at(node.url()).signedIn("li");
        assertThat(li.get("/desk").body()).contains(station);
        assertThat(li.get("/desk/my-record").body()).contains("2026-11-20 10:01:00");
    }

    /** The trail of a release that did not seal it stands in the first block. */
    private static void oldRowsAreSealed(TestApp.Node node) throws InterruptedException {
        AuditCheck check = node.bean(AuditCheck.class);
        for (int tries = 0; tries < 60 && check.check(AuditCheck.Period.ALL).rows() < 5; tries++) {
            Thread.sleep(100);
        }
        AuditCheck.Report report = check.check(AuditCheck.Period.ALL);
        assertThat(report.rows()).isGreaterThanOrEqualTo(5);
        assertThat(report.findings()).isEmpty();
    }
}
