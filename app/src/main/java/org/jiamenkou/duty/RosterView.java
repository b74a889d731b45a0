package org.jiamenkou.duty;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;

/**
 * A station's month as the desk sees it.
 *
 * @param version 0 while there is no roster
 * @param breaches what it breaks now
 * @param fixes the smallest fix of a gap, where one change of one person closes it
 * @param publishedBy who published it, null for a draft
 */
public record RosterView(
        Station station,
        YearMonth month,
        int version,
        RosterPlan plan,
        List<Breach> breaches,
        Map<Breach, DutyShift> fixes,
        @Nullable String publishedBy,
        int gapsAcknowledged,
        @Nullable Proposal proposal) {
    public RosterView {
        breaches = List.copyOf(breaches);
        fixes = Map.copyOf(fixes);
    }

    /** The name of a worker; empty for nobody. */
    public String nameOf(@Nullable UUID worker) {
        return plan.workers().stream()
                .filter(one -> one.id().equals(worker))
                .map(Worker::name)
                .findFirst()
                .orElse("");
    }

    /** Whether somebody is away on the day of this shift. */
    public boolean isAway(@Nullable UUID worker, DutyShift shift) {
        return plan.absences().stream()
                .anyMatch(one ->
                        one.worker().equals(worker) && one.kind() != AbsenceKind.WISH && one.covers(shift.day()));
    }

    public boolean isRunning() {
        return proposal != null && proposal.state() == Proposal.State.RUNNING;
    }
}
