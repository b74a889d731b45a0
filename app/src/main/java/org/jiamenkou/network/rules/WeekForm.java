package org.jiamenkou.network.rules;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;

/** A week of hours as somebody types it: rows of day kind, weekdays, from, to and shift. An empty row counts as removed. */
public record WeekForm(List<Row> rows) {
    private static final Pattern TIME = Pattern.compile("([01]?[0-9]|2[0-4])[:\uff1a]([0-5][0-9])");

    public WeekForm {
        rows = List.copyOf(rows);
    }

    /**
     * A row as typed.
     *
     * @param days numbers 1 (Monday) to 7; none means every day of the kind
     */
    public record Row(String kind, Set<Integer> days, Times times, String shift) {
        public Row {
            days = Set.copyOf(days);
        }

        boolean isEmpty() {
            return times.from().isBlank() && times.until().text().isBlank();
        }
    }

    /** Both as typed; {@code 24:00} is the end of the day. */
    public record Times(String from, Until until) {
        public static Times of(String from, CharSequence until) {
            return new Times(from, new Until(until.toString()));
        }
    }

    public record Until(String text) {}

    /** What is wrong with a row: its number from 0 and a message. */
    public record Problem(int row, String messageKey) {}

    /** Either the week or what is wrong with it. */
    public record Result(List<OpeningLine> week, List<Problem> problems) {}

    /** A schedule's week as rows to edit. */
    public static WeekForm of(List<OpeningLine> week) {
        return new WeekForm(week.stream()
                .map(line -> new Row(
                        line.dayKind().code(),
                        line.weekdays().size() == 7
                                ? Set.of()
                                : Set.copyOf(line.weekdays().stream()
                                        .map(DayOfWeek::getValue)
                                        .toList()),
                        Times.of(
                                clock(line.span().opensMinute()),
                                clock(line.span().closesMinute())),
                        line.shift().code()))
                .toList());
    }

    public WeekForm withEmptyRow() {
        List<Row> more = new ArrayList<>(rows);
        more.add(new Row(DayKind.WORKDAY.code(), Set.of(), Times.of("", ""), ShiftKind.NORMAL.code()));
        return new WeekForm(more);
    }

    public Result read() {
        List<OpeningLine> week = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.isEmpty()) {
                continue;
            }
            Optional<OpeningLine> line = line(row);
            if (line.isEmpty()) {
                problems.add(new Problem(i, "network.hours.error.times"));
                continue;
            }
            for (int j = 0; j < week.size(); j++) {
                if (overlap(week.get(j), line.get())) {
                    problems.add(new Problem(i, "network.hours.error.overlap"));
                    break;
                }
            }
            week.add(line.get());
        }
        return new Result(week, problems);
    }

    private static boolean overlap(OpeningLine one, OpeningLine other) {
        return one.dayKind() == other.dayKind()
                && one.weekdays().stream().anyMatch(other.weekdays()::contains)
                && one.span().overlaps(other.span());
    }

    private static Optional<OpeningLine> line(Row row) {
        Optional<Span> span = span(row.times());
        if (span.isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            row.days().forEach(day -> days.add(DayOfWeek.of(day)));
            return Optional.of(new OpeningLine(
                    DayKind.of(row.kind()),
                    days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                    span.get(),
                    ShiftKind.of(row.shift())));
        } catch (RuntimeException notOfOurs) {
            return Optional.empty();
        }
    }

    /** Empty when it is not two times of one day in order. */
    public static Optional<Span> span(Times times) {
        int from = minutes(times.from());
        int to = minutes(times.until().text());
        return from < 0 || to <= from || to > Span.DAY_MINUTES ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private static int minutes(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        return time.matches() ? Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2)) : -1;
    }

    private static String clock(int minute) {
        return (minute < 600 ? "0" : "") + Span.clock(minute);
    }
}
