package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail as auditors and as everybody else reads it. */
@Tag("slow")
class AuditPagesTest {
    private static final SystemScope TEST = new SystemScope("test");

    private final TestApp app = TestApp.shared();

    private long looks() {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from access.audit where action in ('audit.viewed', 'audit.exported')")
                                .query(Long.class)
                                .single());
    }

    @Test
    void an_auditor_finds_who_did_what_and_the_look_is_itself_recorded() {
        Visitor.staff("li").get("/desk");
        long before = looks();
        Visitor wu = Visitor.staff("wu");
        HttpResponse<String> page = wu.get("/admin/audit?person=li&action=account.signed-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("李示例").contains("登录").doesNotContain("account.signed-in</td>");
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(wu.get("/admin/audit?person=nobody-of-this-name").body()).contains("没有符合的记录");
        assertThat(wu.get("/admin/audit?from=yesterday").statusCode()).isEqualTo(422);
        assertThat(wu.get("/admin/audit?after=rubbish").statusCode()).isEqualTo(200);
        assertThat(wu.get("/admin/audit?lang=en").body())
                .contains("Audit trail")
                .contains("Signed in");
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        UUID subject = UUID.randomUUID();
        app.bean(Scoped.class).transaction(TEST, () -> {
            for (int i = 0; i < 120; i++) {
                app.bean(Audit.class)
                        .record(new Audit.Entry("account.locked", "account", subject.toString(), null, Set.of()));
            }
        });
        Actor auditor = app.bean(Actors.class)
                .findActor(app.bean(Scoped.class)
                        .read(
                                TEST,
                                () -> app.bean(JdbcClient.class)
                                        .sql("select id from access.accounts where login_name = 'wu'")
                                        .query(UUID.class)
                                        .single()))
                .orElseThrow();
        AuditTrail.Question question = new AuditTrail.Question(
                AuditTrail.Name.NONE, new AuditTrail.Name(subject.toString()), AuditTrail.Name.NONE, null, null);
        List<UUID> seen = new java.util.ArrayList<>();
        AuditPosition after = null;
        do {
            AuditTrail.Slice slice = app.bean(AuditTrail.class).list(auditor, question, after);
            slice.lines().forEach(line -> seen.add(line.id()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        assertThat(app.bean(AuditTrail.class).export(auditor, question).lines()).hasSize(120);
    }

    @Test
    void the_export_is_a_sheet_in_words() {
        HttpResponse<String> csv = Visitor.staff("wu").get("/admin/audit.csv?person=wu&lang=en");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFWhen,Who,What").contains("Looked at the audit trail");
    }

    @Test
    void everybody_sees_their_own_record_and_nobody_elses() {
        Visitor chen = Visitor.staff("chen");
        String own = chen.get("/desk/my-record").body();
        assertThat(own).contains("我的记录").contains("登录").contains("陈示例").doesNotContain("李示例");
        assertThat(chen.get("/admin/audit").statusCode()).isEqualTo(404);
        assertThat(chen.get("/admin/audit.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void what_happens_is_sealed_within_five_seconds() throws Exception {
        Visitor.staff("sun");
        Clock clock = app.bean(Clock.class);
        long newest = clock.millis();
        long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < end && unsealed(newest) > 0) {
            Thread.sleep(100);
        }
        assertThat(clock.millis() - newest).isLessThan(5_000);
        assertThat(app.bean(AuditCheck.class).check(AuditCheck.Period.ALL).findings())
                .isEmpty();
    }

    private long unsealed(long untilMillis) {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql(
                                        "select count(*) from access.audit a where a.at <= to_timestamp(:until / 1000.0) and not exists"
                                                + " (select from access.audit_blocks b where a.id = any (b.row_ids))")
                                .params(Map.of("until", untilMillis))
                                .query(Long.class)
                                .single());
    }
}
