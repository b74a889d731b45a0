package org.jiamenkou.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.EntryApproval.State;
import org.jiamenkou.catalogue.EntryRefusal;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.SampleItems;
import org.junit.jupiter.api.Test;

class EntryApprovalRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static EntryApproval complete(State state) {
        return new EntryApproval(
                "a",
                "city",
                EntryApproval.Kind.COMMITTEE_TASK,
                SampleItems.TEXT,
                "civil-affairs",
                List.of(new Guide.Basis("上海市居民委员会工作条例", "第二十七条")),
                SampleItems.TEXT,
                2,
                new EntryApproval.Support(100_00L, SampleItems.TEXT),
                List.of(new EntryApproval.Opinion(SampleItems.TEXT, SampleItems.TEXT)),
                SampleItems.TEXT,
                state,
                null,
                null,
                false);
    }

    private static EntryApproval bare() {
        return new EntryApproval(
                "a",
                "city",
                EntryApproval.Kind.COMMITTEE_TASK,
                SampleItems.TEXT,
                "civil-affairs",
                List.of(),
                null,
                null,
                null,
                List.of(),
                SampleItems.TEXT,
                new State.Proposed(DAY),
                null,
                null,
                false);
    }

    private static State.Approved approved(LocalDate since) {
        return new State.Approved(since, since.plusYears(1));
    }

    @Test
    void what_has_law_need_support_and_was_heard_may_be_let_in() {
        assertThat(EntryApprovalRules.refusals(complete(new State.Proposed(DAY)), approved(DAY)))
                .isEmpty();
    }

    @Test
    void what_lacks_one_of_the_three_or_was_not_heard_is_not_let_in() {
        assertThat(EntryApprovalRules.refusals(bare(), approved(DAY)))
                .containsExactly(
                        new EntryRefusal.NoBasis(),
                        new EntryRefusal.NoNecessity(),
                        new EntryRefusal.NoSupport(),
                        new EntryRefusal.NobodyHeard());
    }

    @Test
    void what_lacks_everything_may_still_be_refused() {
        assertThat(EntryApprovalRules.refusals(bare(), new State.Refused(DAY))).isEmpty();
    }

    @Test
    void what_was_refused_or_ended_stays_so() {
        assertThat(EntryApprovalRules.refusals(complete(new State.Refused(DAY)), approved(DAY)))
                .containsExactly(new EntryRefusal.NotFromThisState());
        assertThat(EntryApprovalRules.refusals(complete(new State.Ended(DAY)), approved(DAY)))
                .containsExactly(new EntryRefusal.NotFromThisState());
    }

    @Test
    void a_trial_ends_after_it_begins() {
        assertThat(EntryApprovalRules.refusals(complete(new State.Proposed(DAY)), new State.Trial(DAY, DAY)))
                .containsExactly(new EntryRefusal.DatesOutOfOrder());
    }

    @Test
    void a_trial_that_is_over_no_longer_holds() {
        EntryApproval trial = complete(new State.Trial(DAY, DAY.plusDays(10)));
        assertThat(trial.isInForceOn(DAY.plusDays(10))).isTrue();
        assertThat(trial.isInForceOn(DAY.plusDays(11))).isFalse();
    }
}
