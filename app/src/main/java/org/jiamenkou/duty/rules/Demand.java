package org.jiamenkou.duty.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.duty.OpenSlot;

/** What must be covered: the real opening hours of a month, cut so that one person can cover each piece. */
public final class Demand {
    private Demand() {}

    /** @param mostMinutes of one piece; days of a year that is not loaded give none */
    public static List<OpenSlot> slots(Schedule schedule, WorkingCalendar calendar, YearMonth month, int mostMinutes) {
        List<OpenSlot> slots = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (calendar.knows(day)) {
                boolean led = !calendar.kindOf(day).isWorking();
                for (DaySpan one : schedule.spansOn(calendar, day)) {
                    for (Span piece : pieces(one.span(), mostMinutes)) {
                        slots.add(new OpenSlot(day, piece, one.shift(), led));
                    }
                }
            }
        }
        return slots;
    }

    static List<Span> pieces(Span span, int mostMinutes) {
        int count = (span.minutes() + mostMinutes - 1) / mostMinutes;
        List<Span> pieces = new ArrayList<>();
        int from = span.opensMinute();
        for (int i = 1; i <= count; i++) {
            int to = span.opensMinute() + span.minutes() * i / count;
            pieces.add(new Span(from, to));
            from = to;
        }
        return pieces;
    }
}
