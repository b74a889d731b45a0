package org.jiamenkou.network.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jiamenkou.network.rules.WeekForm.Row;
import org.jiamenkou.network.rules.WeekForm.Times;
import org.junit.jupiter.api.Test;

class WeekFormTest {
    private static Row row(Set<Integer> days, String from, CharSequence to) {
        return new Row("workday", days, Times.of(from, to), "normal");
    }

    @Test
    void what_was_read_can_be_shown_and_read_again() {
        WeekForm form = new WeekForm(List.of(row(Set.of(), "08:30", "11:30"), row(Set.of(1, 3), "13:00", "24:00")));
        WeekForm.Result result = form.read();
        assertThat(result.problems()).isEmpty();
        assertThat(result.week().getLast().weekdays()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY);
        assertThat(WeekForm.of(result.week())).isEqualTo(form);
    }

    @Test
    void overlapping_hours_are_shown_at_the_later_row() {
        WeekForm form = new WeekForm(List.of(row(Set.of(), "8:30", "12:00"), row(Set.of(2), "11:00", "13:00")));
        assertThat(form.read().problems()).containsExactly(new WeekForm.Problem(1, "network.hours.error.overlap"));
    }

    @Test
    void different_weekdays_do_not_overlap() {
        assertThat(new WeekForm(List.of(row(Set.of(1), "8:30", "12:00"), row(Set.of(2), "8:30", "12:00")))
                        .read()
                        .problems())
                .isEmpty();
    }

    @Test
    void nonsense_is_shown_at_its_row_and_empty_rows_are_left_out() {
        WeekForm form = new WeekForm(List.of(
                row(Set.of(), "", ""),
                row(Set.of(), "9:00", "8:00"),
                row(Set.of(), "𠮷", "😀"),
                row(Set.of(), "24:30", "25:00"),
                new Row("never", Set.of(), Times.of("8:00", "9:00"), "normal")));
        assertThat(form.read().problems()).extracting(WeekForm.Problem::row).containsExactly(1, 2, 3, 4);
        assertThat(form.read().week()).isEmpty();
    }

    @Test
    void fewer_than_eight_hours_on_a_day_are_short() {
        assertThat(RegularHours.opensShort(
                        new WeekForm(List.of(row(Set.of(), "9:00", "12:00"), row(Set.of(), "13:00", "18:00")))
                                .read()
                                .week()))
                .isFalse();
        assertThat(RegularHours.opensShort(new WeekForm(List.of(row(Set.of(6), "9:00", "16:59")))
                        .read()
                        .week()))
                .isTrue();
        assertThat(RegularHours.opensShort(List.of())).isFalse();
    }
}
