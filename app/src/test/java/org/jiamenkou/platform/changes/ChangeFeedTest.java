package org.jiamenkou.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Consumers see every committed change once, in commit order, and none of a transaction that is still running. */
class ChangeFeedTest {
    private static final SystemScope TEST = new SystemScope("test");

    private TestDatabase database;
    private ChangeFeed feed;
    private final List<String> seen = new ArrayList<>();

    private final class Recorder implements ChangeConsumer {
        @Override
        public Set<String> modules() {
            return Set.of("network");
        }

        @Override
        public void onChanges(List<Change> changes) {
            synchronized (seen) {
                changes.forEach(change -> seen.add(change.subject()));
            }
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("recorder", new Recorder());
        feed = new ChangeFeed(
                database.sql(), database.scoped(), beans.getBeanProvider(ChangeConsumer.class), database.versions());
        feed.start();
    }

    @AfterEach
    void close() {
        feed.stop();
        database.close();
    }

    private void publish(String module, String subject) {
        database.scoped()
                .transaction(TEST, () -> database.changes().publish(new Change(module, "Happened", subject, null)));
        feed.wake();
    }

    private List<String> seenWithin(int millis, int wanted) throws InterruptedException {
        for (int waited = 0; waited < millis; waited += 20) {
            synchronized (seen) {
                if (seen.size() >= wanted) {
                    break;
                }
            }
            Thread.sleep(20);
        }
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    @Test
    void changes_of_its_modules_arrive_in_order_and_others_do_not() throws Exception {
        publish("network", "1");
        publish("calendar", "2");
        publish("network", "3");
        assertThat(seenWithin(5_000, 2)).containsExactly("1", "3");
    }

    @Test
    void a_change_that_commits_late_is_not_passed_over() throws Exception {
        try (Connection slow = database.raw();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into platform.changes (id, module, kind, subject, actor, at)"
                    + " values (gen_random_uuid(), 'network', 'Happened', 'slow', 'test', now())");
            publish("network", "quick");
            assertThat(seenWithin(600, 1)).isEmpty();
            slow.commit();
        }
        feed.wake();
        assertThat(seenWithin(5_000, 2)).containsExactly("slow", "quick");
    }

    @Test
    void the_version_of_a_module_moves_with_the_commit_and_not_before() {
        long before = database.versions().of(Set.of("network"));
        database.scoped().transaction(TEST, () -> {
            database.changes().publish(new Change("network", "Happened", "x", null));
            assertThat(database.versions().of(Set.of("network"))).isEqualTo(before);
        });
        assertThat(database.versions().of(Set.of("network"))).isGreaterThan(before);
    }
}
