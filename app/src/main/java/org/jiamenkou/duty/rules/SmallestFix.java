package org.jiamenkou.duty.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.Breach;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.RosterPlan;
import org.jiamenkou.duty.Worker;

/** The one change of one person that closes a gap without breaking another rule. */
public final class SmallestFix {
    private SmallestFix() {}

    /** The shift as it would be; of several people the one with the fewest shifts who did not wish the day off. */
    public static Optional<DutyShift> of(RosterPlan plan, Breach gap) {
        Set<Breach> before = new HashSet<>(RosterRules.breaches(plan));
        for (DutyShift shift : plan.shifts()) {
            if (shift.day().equals(gap.day()) && shift.span().overlaps(gap.span())) {
                for (DutyShift changed : changes(plan, shift, gap)) {
                    Set<Breach> after = new HashSet<>(RosterRules.breaches(plan.with(changed)));
                    if (!after.contains(gap) && before.containsAll(after)) {
                        return Optional.of(changed);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<DutyShift> changes(RosterPlan plan, DutyShift shift, Breach gap) {
        List<DutyShift> changes = new ArrayList<>();
        List<Worker> order = plan.workers().stream()
                .sorted(Comparator.comparing((Worker worker) -> wishesOff(plan, worker.id(), shift))
                        .thenComparingLong(worker -> load(plan, worker.id())))
                .toList();
        for (Worker worker : order) {
            if (gap.kind() != Breach.Kind.GAP && !worker.id().equals(shift.a())) {
                changes.add(shift.withB(worker.id()));
            }
        }
        for (Worker worker : order) {
            if (gap.kind() != Breach.Kind.NO_B && !worker.id().equals(shift.b())) {
                changes.add(shift.withA(worker.id()));
            }
        }
        return changes;
    }

    private static boolean wishesOff(RosterPlan plan, UUID worker, DutyShift shift) {
        for (Absence one : plan.absences()) {
            if (one.worker().equals(worker) && one.covers(shift.day())) {
                return true;
            }
        }
        return false;
    }

    private static long load(RosterPlan plan, UUID worker) {
        return plan.shifts().stream().filter(shift -> worker.equals(shift.a())).count();
    }
}
