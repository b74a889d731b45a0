package org.jiamenkou.duty.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.AbsenceKind;
import org.jiamenkou.duty.Breach;
import org.jiamenkou.duty.DutyRules;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.OpenSlot;
import org.jiamenkou.duty.RosterPlan;
import org.jiamenkou.duty.Worker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterRulesTest {
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final Span MORNING = new Span(540, 660);
    private static final Worker LEAD = worker(1, true);
    private static final Worker ONE = worker(2, false);
    private static final Worker OTHER = worker(3, false);

    private static Worker worker(int number, boolean lead) {
        return new Worker(new UUID(0, number), "P" + number, true, lead, true);
    }

    private static RosterPlan plan(LocalDate day, @Nullable Worker a, @Nullable Worker b) {
        OpenSlot slot = new OpenSlot(day, MORNING, ShiftKind.DUTY, day.equals(SATURDAY));
        DutyShift shift = new DutyShift(
                new UUID(1, 1), day, MORNING, ShiftKind.DUTY, a == null ? null : a.id(), b == null ? null : b.id());
        return new RosterPlan(
                new DutyRules(1, 480, 660, 6), List.of(slot), List.of(LEAD, ONE, OTHER), List.of(), List.of(shift));
    }

    private static RosterPlan away(RosterPlan plan, Worker worker, AbsenceKind kind) {
        return new RosterPlan(
                plan.rules(),
                plan.slots(),
                plan.workers(),
                List.of(new Absence(worker.id(), kind, SATURDAY, SATURDAY)),
                plan.shifts());
    }

    private static List<Breach.Kind> kinds(RosterPlan plan) {
        return RosterRules.breaches(plan).stream().map(Breach::kind).toList();
    }

    @Test
    void a_weekend_needs_a_lead_and_somebody_to_stand_in() {
        assertThat(kinds(plan(SATURDAY, ONE, LEAD))).isEmpty();
        assertThat(kinds(plan(SATURDAY, ONE, OTHER))).containsExactly(Breach.Kind.NO_LEAD);
        assertThat(kinds(plan(SATURDAY, LEAD, null))).containsExactly(Breach.Kind.NO_B);
        assertThat(kinds(plan(SATURDAY.minusDays(1), ONE, OTHER))).isEmpty();
    }

    @Test
    void who_is_ill_leaves_a_gap_and_a_wish_does_not() {
        assertThat(kinds(away(plan(SATURDAY, ONE, LEAD), ONE, AbsenceKind.ILLNESS)))
                .containsExactly(Breach.Kind.GAP);
        assertThat(kinds(away(plan(SATURDAY, ONE, LEAD), ONE, AbsenceKind.WISH)))
                .isEmpty();
    }

    @Test
    void the_gap_is_named_with_its_hours_and_one_change_closes_it() {
        RosterPlan ill = away(plan(SATURDAY, ONE, LEAD), ONE, AbsenceKind.ILLNESS);
        Breach gap = RosterRules.breaches(ill).getFirst();
        assertThat(gap.span()).isEqualTo(MORNING);
        DutyShift fix = SmallestFix.of(ill, gap).orElseThrow();
        assertThat(fix.a()).isEqualTo(OTHER.id());
        assertThat(RosterRules.breaches(ill.with(fix))).isEmpty();
    }

    @Test
    void hours_that_grew_after_the_plan_show_as_a_gap_of_just_those_hours() {
        RosterPlan old = plan(SATURDAY, ONE, LEAD);
        RosterPlan grown = new RosterPlan(
                old.rules(),
                List.of(new OpenSlot(SATURDAY, new Span(540, 720), ShiftKind.DUTY, true)),
                old.workers(),
                List.of(),
                old.shifts());
        assertThat(RosterRules.breaches(grown))
                .filteredOn(one -> one.kind() == Breach.Kind.GAP)
                .extracting(Breach::span)
                .containsExactly(new Span(660, 720));
    }

    @Test
    void short_rest_and_long_days_are_refused() {
        List<DutyShift> shifts =
                List.of(shift(1, SATURDAY, new Span(720, 1260)), shift(2, SATURDAY.plusDays(1), new Span(420, 600)));
        RosterPlan plan = new RosterPlan(new DutyRules(1, 480, 660, 6), List.of(), List.of(ONE), List.of(), shifts);
        assertThat(kinds(plan)).containsExactly(Breach.Kind.TOO_LONG, Breach.Kind.TOO_LITTLE_REST);
    }

    private static DutyShift shift(int number, LocalDate day, Span span) {
        return new DutyShift(new UUID(1, number), day, span, ShiftKind.NORMAL, ONE.id(), null);
    }

    /** Against a judge that looks at each minute by itself. */
    @Property(tries = 300)
    void a_roster_without_gaps_covers_every_open_minute(
            @ForAll @IntRange(min = 0, max = 900) int opens,
            @ForAll @IntRange(min = 30, max = 500) int minutes,
            @ForAll @IntRange(min = 0, max = 900) int firstFrom,
            @ForAll @IntRange(min = 10, max = 500) int firstMinutes,
            @ForAll @IntRange(min = 0, max = 900) int secondFrom,
            @ForAll @IntRange(min = 10, max = 500) int secondMinutes) {
        Span open = new Span(opens, opens + minutes);
        List<DutyShift> shifts = List.of(
                shift(1, SATURDAY, new Span(firstFrom, firstFrom + firstMinutes)),
                shift(2, SATURDAY, new Span(secondFrom, secondFrom + secondMinutes)));
        RosterPlan plan = new RosterPlan(
                new DutyRules(1, 480, 660, 6),
                List.of(new OpenSlot(SATURDAY, open, ShiftKind.DUTY, true)),
                List.of(ONE),
                List.of(),
                shifts);
        List<Integer> named = new ArrayList<>();
        RosterRules.breaches(plan).stream()
                .filter(one -> one.kind() == Breach.Kind.GAP)
                .forEach(one -> {
                    for (int m = one.span().opensMinute(); m < one.span().closesMinute(); m++) {
                        named.add(m);
                    }
                });
        List<Integer> uncovered = new ArrayList<>();
        for (int m = open.opensMinute(); m < open.closesMinute(); m++) {
            int minute = m;
            if (shifts.stream().noneMatch(one -> one.span().contains(minute))) {
                uncovered.add(m);
            }
        }
        assertThat(named).isEqualTo(uncovered);
    }

    @Test
    void the_solver_fills_a_month_within_its_seconds() {
        List<OpenSlot> slots = new ArrayList<>();
        List<DutyShift> shifts = new ArrayList<>();
        for (int day = 1; day <= 30; day++) {
            LocalDate date = LocalDate.of(2026, 11, day);
            for (Span span : List.of(new Span(510, 720), new Span(780, 1020))) {
                slots.add(new OpenSlot(
                        date, span, ShiftKind.NORMAL, date.getDayOfWeek().getValue() > 5));
                shifts.add(new DutyShift(
                        new UUID(2, day * 2000L + span.opensMinute()), date, span, ShiftKind.NORMAL, null, null));
            }
        }
        List<Worker> workers =
                List.of(LEAD, ONE, OTHER, worker(4, true), worker(5, false), worker(6, false), worker(7, false));
        RosterPlan empty = new RosterPlan(new DutyRules(1, 480, 660, 6), slots, workers, List.of(), shifts);
        long began = System.nanoTime();
        RosterPlan made = empty.withShifts(RosterSolver.propose(empty, 5, () -> false));
        assertThat(RosterRules.breaches(made)).isEmpty();
        assertThat((System.nanoTime() - began) / 1_000_000_000L).isLessThan(15);
    }
}
