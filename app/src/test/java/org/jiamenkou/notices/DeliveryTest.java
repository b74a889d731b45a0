package org.jiamenkou.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.Phone;
import org.jiamenkou.notices.rules.Attempts;
import org.jiamenkou.notices.store.OutboxStore;
import org.jiamenkou.notices.store.TestNoticeStores;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Lang;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Messages leave once, in time, or are given up; on a real database. */
class DeliveryTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final SystemScope LOOK = new SystemScope("notices.test");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path keys;

    private TestDatabase database;
    private OutboxStore store;
    private Ciphers ciphers;
    private LocalDateTime now = TestDatabase.NOW;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        store = TestNoticeStores.outbox(database.sql());
        ciphers = new Ciphers(Keyring.open(keys.resolve("keyring")));
        new TemplateData(database.scoped(), TestNoticeStores.templates(database.sql())).run((done, total) -> {});
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Clock clock() {
        return Clock.fixed(now.atZone(SHANGHAI).toInstant(), SHANGHAI);
    }

    private Outbox outbox(String... settings) {
        return new Outbox(
                database.scoped(),
                TestNoticeStores.templates(database.sql()),
                store,
                ciphers,
                database.ids(),
                clock(),
                Settings.from(settings, Map.of()),
                new DeliveryBell());
    }

    private Delivery delivery() {
        return new Delivery(
                database.scoped(),
                store,
                new SmsChannel(
                        new DefaultListableBeanFactory().getBeanProvider(SmsGateway.class),
                        Settings.from(new String[0], Map.of())),
                ciphers,
                database.changes(),
                clock(),
                new DeliveryBell());
    }

    private UUID add(String code) {
        return database.scoped()
                .transaction(
                        TEST,
                        () -> outbox().add(new Outbox.NewMessage(
                                "sign-in-code",
                                Lang.ZH,
                                new Phone("13800000001"),
                                Map.of("code", code, "minutes", "5"))));
    }

    private String state(UUID id) {
        return database.scoped()
                .read(
                        LOOK,
                        () -> database.sql()
                                .sql("select state || ' ' || attempts from notices.outbox where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
    }

    @Test
    void a_message_leaves_once_with_its_text() {
        UUID id = add("246810");
        List<Sms> sent = new ArrayList<>();
        SmsGateway gateway = sms -> {
            sent.add(sms);
            return new SmsOutcome.Taken("r1");
        };
        assertThat(delivery().deliverDue(gateway)).isEqualTo(1);
        assertThat(delivery().deliverDue(gateway)).isZero();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().phone().digits()).isEqualTo("13800000001");
        assertThat(sent.getFirst().text().value()).contains("246810").contains("5");
        assertThat(sent.getFirst().toString()).doesNotContain("246810").doesNotContain("138");
        assertThat(state(id)).isEqualTo("DELIVERED 1");
    }

    @Test
    void what_is_rolled_back_is_not_sent() {
        assertThatThrownBy(() -> database.scoped().transaction(TEST, () -> {
                    add("111111");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(delivery().deliverDue(sms -> new SmsOutcome.Taken("r"))).isZero();
    }

    @Test
    void two_nodes_at_once_send_each_message_once() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            add("10000" + i % 10);
        }
        List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
            nodes.add(Thread.startVirtualThread(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    return;
                }
                Delivery delivery = delivery();
                while (delivery.deliverDue(sms -> {
                            sent.add(sms.id());
                            return new SmsOutcome.Taken("r");
                        })
                        > 0) {}
            }));
        }
        go.countDown();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(sent).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void a_failing_gateway_is_tried_again_later_and_given_up_after_the_last_attempt() {
        UUID id = add("135790");
        database.scoped()
                .transaction(
                        LOOK,
                        () -> database.sql()
                                .sql("update notices.outbox set useful_until = null")
                                .update());
        SmsGateway broken = sms -> {
            throw new IllegalStateException("line is down");
        };
        delivery().deliverDue(broken);
        assertThat(state(id)).isEqualTo("WAITING 1");
        assertThat(delivery().deliverDue(broken))
                .as("not before its pause is over")
                .isZero();
        for (int attempt = 2; attempt <= Attempts.MOST; attempt++) {
            now = now.plusHours(1);
            delivery().deliverDue(broken);
        }
        assertThat(state(id)).isEqualTo("DEAD 6");
        now = now.plusHours(1);
        assertThat(delivery().deliverDue(broken)).isZero();
    }

    @Test
    void a_code_whose_time_is_over_is_not_sent_late() {
        UUID id = add("135791");
        now = now.plusMinutes(6);
        delivery().deliverDue(sms -> {
            throw new AssertionError("sent late");
        });
        assertThat(state(id)).isEqualTo("TOO_LATE 1");
    }

    @Test
    void what_a_dead_node_had_claimed_is_taken_over_and_its_late_answer_ends_nothing() {
        UUID id = add("135792");
        OutboxStore.Claimed first = database.scoped()
                .transaction(
                        LOOK,
                        () -> store.claim(clock().instant(), clock().instant().plus(Attempts.LEASE), 10)
                                .getFirst());
        assertThat(delivery().deliverDue(sms -> new SmsOutcome.Taken("r"))).isZero();
        now = now.plusSeconds(61);
        assertThat(delivery().deliverDue(sms -> new SmsOutcome.TryAgain("busy")))
                .isEqualTo(1);
        boolean counted = database.scoped()
                .transaction(
                        LOOK,
                        () -> store.finish(
                                new OutboxStore.End(first.id(), first.attempts(), MessageState.DELIVERED, "late"),
                                clock().instant()));
        assertThat(counted).isFalse();
        assertThat(state(id)).isEqualTo("WAITING 2");
    }

    @Test
    void nobody_but_the_module_reads_the_outbox_and_nothing_stands_in_clear() throws Exception {
        add("975310");
        try (Connection raw = database.raw();
                Statement statement = raw.createStatement()) {
            statement.execute("select set_config('jmk.actor', '" + UUID.randomUUID()
                    + "', false), set_config('jmk.areas', '*', false), set_config('jmk.write_areas', '*', false)");
            try (var rows = statement.executeQuery("select count(*) from notices.outbox")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            statement.execute("select set_config('jmk.actor', 'system:notices.x', false)");
            try (var rows = statement.executeQuery("select o::text from notices.outbox o")) {
                rows.next();
                assertThat(rows.getString(1)).doesNotContain("975310").doesNotContain("13800000001");
            }
        }
    }

    @Test
    void the_outbox_is_shown_in_a_demo_only() {
        add("864200");
        assertThat(outbox().listInDemo())
                .anySatisfy(shown -> assertThat(shown.text()).contains("864200"));
        assertThatThrownBy(() -> outbox("--no-demo").listInDemo()).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> outbox("--host", "0.0.0.0").listInDemo()).isInstanceOf(AccessRefusedException.class);
    }
}
