package org.jiamenkou.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = SampleCalendar.shipped();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void the_spring_festival_of_2026_has_nine_days_off_and_two_weekend_days_worked() {
        assertThat(day("2026-02-15").datesUntil(day("2026-02-24")))
                .hasSize(9)
                .allSatisfy(one -> assertThat(calendar.kindOf(one)).isEqualTo(DayKind.PUBLIC_HOLIDAY));
        assertThat(calendar.kindOf(day("2026-02-14"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.kindOf(day("2026-02-28"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.kindOf(day("2026-02-24"))).isEqualTo(DayKind.WORKDAY);
        assertThat(calendar.kindOf(day("2026-03-01"))).isEqualTo(DayKind.REST_DAY);
    }

    @Test
    void the_day_of_acceptance_is_not_counted() {
        assertThat(calendar.plusWorkingDays(day("2026-03-02"), 1)).isEqualTo(day("2026-03-03"));
        assertThat(calendar.plusWorkingDays(day("2026-03-02"), 0)).isEqualTo(day("2026-03-02"));
        assertThat(calendar.plusWorkingDays(day("2026-03-06"), 1)).isEqualTo(day("2026-03-09"));
    }

    @Test
    void five_working_days_over_the_national_day_of_2026_count_the_make_up_day() {
        // Accepted on Tuesday 29 September; off from 1 to 7 October; Saturday 10 October is worked.
        assertThat(calendar.kindOf(day("2026-10-10"))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(calendar.plusWorkingDays(day("2026-09-29"), 1)).isEqualTo(day("2026-09-30"));
        assertThat(calendar.plusWorkingDays(day("2026-09-29"), 2)).isEqualTo(day("2026-10-08"));
        assertThat(calendar.plusWorkingDays(day("2026-09-29"), 4)).isEqualTo(day("2026-10-10"));
        assertThat(calendar.plusWorkingDays(day("2026-09-29"), 5)).isEqualTo(day("2026-10-12"));
    }

    @Test
    void a_date_beyond_the_last_loaded_year_is_refused_loudly() {
        assertThat(calendar.lastLoadedDay()).isEqualTo(day("2026-12-31"));
        assertThatThrownBy(() -> calendar.kindOf(day("2027-01-01")))
                .isInstanceOfSatisfying(
                        BeyondLoadedYearsException.class,
                        refusal -> assertThat(refusal.year()).isEqualTo(2027));
        assertThatThrownBy(() -> calendar.plusWorkingDays(day("2026-12-28"), 10))
                .isInstanceOf(BeyondLoadedYearsException.class);
        assertThatThrownBy(() -> calendar.workingDaysBetween(day("2026-12-28"), day("2027-01-05")))
                .isInstanceOf(BeyondLoadedYearsException.class);
        assertThatThrownBy(() -> calendar.kindOf(day("2023-12-31"))).isInstanceOf(BeyondLoadedYearsException.class);
    }

    @Test
    void no_loaded_year_is_a_broken_installation_and_a_negative_count_a_broken_caller() {
        assertThatThrownBy(() -> new WorkingCalendar(Map.of(), Set.of()).lastLoadedDay())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> calendar.plusWorkingDays(day("2026-03-02"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void counting_back_gives_the_number_added(
            @ForAll @IntRange(min = 0, max = 900) int start, @ForAll @IntRange(min = 1, max = 60) int working) {
        LocalDate from = day("2024-01-01").plusDays(start);
        LocalDate reached = calendar.plusWorkingDays(from, working);
        assertThat(calendar.workingDaysBetween(from, reached)).isEqualTo(working);
        assertThat(calendar.kindOf(reached).isWorking()).isTrue();
    }
}
