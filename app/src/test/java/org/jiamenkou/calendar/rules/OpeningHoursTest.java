package org.jiamenkou.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiamenkou.calendar.DayKind.MAKE_UP_WORKDAY;
import static org.jiamenkou.calendar.DayKind.WORKDAY;
import static org.jiamenkou.calendar.ShiftKind.DUTY;
import static org.jiamenkou.calendar.ShiftKind.NORMAL;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.SampleCalendar;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.Test;

class OpeningHoursTest {
    private final WorkingCalendar calendar = SampleCalendar.shipped();
    private final OpeningPatterns patterns = new OpeningPatterns();
    private final Schedule station = patterns.schedule("neighbourhood-station");
    private final Schedule centre = patterns.schedule("affairs-centre");
    private final Schedule allDay = patterns.schedule("all-day");

    private static LocalDateTime at(String text) {
        return LocalDateTime.parse(text);
    }

    private static Schedule with(Schedule schedule, OpeningException... exceptions) {
        return new Schedule(schedule.id(), schedule.version(), schedule.week(), List.of(exceptions));
    }

    private static Schedule week(OpeningLine... lines) {
        return new Schedule(new ScheduleId(new UUID(0, 1)), 1, List.of(lines), List.of());
    }

    private static OpeningException closed(String from, String to) {
        return new OpeningException(LocalDate.parse(from), LocalDate.parse(to), List.of(), LocalText.of("repair"));
    }

    private OpenState state(Schedule schedule, String moment) {
        return schedule.stateAt(calendar, at(moment));
    }

    @Test
    void the_affairs_centre_is_open_through_noon_and_on_every_kind_of_day() {
        assertThat(state(centre, "2026-11-24T12:30")).isEqualTo(new OpenState.Open(NORMAL, at("2026-11-24T16:30")));
        assertThat(state(centre, "2026-11-28T11:00")).isEqualTo(new OpenState.Open(DUTY, at("2026-11-28T11:30")));
        assertThat(state(centre, "2026-10-01T11:00")).isEqualTo(new OpenState.Open(DUTY, at("2026-10-01T11:30")));
        assertThat(state(centre, "2026-02-14T15:00")).isEqualTo(new OpenState.Open(NORMAL, at("2026-02-14T16:30")));
    }

    @Test
    void a_make_up_working_day_with_lines_of_its_own_keeps_those() {
        Schedule own = week(
                OpeningLine.every(WORKDAY, new Span(510, 990), NORMAL),
                OpeningLine.every(MAKE_UP_WORKDAY, new Span(540, 720), DUTY));
        assertThat(own.spansOn(calendar, LocalDate.parse("2026-02-14")))
                .containsExactly(new DaySpan(new Span(540, 720), DUTY));
    }

    @Test
    void adjoining_spans_are_one_opening_that_keeps_its_shifts() {
        assertThat(state(station, "2026-11-24T10:00")).isEqualTo(new OpenState.Open(NORMAL, at("2026-11-24T20:00")));
        assertThat(state(station, "2026-11-24T17:00")).isEqualTo(new OpenState.Open(DUTY, at("2026-11-24T20:00")));
        assertThat(state(station, "2026-11-24T19:59:59")).isInstanceOf(OpenState.Open.class);
        assertThat(state(station, "2026-11-24T20:00")).isEqualTo(new OpenState.Closed(at("2026-11-25T08:30"), null));
        assertThat(station.nextChangeAfter(calendar, at("2026-11-24T10:00"))).isEqualTo(at("2026-11-24T17:00"));
    }

    @Test
    void at_noon_a_place_with_a_break_is_closed_until_the_afternoon() {
        Schedule shortHours = patterns.schedule("short-station");
        assertThat(state(shortHours, "2026-11-24T12:00")).isEqualTo(new OpenState.Closed(at("2026-11-24T13:30"), null));
        assertThat(state(shortHours, "2026-11-27T17:00")).isEqualTo(new OpenState.Closed(at("2026-11-30T08:30"), null));
    }

    @Test
    void a_place_that_never_closes_has_no_closing_time_even_on_the_last_loaded_day() {
        assertThat(state(allDay, "2026-11-24T23:59")).isEqualTo(new OpenState.Open(NORMAL, null));
        assertThat(state(allDay, "2026-11-28T00:00")).isEqualTo(new OpenState.Open(NORMAL, null));
        assertThat(state(allDay, "2026-12-31T10:00")).isEqualTo(new OpenState.Open(NORMAL, null));
    }

    @Test
    void an_opening_over_midnight_goes_on_and_one_until_midnight_ends_there() {
        OpeningLine late = OpeningLine.every(WORKDAY, new Span(1200, 1440), DUTY);
        OpeningLine early = OpeningLine.every(WORKDAY, new Span(0, 120), DUTY);
        assertThat(state(week(late, early), "2026-11-24T22:00"))
                .isEqualTo(new OpenState.Open(DUTY, at("2026-11-25T02:00")));
        assertThat(state(week(late), "2026-11-24T22:00")).isEqualTo(new OpenState.Open(DUTY, at("2026-11-25T00:00")));
        assertThat(state(week(late), "2026-11-25T00:00")).isEqualTo(new OpenState.Closed(at("2026-11-25T20:00"), null));
    }

    @Test
    void a_closing_of_tomorrow_is_said_from_24_hours_before() {
        Schedule tuesdayClosesAtEight = with(
                allDay,
                new OpeningException(
                        LocalDate.parse("2026-11-25"),
                        LocalDate.parse("2026-11-25"),
                        List.of(new Span(0, 1200)),
                        LocalText.of("repair")));
        assertThat(state(tuesdayClosesAtEight, "2026-11-24T19:59")).isEqualTo(new OpenState.Open(NORMAL, null));
        assertThat(state(tuesdayClosesAtEight, "2026-11-24T20:00"))
                .isEqualTo(new OpenState.Open(NORMAL, at("2026-11-25T20:00")));
        assertThat(tuesdayClosesAtEight.nextChangeAfter(calendar, at("2026-11-24T10:00")))
                .isEqualTo(at("2026-11-24T20:00"));
    }

    @Test
    void exceptions_win_and_the_one_entered_last_wins_over_earlier_ones() {
        OpeningException morning = new OpeningException(
                LocalDate.parse("2026-11-25"),
                LocalDate.parse("2026-11-25"),
                List.of(new Span(540, 600)),
                LocalText.of("check-up day"));
        Schedule changed = with(station, closed("2026-11-24", "2026-11-26"), morning);
        assertThat(state(changed, "2026-11-24T10:00"))
                .isEqualTo(new OpenState.Closed(at("2026-11-25T09:00"), LocalText.of("repair")));
        assertThat(state(changed, "2026-11-25T09:30")).isEqualTo(new OpenState.Open(NORMAL, at("2026-11-25T10:00")));
        assertThat(state(changed, "2026-11-26T10:00"))
                .isEqualTo(new OpenState.Closed(at("2026-11-27T08:30"), LocalText.of("repair")));
    }

    @Test
    void no_hours_and_years_not_loaded_are_not_known_and_never_closed() {
        assertThat(state(week(), "2026-11-24T10:00")).isEqualTo(new OpenState.NotKnown(OpenState.Reason.NO_HOURS));
        assertThat(state(with(week(), closed("2026-12-01", "2026-12-02")), "2026-11-24T10:00"))
                .isEqualTo(new OpenState.NotKnown(OpenState.Reason.NO_HOURS));
        assertThat(state(station, "2027-01-04T10:00"))
                .isEqualTo(new OpenState.NotKnown(OpenState.Reason.BEYOND_LOADED_YEARS));
        assertThat(state(station, "2026-12-31T21:00")).isEqualTo(new OpenState.Closed(null, null));
    }

    @Test
    void a_long_closing_names_no_opening_that_lies_more_than_two_weeks_ahead() {
        assertThat(state(with(station, closed("2026-11-01", "2026-12-20")), "2026-11-24T10:00"))
                .isEqualTo(new OpenState.Closed(null, LocalText.of("repair")));
    }

    @Test
    void lines_of_single_weekdays_hold_on_those_only() {
        Schedule tuesdays = week(new OpeningLine(WORKDAY, Set.of(DayOfWeek.TUESDAY), new Span(540, 600), NORMAL));
        assertThat(tuesdays.openMinutesOn(calendar, LocalDate.parse("2026-11-24")))
                .isEqualTo(60);
        assertThat(tuesdays.openMinutesOn(calendar, LocalDate.parse("2026-11-25")))
                .isZero();
    }

    @Test
    void a_facility_under_eight_hours_is_found_by_its_shortest_open_day() {
        LocalDate monday = LocalDate.parse("2026-11-23");
        assertThat(patterns.schedule("short-station").leastOpenMinutesPerDay(calendar, monday, 7))
                .isEqualTo(360);
        assertThat(station.leastOpenMinutesPerDay(calendar, monday, 7)).isEqualTo(480);
        assertThat(allDay.leastOpenMinutesPerDay(calendar, monday, 7)).isEqualTo(1440);
        assertThat(week().leastOpenMinutesPerDay(calendar, monday, 7)).isZero();
    }

    @Test
    void times_are_written_as_people_write_them() {
        assertThat(new Span(510, 990).text()).isEqualTo("8:30–16:30");
        assertThat(new Span(0, 1440).text()).isEqualTo("0:00–24:00");
    }
}
