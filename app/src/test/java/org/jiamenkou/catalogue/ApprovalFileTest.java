package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.jiamenkou.catalogue.EntryApproval.State;
import org.jiamenkou.catalogue.rules.EntryApprovalRules;
import org.junit.jupiter.api.Test;

/** The entry approvals and lists that ship. */
class ApprovalFileTest {
    @Test
    void every_kind_of_approval_ships_and_each_that_was_let_in_keeps_the_rules() {
        Set<EntryApproval.Kind> kinds = new HashSet<>();
        for (EntryApproval approval : ApprovalData.approvals()) {
            kinds.add(approval.kind());
            State state = approval.state();
            if (state instanceof State.Approved || state instanceof State.Trial) {
                EntryApproval before = proposed(approval);
                assertThat(EntryApprovalRules.refusals(before, state))
                        .as(approval.name().zh())
                        .isEmpty();
            }
        }
        assertThat(kinds).containsExactlyInAnyOrder(EntryApproval.Kind.values());
    }

    private static EntryApproval proposed(EntryApproval of) {
        return new EntryApproval(
                of.code(),
                of.area(),
                of.kind(),
                of.name(),
                of.applicant(),
                of.basis(),
                of.necessity(),
                of.hoursPerStationMonth(),
                of.support(),
                of.opinions(),
                of.decider(),
                new State.Proposed(of.state().since()),
                of.reason(),
                of.itemSlug(),
                of.sample());
    }

    @Test
    void three_lists_ship_for_the_city_and_for_one_district() {
        Set<String> seen = new HashSet<>();
        ApprovalData.lists()
                .forEach(list -> seen.add(list.list() + " " + (list.area().equals("city") ? "city" : "district")));
        assertThat(seen).hasSize(6);
    }

    @Test
    void what_the_ban_list_names_says_where_to_turn_instead() {
        assertThat(ApprovalData.lists())
                .filteredOn(list -> list.list().equals("certificate-ban"))
                .isNotEmpty()
                .allSatisfy(list -> assertThat(list.entries())
                        .isNotEmpty()
                        .allSatisfy(entry -> assertThat(entry.instead()).isNotNull()));
    }
}
