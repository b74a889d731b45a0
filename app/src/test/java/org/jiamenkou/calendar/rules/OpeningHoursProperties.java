package org.jiamenkou.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.SampleCalendar;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.platform.text.LocalText;

/** What holds for every schedule, checked minute by minute around the Spring Festival of 2026. */
class OpeningHoursProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 10);
    private static final int DAYS = 20;

    private final WorkingCalendar calendar = SampleCalendar.shipped();

    /** Coarse minutes, so that adjoining spans, midnight and whole days come up often. */
    private static Arbitrary<Span> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 12))
                .as((start, length) -> new Span(start * 120, Math.min(1440, (start + length) * 120)));
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<Set<DayOfWeek>> weekdays =
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        Arbitrary<OpeningLine> line = Combinators.combine(
                        Arbitraries.of(DayKind.class),
                        Arbitraries.oneOf(weekdays, Arbitraries.just(Set.of(DayOfWeek.values()))),
                        spans(),
                        Arbitraries.of(ShiftKind.class))
                .as(OpeningLine::new);
        Arbitrary<OpeningException> exception = Combinators.combine(
                        Arbitraries.integers().between(0, DAYS),
                        Arbitraries.integers().between(0, 4),
                        spans().list().ofMaxSize(1))
                .as((start, length, spans) -> new OpeningException(
                        FIRST.plusDays(start), FIRST.plusDays(start + length), spans, LocalText.of("x")));
        return Combinators.combine(line.list().ofMaxSize(8), exception.list().ofMaxSize(2))
                .as((lines, exceptions) -> new Schedule(new ScheduleId(new UUID(0, 1)), 1, kept(lines), exceptions));
    }

    /** Only lines that overlap no earlier one: the rule every stored week keeps. */
    private static List<OpeningLine> kept(List<OpeningLine> lines) {
        List<OpeningLine> kept = new ArrayList<>();
        for (OpeningLine line : lines) {
            List<OpeningLine> more = new ArrayList<>(kept);
            more.add(line);
            if (HoursRules.refusal(more).isEmpty()) {
                kept = more;
            }
        }
        return kept;
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    }

    @Property(tries = 150)
    void the_state_agrees_with_the_spans_at_every_minute(
            @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
        List<DaySpan> spans = schedule.spansOn(calendar, day);
        for (int minute = 0; minute < Span.DAY_MINUTES; minute++) {
            int now = minute;
            Optional<DaySpan> here =
                    spans.stream().filter(one -> one.span().contains(now)).findFirst();
            switch (schedule.stateAt(calendar, day.atStartOfDay().plusMinutes(minute))) {
                case OpenState.Open open -> assertThat(here.map(DaySpan::shift)).contains(open.shift());
                case OpenState.Closed closed -> assertThat(here).isEmpty();
                case OpenState.NotKnown notKnown ->
                    assertThat(schedule.week()).as("hours").isEmpty();
            }
        }
    }

    @Property(tries = 100)
    void the_closing_time_is_the_first_closed_minute(
            @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
        for (int minute = 0; minute < Span.DAY_MINUTES; minute += 30) {
            LocalDateTime moment = day.atStartOfDay().plusMinutes(minute);
            if (schedule.stateAt(calendar, moment) instanceof OpenState.Open open) {
                LocalDateTime end = open.closesAt() == null ? moment.plusDays(1) : open.closesAt();
                for (LocalDateTime one = moment; one.isBefore(end); one = one.plusMinutes(30)) {
                    assertThat(schedule.stateAt(calendar, one).isOpen())
                            .as("%s", one)
                            .isTrue();
                }
                assertThat(schedule.stateAt(calendar, end).isOpen()).isEqualTo(open.closesAt() == null);
            }
        }
    }

    @Property(tries = 100)
    void the_words_hold_until_the_next_change_and_it_is_at_most_midnight(
            @ForAll("schedules") Schedule schedule, @ForAll("days") LocalDate day) {
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        for (int minute = 0; minute < Span.DAY_MINUTES; minute += 40) {
            LocalDateTime moment = day.atStartOfDay().plusMinutes(minute);
            OpenState state = schedule.stateAt(calendar, moment);
            LocalDateTime change = schedule.nextChangeAfter(calendar, moment);
            assertThat(change).isAfter(moment).isBeforeOrEqualTo(midnight);
            for (LocalDateTime one = moment; one.isBefore(change); one = one.plusMinutes(20)) {
                assertThat(schedule.stateAt(calendar, one)).as("%s", one).isEqualTo(state);
            }
            if (change.isBefore(midnight)) {
                assertThat(schedule.stateAt(calendar, change)).as("%s", change).isNotEqualTo(state);
            }
        }
    }
}
