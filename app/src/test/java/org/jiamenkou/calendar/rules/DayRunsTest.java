package org.jiamenkou.calendar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiamenkou.calendar.DayKind.MAKE_UP_WORKDAY;
import static org.jiamenkou.calendar.DayKind.PUBLIC_HOLIDAY;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.calendar.AnnouncedDay;
import org.jiamenkou.calendar.DayRun;
import org.junit.jupiter.api.Test;

class DayRunsTest {
    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    void days_of_one_holiday_are_drawn_together_and_the_make_up_day_stands_alone() {
        List<DayRun> runs = DayRuns.of(List.of(
                new AnnouncedDay(day(1, 1), PUBLIC_HOLIDAY, "a"),
                new AnnouncedDay(day(1, 2), PUBLIC_HOLIDAY, "a"),
                new AnnouncedDay(day(1, 3), PUBLIC_HOLIDAY, "a"),
                new AnnouncedDay(day(1, 4), MAKE_UP_WORKDAY, "a"),
                new AnnouncedDay(day(4, 4), PUBLIC_HOLIDAY, "b")));
        assertThat(runs)
                .containsExactly(
                        new DayRun(day(1, 1), day(1, 3), PUBLIC_HOLIDAY, "a"),
                        new DayRun(day(1, 4), day(1, 4), MAKE_UP_WORKDAY, "a"),
                        new DayRun(day(4, 4), day(4, 4), PUBLIC_HOLIDAY, "b"));
        assertThat(runs.getFirst().days()).isEqualTo(3);
    }

    @Test
    void a_gap_or_another_name_begins_a_new_run() {
        assertThat(DayRuns.of(List.of(
                        new AnnouncedDay(day(5, 1), PUBLIC_HOLIDAY, "a"),
                        new AnnouncedDay(day(5, 3), PUBLIC_HOLIDAY, "a"),
                        new AnnouncedDay(day(5, 4), PUBLIC_HOLIDAY, "b"))))
                .hasSize(3);
    }
}
