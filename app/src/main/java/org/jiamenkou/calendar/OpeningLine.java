package org.jiamenkou.calendar;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/**
 * One line of a week: on days of this kind that fall on these weekdays, open for this span.
 *
 * @param weekdays which weekdays; all seven where the kind of day alone decides
 */
public record OpeningLine(DayKind dayKind, Set<DayOfWeek> weekdays, Span span, ShiftKind shift) {
    public OpeningLine {
        weekdays = Set.copyOf(weekdays);
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("a line for no weekday");
        }
    }

    public static OpeningLine every(DayKind dayKind, Span span, ShiftKind shift) {
        return new OpeningLine(dayKind, EnumSet.allOf(DayOfWeek.class), span, shift);
    }
}
