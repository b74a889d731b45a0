package org.jiamenkou.queue.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.queue.SlotPlan;

/** When a day's slots begin, and when they may be booked. */
public final class SlotTimes {
    private SlotTimes() {}

    /**
     * The minutes of the day at which slots begin: whole pieces inside the opening hours, outside the breaks, in order.
     * Spans that adjoin are one.
     */
    public static List<Integer> startsOn(List<Span> open, SlotPlan.Pieces pieces) {
        List<Integer> starts = new ArrayList<>();
        for (Span span : joined(open)) {
            int at = span.opensMinute();
            for (Span pause : joined(pieces.breaks())) {
                if (pause.overlaps(span)) {
                    fill(starts, at, pause.opensMinute(), pieces.minutes());
                    at = Math.max(at, pause.closesMinute());
                }
            }
            fill(starts, at, span.closesMinute(), pieces.minutes());
        }
        return List.copyOf(starts);
    }

    private static void fill(List<Integer> starts, int from, int until, int minutes) {
        for (int at = from; at + minutes <= until; at += minutes) {
            starts.add(at);
        }
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.stream()
                .sorted(Comparator.comparingInt(Span::opensMinute))
                .toList()) {
            if (!joined.isEmpty() && joined.getLast().closesMinute() >= span.opensMinute()) {
                Span last = joined.removeLast();
                joined.add(new Span(last.opensMinute(), Math.max(last.closesMinute(), span.closesMinute())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }

    /** From when the slots of this day may be booked. */
    public static LocalDateTime opensAt(LocalDate day, SlotPlan.Release release) {
        return day.minusDays(release.daysAhead()).atStartOfDay().plusMinutes(release.minuteOfDay());
    }
}
