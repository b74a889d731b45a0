package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.catalogue.store.TestStores;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Publishing and withdrawing versions of items. */
class ItemVersionsTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final LocalDate TODAY = TestDatabase.NOW.toLocalDate();

    private static TestDatabase database;
    private static Items items;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        KnownCodes all = () -> Map.of("class", Set.of("government", "life"));
        items = new Items(
                database.scoped(),
                new CatalogueReads(database.scoped()),
                TestStores.items(database.sql()),
                Settings.from(new String[0], Map.of()),
                database.changes(),
                database.versions(),
                new ContentRules(all),
                database.ids(),
                database.clock());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_changed_item_gets_a_new_version_and_the_old_one_stays_in_its_history() {
        items.publish(TEST, SampleItems.item("changing", "life"), TODAY.minusDays(10), null);
        items.publish(TEST, SampleItems.item("changing", "government"), TODAY, null);
        assertThat(items.findBySlug("changing").orElseThrow().serviceClass()).isEqualTo("government");
        List<ServiceItem> history = items.history("changing");
        assertThat(history).extracting(ServiceItem::version).containsExactly(2, 1);
        assertThat(history.getLast().serviceClass()).isEqualTo("life");
        assertThat(history.getLast().validTo()).isEqualTo(TODAY.minusDays(1));
    }

    @Test
    void the_same_content_is_not_published_twice() {
        items.publish(TEST, SampleItems.item("same", "life"), TODAY, null);
        assertThat(items.publish(TEST, SampleItems.item("same", "life"), TODAY, null))
                .isEqualTo(new PublishOutcome.SameAsNewest("same"));
        assertThat(items.history("same")).hasSize(1);
    }

    @Test
    void a_version_of_tomorrow_does_not_hold_today() {
        items.publish(TEST, SampleItems.item("tomorrow", "life"), TODAY.plusDays(1), null);
        assertThat(items.findBySlug("tomorrow")).isEmpty();
    }

    @Test
    void a_withdrawn_item_is_gone_and_its_history_stays() {
        items.publish(TEST, SampleItems.item("going", "life"), TODAY.minusDays(3), null);
        items.withdraw(TEST, new Items.Withdrawal("going", TODAY, "test"));
        assertThat(items.findBySlug("going")).isEmpty();
        assertThat(items.history("going")).hasSize(1);
    }

    @Test
    void what_breaks_a_rule_or_names_an_unknown_code_is_not_published() {
        assertThat(items.publish(TEST, SampleItems.item("refused", "no-such-class"), TODAY, null))
                .isEqualTo(new PublishOutcome.Refused(
                        "refused", List.of(new GuideRefusal.UnknownCode("class", "no-such-class"))));
        assertThat(items.history("refused")).isEmpty();
    }
}
