package org.jiamenkou.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiamenkou.calendar.ShiftKind.NORMAL;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.HoursOutcome;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.SampleCalendar;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.Test;

class HoursRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Span MORNING = new Span(510, 720);
    private static final Span MIDDAY = new Span(700, 800);

    private final WorkingCalendar calendar = SampleCalendar.shipped();

    private static OpeningLine line(DayKind kind, Span span, DayOfWeek... weekdays) {
        return new OpeningLine(kind, Set.of(weekdays), span, NORMAL);
    }

    private static OpeningException exception(LocalDate from, LocalDate to, Span... spans) {
        return new OpeningException(from, to, Arrays.asList(spans), LocalText.of("x"));
    }

    @Test
    void overlapping_hours_are_refused_naming_both_spans() {
        HoursOutcome refusal = HoursRules.refusal(List.of(
                        line(DayKind.WORKDAY, MORNING, DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                        line(DayKind.WORKDAY, MIDDAY, DayOfWeek.TUESDAY)))
                .orElseThrow();
        assertThat(refusal).isEqualTo(new HoursOutcome.Overlapping(DayKind.WORKDAY, MORNING, MIDDAY));
        assertThat(refusal.args()).containsExactly("8:30–12:00", "11:40–13:20");
    }

    @Test
    void other_kinds_of_days_other_weekdays_and_adjoining_spans_do_not_overlap() {
        assertThat(HoursRules.refusal(List.of(
                        line(DayKind.WORKDAY, MORNING, DayOfWeek.MONDAY),
                        line(DayKind.WORKDAY, MIDDAY, DayOfWeek.TUESDAY),
                        line(DayKind.REST_DAY, MIDDAY, DayOfWeek.MONDAY),
                        line(DayKind.WORKDAY, new Span(720, 800), DayOfWeek.MONDAY))))
                .isEmpty();
    }

    @Test
    void an_exception_that_is_over_is_refused_and_one_that_ends_today_is_not() {
        assertThat(HoursRules.refusal(exception(TODAY.minusDays(3), TODAY.minusDays(1)), calendar, TODAY))
                .contains(new HoursOutcome.InThePast(TODAY.minusDays(1)));
        assertThat(HoursRules.refusal(exception(TODAY.minusDays(3), TODAY), calendar, TODAY))
                .isEmpty();
    }

    @Test
    void an_exception_beyond_the_loaded_years_is_refused() {
        assertThat(HoursRules.refusal(exception(TODAY, LocalDate.of(2027, 1, 1)), calendar, TODAY))
                .contains(new HoursOutcome.BeyondLoadedYears(2027));
    }

    @Test
    void spans_of_an_exception_must_not_overlap_either() {
        assertThat(HoursRules.refusal(exception(TODAY, TODAY, MORNING, MIDDAY), calendar, TODAY))
                .contains(new HoursOutcome.Overlapping(DayKind.WORKDAY, MORNING, MIDDAY));
    }

    @Test
    void an_empty_span_cannot_even_be_made() {
        Assertions.assertThatThrownBy(() -> new Span(600, 600)).isInstanceOf(IllegalArgumentException.class);
        Assertions.assertThatThrownBy(() -> new Span(0, 1441)).isInstanceOf(IllegalArgumentException.class);
        Assertions.assertThatThrownBy(() -> exception(TODAY, TODAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_pattern_that_ships_keeps_the_rules() {
        assertThat(new OpeningPatterns().listAll())
                .isNotEmpty()
                .allSatisfy(pattern ->
                        assertThat(HoursRules.refusal(pattern.week())).isEmpty());
    }
}
