package org.jiamenkou.duty;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.duty.rules.Demand;
import org.jiamenkou.duty.store.RosterStore;
import org.jiamenkou.duty.store.WorkerStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Puts together what the rules judge, in the running transaction. */
@Component
class RosterPlans {
    private static final int DAYS_AROUND = 31;

    private final RosterStore rosters;
    private final WorkerStore workers;
    private final Schedules schedules;
    private final WorkingCalendars calendars;
    private final Ids ids;

    RosterPlans(RosterStore rosters, WorkerStore workers, Schedules schedules, WorkingCalendars calendars, Ids ids) {
        this.rosters = rosters;
        this.workers = workers;
        this.schedules = schedules;
        this.calendars = calendars;
        this.ids = ids;
    }

    /** A month with the shifts that are stored; without any where there is no roster. */
    RosterPlan plan(Station station, YearMonth month) {
        DutyRules rules = rosters.rules(month.atEndOfMonth());
        return new RosterPlan(
                rules,
                slots(station, month, rules),
                workers.list(station.id(), month.atDay(1)),
                workers.listAbsences(
                        station.id(), month.atDay(1), month.atEndOfMonth().plusDays(DAYS_AROUND)),
                rosters.find(station.id(), month)
                        .map(row -> rosters.listShifts(station.id(), row.id()))
                        .orElse(List.of()));
    }

    private List<OpenSlot> slots(Station station, YearMonth month, DutyRules rules) {
        Optional<Schedule> schedule =
                station.schedule() == null ? Optional.empty() : schedules.findSchedule(station.schedule());
        return schedule.map(found -> Demand.slots(found, calendars.current(), month, rules.mostMinutesPerDay()))
                .orElse(List.of());
    }

    /** Makes the shifts follow the open hours: those that still fit stay as they are. */
    RosterPlan followHours(Station station, UUID roster, RosterPlan plan) {
        Set<UUID> kept = new HashSet<>();
        List<DutyShift> missing = new ArrayList<>();
        for (OpenSlot slot : plan.slots()) {
            List<UUID> fitting = plan.shifts().stream()
                    .filter(one -> one.day().equals(slot.day()) && one.span().equals(slot.span()))
                    .map(DutyShift::id)
                    .toList();
            kept.addAll(fitting);
            for (int n = fitting.size(); n < plan.rules().leastOnSite(); n++) {
                missing.add(new DutyShift(ids.next(), slot.day(), slot.span(), slot.shift(), null, null));
            }
        }
        List<UUID> gone = plan.shifts().stream()
                .map(DutyShift::id)
                .filter(id -> !kept.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            rosters.removeShifts(station.id(), gone);
        }
        if (!missing.isEmpty()) {
            rosters.addShifts(new RosterStore.Belongs(roster, station.id(), station.place()), missing);
        }
        return plan.withShifts(rosters.listShifts(station.id(), roster));
    }
}
