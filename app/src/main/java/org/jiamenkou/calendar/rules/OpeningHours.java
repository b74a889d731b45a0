package org.jiamenkou.calendar.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** When a place is open. */
public final class OpeningHours {
    private static final int DAYS_AHEAD = 14;

    private OpeningHours() {}

    public static List<DaySpan> spansOn(
            List<OpeningLine> week, List<OpeningException> exceptions, WorkingCalendar calendar, LocalDate day) {
        Optional<OpeningException> exception = exceptionOn(exceptions, day);
        List<DaySpan> spans = new ArrayList<>();
        if (exception.isPresent()) {
            exception.get().spans().forEach(span -> spans.add(new DaySpan(span, ShiftKind.NORMAL)));
        } else {
            DayKind kind = effectiveKind(week, calendar.kindOf(day));
            for (OpeningLine line : week) {
                if (line.dayKind() == kind && line.weekdays().contains(day.getDayOfWeek())) {
                    spans.add(new DaySpan(line.span(), line.shift()));
                }
            }
        }
        spans.sort(Comparator.comparingInt(one -> one.span().opensMinute()));
        return List.copyOf(spans);
    }

    /** A make-up working day without lines of its own is kept like a working day. */
    private static DayKind effectiveKind(List<OpeningLine> week, DayKind kind) {
        boolean own = week.stream().anyMatch(line -> line.dayKind() == kind);
        return kind == DayKind.MAKE_UP_WORKDAY && !own ? DayKind.WORKDAY : kind;
    }

    /** Of several exceptions on a day the one entered last wins. */
    public static Optional<OpeningException> exceptionOn(List<OpeningException> exceptions, LocalDate day) {
        return exceptions.reversed().stream().filter(one -> one.covers(day)).findFirst();
    }

    public static OpenState stateAt(
            List<OpeningLine> week, List<OpeningException> exceptions, WorkingCalendar calendar, LocalDateTime moment) {
        if (week.isEmpty() && exceptions.isEmpty()) {
            return new OpenState.NotKnown(OpenState.Reason.NO_HOURS);
        }
        if (!calendar.knows(moment.toLocalDate())) {
            return new OpenState.NotKnown(OpenState.Reason.BEYOND_LOADED_YEARS);
        }
        int minute = minuteOf(moment);
        for (DaySpan one : spansOn(week, exceptions, calendar, moment.toLocalDate())) {
            if (one.span().contains(minute)) {
                return new OpenState.Open(one.shift(), closesAt(week, exceptions, calendar, moment));
            }
        }
        return new OpenState.Closed(
                opensAt(week, exceptions, calendar, moment),
                exceptionOn(exceptions, moment.toLocalDate())
                        .map(OpeningException::reason)
                        .orElse(null));
    }

    /** Follows adjoining spans, also over midnight; null when the doors stay open for 24 hours or more. */
    private static @Nullable LocalDateTime closesAt(
            List<OpeningLine> week, List<OpeningException> exceptions, WorkingCalendar calendar, LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        int reached = minuteOf(moment);
        while (day.atStartOfDay().plusMinutes(reached).isBefore(moment.plusDays(1))) {
            int before = reached;
            for (DaySpan one : spansOn(week, exceptions, calendar, day)) {
                if (one.span().contains(reached)) {
                    reached = one.span().closesMinute();
                }
            }
            if (reached == before) {
                return day.atStartOfDay().plusMinutes(reached);
            }
            if (reached == Span.DAY_MINUTES) {
                day = day.plusDays(1);
                reached = 0;
                if (!calendar.knows(day)) {
                    return day.atStartOfDay();
                }
            }
        }
        return null;
    }

    private static @Nullable LocalDateTime opensAt(
            List<OpeningLine> week, List<OpeningException> exceptions, WorkingCalendar calendar, LocalDateTime moment) {
        int after = minuteOf(moment);
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate day = moment.toLocalDate().plusDays(ahead);
            if (!calendar.knows(day)) {
                return null;
            }
            for (DaySpan one : spansOn(week, exceptions, calendar, day)) {
                if (ahead > 0 || one.span().opensMinute() > after) {
                    return day.atStartOfDay().plusMinutes(one.span().opensMinute());
                }
            }
        }
        return null;
    }

    public static LocalDateTime nextChangeAfter(
            List<OpeningLine> week, List<OpeningException> exceptions, WorkingCalendar calendar, LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        if (!calendar.knows(day)) {
            return midnight;
        }
        int minute = minuteOf(moment);
        return spansOn(week, exceptions, calendar, day).stream()
                .flatMap(one -> java.util.stream.Stream.of(
                        one.span().opensMinute(), one.span().closesMinute()))
                .filter(edge -> edge > minute)
                .min(Integer::compare)
                .map(edge -> day.atStartOfDay().plusMinutes(edge))
                .orElse(midnight);
    }

    private static int minuteOf(LocalDateTime moment) {
        return moment.getHour() * 60 + moment.getMinute();
    }
}
