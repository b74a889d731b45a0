package org.jiamenkou.catalogue.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.EntryApproval.State;
import org.jiamenkou.catalogue.EntryRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Deciding on what is handed down: only by law, only when necessary, only with money and staff (S0 “依法、必需、配套”), and after
 * those who are to carry it were heard (上海市街道办事处条例 第十条).
 */
public final class EntryApprovalRules {
    private EntryApprovalRules() {}

    /** Why this approval may not come into the next state; empty when it may. */
    public static List<EntryRefusal> refusals(EntryApproval approval, State next) {
        List<EntryRefusal> found = new ArrayList<>();
        if (!follows(approval.state(), next)) {
            found.add(new EntryRefusal.NotFromThisState());
        }
        LocalDate until = until(next);
        if (next.since().isBefore(approval.state().since()) || (until != null && !until.isAfter(next.since()))) {
            found.add(new EntryRefusal.DatesOutOfOrder());
        }
        if (next instanceof State.Approved || next instanceof State.Trial) {
            letIn(approval, found);
        }
        return found;
    }

    private static void letIn(EntryApproval approval, List<EntryRefusal> found) {
        if (approval.basis().isEmpty()) {
            found.add(new EntryRefusal.NoBasis());
        }
        if (approval.necessity() == null) {
            found.add(new EntryRefusal.NoNecessity());
        }
        if (approval.support() == null || approval.hoursPerStationMonth() == null) {
            found.add(new EntryRefusal.NoSupport());
        }
        if (approval.opinions().isEmpty()) {
            found.add(new EntryRefusal.NobodyHeard());
        }
    }

    private static boolean follows(State from, State next) {
        return switch (from) {
            case State.Proposed proposed ->
                next instanceof State.Approved || next instanceof State.Trial || next instanceof State.Refused;
            case State.Trial trial -> next instanceof State.Approved || next instanceof State.Ended;
            case State.Approved approved -> next instanceof State.Reviewed || next instanceof State.Ended;
            case State.Reviewed reviewed -> next instanceof State.Reviewed || next instanceof State.Ended;
            case State.Refused refused -> false;
            case State.Ended ended -> false;
        };
    }

    private static @Nullable LocalDate until(State state) {
        return switch (state) {
            case State.Approved approved -> approved.reviewBy();
            case State.Reviewed reviewed -> reviewed.reviewBy();
            case State.Trial trial -> trial.ends();
            case State.Proposed proposed -> null;
            case State.Refused refused -> null;
            case State.Ended ended -> null;
        };
    }
}
