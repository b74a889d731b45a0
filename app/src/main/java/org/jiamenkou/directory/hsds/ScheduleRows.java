package org.jiamenkou.directory.hsds;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.calendar.DaySpan;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.WorkingCalendar;

/**
 * A schedule resolved for the loaded years: ordinary weeks become weekly rows that end before each unusual day, and unusual
 * days (holidays, make-up working days, exceptions) become rows of their own. Other systems need no calendar of ours.
 */
public final class ScheduleRows {
    private ScheduleRows() {}

    /**
     * The rows from this day to the last loaded one, in order of time.
     *
     * @param from a day of a loaded year
     */
    public static List<ScheduleRow> of(Schedule schedule, WorkingCalendar calendar, LocalDate from) {
        LocalDate last = calendar.lastLoadedDay();
        WorkingCalendar plain = plain(from, last);
        Schedule ordinary = new Schedule(schedule.id(), schedule.version(), schedule.week(), List.of());
        Map<DayOfWeek, List<DaySpan>> week = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            week.put(from.plusDays(i).getDayOfWeek(), ordinary.spansOn(plain, from.plusDays(i)));
        }
        List<ScheduleRow> rows = new ArrayList<>();
        LocalDate stretch = from;
        for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
            List<DaySpan> spans = calendar.knows(day) ? schedule.spansOn(calendar, day) : List.of();
            if (!spans.equals(week.get(day.getDayOfWeek()))) {
                addStretch(rows, week, stretch, day.minusDays(1));
                addDay(rows, schedule, day, spans);
                stretch = day.plusDays(1);
            }
        }
        addStretch(rows, week, stretch, last);
        return rows;
    }

    /** The first day of the years loaded without a gap up to this day. */
    public static LocalDate firstLoadedDay(WorkingCalendar calendar, LocalDate today) {
        int year = today.getYear();
        while (calendar.knows(LocalDate.of(year - 1, 12, 31))) {
            year--;
        }
        return LocalDate.of(year, 1, 1);
    }

    private static WorkingCalendar plain(LocalDate from, LocalDate last) {
        Set<Integer> years = new TreeSet<>();
        for (int year = from.getYear(); year <= last.getYear() + 1; year++) {
            years.add(year);
        }
        return new WorkingCalendar(Map.of(), years);
    }

    private static void addDay(List<ScheduleRow> rows, Schedule schedule, LocalDate day, List<DaySpan> spans) {
        String reason = schedule.exceptionOn(day)
                .map(OpeningException::reason)
                .map(words -> words.zh())
                .orElse(null);
        for (DaySpan one : spans) {
            rows.add(new ScheduleRow(day, day, List.of(), one.span(), one.shift(), reason));
        }
    }

    private static void addStretch(
            List<ScheduleRow> rows, Map<DayOfWeek, List<DaySpan>> week, LocalDate from, LocalDate until) {
        Map<DaySpan, Set<DayOfWeek>> bySpan = new LinkedHashMap<>();
        for (LocalDate day = from; !day.isAfter(until) && day.isBefore(from.plusDays(7)); day = day.plusDays(1)) {
            for (DaySpan span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                bySpan.computeIfAbsent(span, one -> EnumSet.noneOf(DayOfWeek.class))
                        .add(day.getDayOfWeek());
            }
        }
        bySpan.forEach((span, days) -> {
            LocalDate first = from;
            while (!days.contains(first.getDayOfWeek())) {
                first = first.plusDays(1);
            }
            LocalDate end = until;
            while (!days.contains(end.getDayOfWeek())) {
                end = end.minusDays(1);
            }
            rows.add(new ScheduleRow(
                    first, end, first.equals(end) ? List.of() : List.copyOf(days), span.span(), span.shift(), null));
        });
    }
}
