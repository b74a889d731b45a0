package org.jiamenkou.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jiamenkou.catalogue.ListDifference;
import org.jiamenkou.catalogue.PositiveList;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.Test;

/** Entries of lists are told apart by their numbers. */
class ListRulesTest {
    private static PositiveList.Entry entry(int number, String name) {
        return new PositiveList.Entry(number, LocalText.of(name), null, null, null);
    }

    @Test
    void what_was_added_removed_and_changed_is_told_in_the_order_of_the_numbers() {
        List<PositiveList.Entry> before = List.of(entry(1, "甲"), entry(2, "乙"), entry(3, "丙"));
        List<PositiveList.Entry> after = List.of(entry(4, "丁"), entry(3, "丙"), entry(2, "乙乙"));
        assertThat(ListRules.compare(before, after))
                .containsExactly(
                        new ListDifference.Removed(entry(1, "甲")),
                        new ListDifference.Changed(entry(2, "乙"), entry(2, "乙乙")),
                        new ListDifference.Added(entry(4, "丁")));
        assertThat(ListRules.compare(before, before)).isEmpty();
    }

    @Test
    void an_entry_is_free_as_long_as_nobody_else_changed_that_one() {
        List<PositiveList.Entry> seen = List.of(entry(1, "甲"), entry(2, "乙"));
        List<PositiveList.Entry> latest = List.of(entry(1, "甲"), entry(2, "乙乙"));
        assertThat(ListRules.isFree(seen, latest, 1)).isTrue();
        assertThat(ListRules.isFree(seen, latest, 2)).isFalse();
        assertThat(ListRules.isFree(seen, latest, 3)).isTrue();
    }

    @Test
    void entries_stay_in_the_order_of_their_numbers() {
        List<PositiveList.Entry> entries = ListRules.with(List.of(entry(1, "甲"), entry(3, "丙")), 2, entry(2, "乙"));
        assertThat(entries).extracting(PositiveList.Entry::number).containsExactly(1, 2, 3);
        assertThat(ListRules.with(entries, 1, null))
                .extracting(PositiveList.Entry::number)
                .containsExactly(2, 3);
        assertThat(ListRules.nextNumber(entries)).isEqualTo(4);
    }
}
