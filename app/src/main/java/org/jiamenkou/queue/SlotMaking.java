package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.rules.SlotTimes;
import org.jiamenkou.queue.store.PlanStore;
import org.jiamenkou.queue.store.SlotStore;
import org.springframework.stereotype.Service;

/**
 * Makes slots of opening hours and plans, and takes away those that no longer fit: a hall that closes early or for a week loses
 * its slots, and whoever was booked is told and offered another. Idempotent; any node may do it at any time.
 */
@Service
public class SlotMaking {
    private static final SystemScope SCOPE = new SystemScope("queue.slots");

    private final Scoped scoped;
    private final PlanStore plans;
    private final SlotStore slots;
    private final QueuePlaces places;
    private final Schedules schedules;
    private final WorkingCalendars calendars;
    private final BookingMessages messages;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    SlotMaking(
            Scoped scoped,
            PlanStore plans,
            SlotStore slots,
            QueuePlaces places,
            Schedules schedules,
            WorkingCalendars calendars,
            BookingMessages messages,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.plans = plans;
        this.slots = slots;
        this.places = places;
        this.schedules = schedules;
        this.calendars = calendars;
        this.messages = messages;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Places that have a plan, today or later; in one subdistrict, or everywhere when none is named. */
    public Set<QueuePlaceId> listPlanned(Optional<UUID> subdistrict) {
        Set<QueuePlaceId> found = new HashSet<>();
        scoped.read(SCOPE, () -> plans.listAll(LocalDate.now(clock))).stream()
                .map(SlotPlan::placeId)
                .filter(place -> subdistrict.isEmpty() || place.subdistrictId().equals(subdistrict.get()))
                .forEach(found::add);
        return found;
    }

    /** @return how many bookings lost their slot */
    public int make(QueuePlaceId id) {
        return scoped.transaction(SCOPE, () -> {
            slots.lockMaking(id);
            Optional<QueuePlace> place = places.find(id);
            List<SlotPlan> of = plans.listAt(id, LocalDate.now(clock));
            Map<PlanId, Map<LocalDate, Integer>> exceptions = new HashMap<>();
            plans.listExceptions(of.stream().map(SlotPlan::id).toList(), LocalDate.now(clock))
                    .forEach(one -> exceptions
                            .computeIfAbsent(one.plan(), plan -> new HashMap<>())
                            .put(one.day(), one.capacity()));
            Optional<Schedule> schedule = place.map(QueuePlace::schedule).flatMap(schedules::findSchedule);
            for (SlotPlan plan : of) {
                make(plan, schedule, exceptions.getOrDefault(plan.id(), Map.of()));
            }
            List<Booking> displaced = slots.markDisplaced(id, clock.instant());
            messages.tell(BookingMessages.Text.DISPLACED, displaced);
            messages.tell(BookingMessages.Text.RESTORED, slots.markRestored(id));
            if (!displaced.isEmpty()) {
                changes.publish(new Change("queue", "SlotsRemoved", id.id().toString(), id.subdistrictId()));
            }
            return displaced.size();
        });
    }

    private void make(SlotPlan plan, Optional<Schedule> schedule, Map<LocalDate, Integer> exceptions) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingCalendar calendar = calendars.current();
        List<SlotStore.Wanted> wanted = new ArrayList<>();
        LocalDate today = now.toLocalDate();
        for (LocalDate day = today;
                !day.isAfter(today.plusDays(plan.release().daysAhead() + 1L));
                day = day.plusDays(1)) {
            int capacity = exceptions.getOrDefault(day, plan.pieces().capacity());
            if (capacity == 0 || schedule.isEmpty() || !plan.isInForceOn(day) || !calendar.knows(day)) {
                continue;
            }
            LocalDateTime opensAt = SlotTimes.opensAt(day, plan.release());
            for (int minute : SlotTimes.startsOn(
                    schedule.get().spansOn(calendar, day).stream()
                            .map(DaySpan::span)
                            .toList(),
                    plan.pieces())) {
                LocalDateTime startsAt = day.atStartOfDay().plusMinutes(minute);
                if (startsAt.isAfter(now)) {
                    wanted.add(new SlotStore.Wanted(ids.next(), startsAt, opensAt, capacity));
                }
            }
        }
        slots.removeOthers(
                plan.id(),
                now,
                wanted.stream().map(SlotStore.Wanted::startsAt).toList(),
                schedule.isEmpty() ? "no-hours" : "closed");
        if (!wanted.isEmpty()) {
            slots.put(plan, wanted);
        }
    }
}
