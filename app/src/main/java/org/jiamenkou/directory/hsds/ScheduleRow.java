package org.jiamenkou.directory.hsds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Hours that hold on a day, or on these weekdays of a stretch of days. Rows only add: a day is open where one or more rows
 * say so, and closed where none does.
 *
 * @param from the first day that is open
 * @param until the last day that is open; the same as {@code from} for a dated row
 * @param weekdays in order; empty for a dated row
 * @param reason why the day is unlike other weeks, null where nobody said
 */
public record ScheduleRow(
        LocalDate from,
        LocalDate until,
        List<DayOfWeek> weekdays,
        Span span,
        ShiftKind shift,
        @Nullable String reason) {
    public ScheduleRow {
        weekdays = List.copyOf(weekdays);
    }

    public boolean isDated() {
        return weekdays.isEmpty();
    }
}
