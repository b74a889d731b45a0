package org.jiamenkou.duty.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.AbsenceKind;
import org.jiamenkou.duty.Breach;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.OpenSlot;
import org.jiamenkou.duty.RosterPlan;
import org.jiamenkou.duty.Worker;
import org.jspecify.annotations.Nullable;

/** The hard rules of a roster, the same for the solver and for people (M-080, M-081, M-033). */
public final class RosterRules {
    private final RosterPlan plan;
    private final Map<UUID, Worker> workers = new HashMap<>();
    private final Set<Away> away = new HashSet<>();

    private record Away(UUID worker, LocalDate day) {}

    private RosterRules(RosterPlan plan) {
        this.plan = plan;
        plan.workers().forEach(worker -> workers.put(worker.id(), worker));
        for (Absence one : plan.absences()) {
            if (one.kind() != AbsenceKind.WISH) {
                for (LocalDate day = one.first(); !day.isAfter(one.last()); day = day.plusDays(1)) {
                    away.add(new Away(one.worker(), day));
                }
            }
        }
    }

    /** What the roster breaks, in order of days. */
    public static List<Breach> breaches(RosterPlan plan) {
        return new RosterRules(plan).all();
    }

    private List<Breach> all() {
        List<Breach> found = new ArrayList<>();
        Map<LocalDate, List<DutyShift>> byDay = new TreeMap<>();
        plan.shifts()
                .forEach(shift -> byDay.computeIfAbsent(shift.day(), day -> new ArrayList<>())
                        .add(shift));
        for (OpenSlot slot : plan.slots()) {
            slot(slot, byDay.getOrDefault(slot.day(), List.of()), found);
        }
        for (Worker worker : plan.workers()) {
            person(worker, byDay, found);
        }
        return found;
    }

    /** Minute by minute between the edges of shifts, so that hours changed after the plan show as gaps too. */
    private void slot(OpenSlot slot, List<DutyShift> day, List<Breach> found) {
        int from = slot.span().opensMinute();
        int end = slot.span().closesMinute();
        while (from < end) {
            int to = end;
            int present = 0;
            boolean led = false;
            boolean stoodIn = false;
            for (DutyShift shift : day) {
                Span span = shift.span();
                if (span.contains(from)) {
                    to = Math.min(to, span.closesMinute());
                    Worker a = present(shift.a(), slot.day());
                    Worker b = present(shift.b(), slot.day());
                    present += a != null && a.crossTrained() ? 1 : 0;
                    led |= a != null && a.lead() || b != null && b.lead();
                    stoodIn |= b != null && b.crossTrained() && !b.id().equals(shift.a());
                } else if (span.opensMinute() > from) {
                    to = Math.min(to, span.opensMinute());
                }
            }
            Span part = new Span(from, to);
            if (present < plan.rules().leastOnSite()) {
                found.add(new Breach(Breach.Kind.GAP, slot.day(), part, null));
            }
            if (slot.led() && !led) {
                found.add(new Breach(Breach.Kind.NO_LEAD, slot.day(), part, null));
            }
            if (!stoodIn) {
                found.add(new Breach(Breach.Kind.NO_B, slot.day(), part, null));
            }
            from = to;
        }
    }

    private @Nullable Worker present(@Nullable UUID worker, LocalDate day) {
        return worker == null || away.contains(new Away(worker, day)) ? null : workers.get(worker);
    }

    private void person(Worker worker, Map<LocalDate, List<DutyShift>> byDay, List<Breach> found) {
        LocalDate before = LocalDate.MIN;
        int endedAt = 0;
        int run = 0;
        for (Map.Entry<LocalDate, List<DutyShift>> day : byDay.entrySet()) {
            List<Span> own = own(worker, day.getKey(), day.getValue());
            if (own.isEmpty()) {
                continue;
            }
            Span whole = new Span(
                    own.stream().mapToInt(Span::opensMinute).min().orElseThrow(),
                    own.stream().mapToInt(Span::closesMinute).max().orElseThrow());
            boolean next = !before.equals(LocalDate.MIN) && before.plusDays(1).equals(day.getKey());
            run = next ? run + 1 : 1;
            if (own.stream().mapToInt(Span::minutes).sum() > plan.rules().mostMinutesPerDay()) {
                found.add(new Breach(Breach.Kind.TOO_LONG, day.getKey(), whole, worker.id()));
            }
            if (next
                    && Span.DAY_MINUTES - endedAt + whole.opensMinute()
                            < plan.rules().leastRestMinutes()) {
                found.add(new Breach(Breach.Kind.TOO_LITTLE_REST, day.getKey(), whole, worker.id()));
            }
            if (run > plan.rules().mostDaysInARow()) {
                found.add(new Breach(Breach.Kind.TOO_MANY_DAYS, day.getKey(), whole, worker.id()));
            }
            if (overlap(own)) {
                found.add(new Breach(Breach.Kind.TWICE, day.getKey(), whole, worker.id()));
            }
            before = day.getKey();
            endedAt = whole.closesMinute();
        }
    }

    /** Where they are to be there; on days away they work nothing. */
    private List<Span> own(Worker worker, LocalDate day, List<DutyShift> shifts) {
        if (away.contains(new Away(worker.id(), day))) {
            return List.of();
        }
        List<Span> own = new ArrayList<>(2);
        for (DutyShift shift : shifts) {
            if (worker.id().equals(shift.a())) {
                own.add(shift.span());
            }
        }
        return own;
    }

    private static boolean overlap(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int k = i + 1; k < spans.size(); k++) {
                if (spans.get(i).overlaps(spans.get(k))) {
                    return true;
                }
            }
        }
        return false;
    }
}
