package org.jiamenkou.duty;

import java.util.List;

/** Everything the rules judge: what must be covered, who could, who does. */
public record RosterPlan(
        DutyRules rules, List<OpenSlot> slots, List<Worker> workers, List<Absence> absences, List<DutyShift> shifts) {
    public RosterPlan {
        slots = List.copyOf(slots);
        workers = List.copyOf(workers);
        absences = List.copyOf(absences);
        shifts = List.copyOf(shifts);
    }

    public RosterPlan withShifts(List<DutyShift> others) {
        return new RosterPlan(rules, slots, workers, absences, others);
    }

    /** The same with one shift replaced by its id. */
    public RosterPlan with(DutyShift changed) {
        return withShifts(shifts.stream()
                .map(shift -> shift.id().equals(changed.id()) ? changed : shift)
                .toList());
    }
}
