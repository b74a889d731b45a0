package org.jiamenkou.network;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.HoursOutcome;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetProblems;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.platform.web.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hours by sheet: the rows of a station together are its whole week. The calendar's rules of hours decide. */
@Component
class HoursSheet implements SheetKind {
    private final Stations stations;
    private final StationUpkeep upkeep;
    private final Schedules schedules;
    private final SheetChoices choices;

    HoursSheet(Stations stations, StationUpkeep upkeep, Schedules schedules, SheetChoices choices) {
        this.stations = stations;
        this.upkeep = upkeep;
        this.schedules = schedules;
        this.choices = choices;
    }

    @Override
    public String code() {
        return "hours";
    }

    @Override
    public Right right() {
        return Right.EDIT_STATION_HOURS;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public SheetForm form() {
        List<String> days =
                IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList();
        return new SheetForm(
                "network.sheet.hours",
                List.of(
                        SheetColumn.text("station").must().atMost(8),
                        SheetColumn.choice(
                                        "day_kind",
                                        choices.ofMessages(
                                                "network.dayKind",
                                                Arrays.stream(DayKind.values())
                                                        .map(DayKind::code)
                                                        .toList()))
                                .must(),
                        SheetColumn.choices("days", choices.ofMessages("network.day", days)),
                        SheetColumn.of("opens", SheetColumn.Type.TIME).must(),
                        SheetColumn.of("closes", SheetColumn.Type.TIME).must(),
                        SheetColumn.choice(
                                "shift",
                                choices.ofMessages(
                                        "network.shift",
                                        Arrays.stream(ShiftKind.values())
                                                .map(ShiftKind::code)
                                                .toList()))));
    }

    /** The rows of one station. */
    private record Week(Station station, SheetRow first, List<OpeningLine> lines) {}

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        Map<String, Station> own = own(actor);
        SheetProblems problems = new SheetProblems();
        Map<String, Week> weeks = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            Station station = own.get(PublicCode.normalise(row.getText("station")));
            if (station == null) {
                problems.add(row.problem("station", SheetProblem.Says.of("network.sheet.unknownStation")));
                continue;
            }
            Optional<OpeningLine> line = line(row);
            if (line.isEmpty()) {
                problems.add(row.problem("closes", SheetProblem.Says.of("network.hours.error.times")));
                continue;
            }
            Week week = weeks.computeIfAbsent(station.code(), code -> new Week(station, row, new ArrayList<>()));
            week.lines().add(line.get());
            Optional<HoursOutcome> refusal = Schedules.findRefusal(week.lines());
            if (refusal.isPresent()) {
                week.lines().removeLast();
                problems.add(row.problem("opens", SheetProblem.Says.of("network.hours.error.overlap")));
            }
        }
        return problems.count() > 0
                ? SheetPlan.refused(problems.listed())
                : compared(actor, List.copyOf(weeks.values()));
    }

    private Map<String, Station> own(Actor actor) {
        Map<String, Station> own = new HashMap<>();
        for (Station station : stations.listAll()) {
            if (actor.may(right(), station.place())) {
                own.put(station.code(), station);
            }
        }
        return own;
    }

    private static Optional<OpeningLine> line(SheetRow row) {
        int opens = minute(row.getText("opens"));
        int closes = minute(row.getText("closes"));
        if (opens >= closes) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = row.codes("days").stream()
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet());
        String shift = row.text("shift");
        return Optional.of(new OpeningLine(
                DayKind.of(row.getText("day_kind")),
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days,
                new Span(opens, closes),
                shift == null ? ShiftKind.NORMAL : ShiftKind.of(shift)));
    }

    private static int minute(String clock) {
        int colon = clock.indexOf(':');
        return Integer.parseInt(clock.substring(0, colon)) * 60 + Integer.parseInt(clock.substring(colon + 1));
    }

    private SheetPlan compared(Actor actor, List<Week> weeks) {
        Map<ScheduleId, Schedule> stored = schedules.listSchedules(weeks.stream()
                .map(week -> week.station().schedule())
                .filter(Objects::nonNull)
                .toList());
        List<Week> changed = new ArrayList<>();
        List<SheetPlan.RowChange> first = new ArrayList<>();
        Map<String, Integer> versions = new LinkedHashMap<>();
        int added = 0;
        for (Week week : weeks) {
            ScheduleId id = week.station().schedule();
            Schedule before = id == null ? null : stored.get(id);
            versions.put(week.station().code(), before == null ? 0 : before.version());
            if (before != null && Set.copyOf(before.week()).equals(Set.copyOf(week.lines()))) {
                continue;
            }
            changed.add(week);
            added += before == null ? 1 : 0;
            if (first.size() < SheetPlan.MOST_SHOWN) {
                first.add(new SheetPlan.RowChange(
                        week.first().number(),
                        week.station().name().zh(),
                        before == null,
                        List.of(new SheetPlan.Field(
                                "opens",
                                new SheetPlan.Was(before == null ? "" : words(before.week())),
                                new SheetPlan.Now(words(week.lines()))))));
            }
        }
        String stamp = SheetPlan.stampOf(versions.toString());
        return new SheetPlan(
                List.of(),
                new SheetPlan.Counts(added, changed.size() - added, weeks.size() - changed.size()),
                first,
                stamp,
                changed.isEmpty() ? null : changed.getFirst().station().place(),
                () -> changed.forEach(week -> write(actor, week, versions)));
    }

    private void write(Actor actor, Week week, Map<String, Integer> versions) {
        StationChange change = upkeep.changeHours(
                new StationUpkeep.Edit(
                        actor,
                        week.station(),
                        versions.getOrDefault(week.station().code(), 0),
                        Idempotency.freshKey()),
                week.lines());
        if (!(change instanceof StationChange.Saved)) {
            throw new ChangedMeanwhileException();
        }
    }

    private static String words(List<OpeningLine> week) {
        return week.stream().map(line -> line.span().text()).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        List<Station> own = own(actor).values().stream()
                .filter(station -> station.schedule() != null)
                .sorted(java.util.Comparator.comparing(Station::code))
                .toList();
        Map<ScheduleId, Schedule> weeks = schedules.listSchedules(
                own.stream().map(Station::schedule).filter(Objects::nonNull).toList());
        List<@Nullable String[]> rows = new ArrayList<>();
        for (Station station : own) {
            Schedule schedule = weeks.get(station.schedule());
            for (OpeningLine line : schedule == null ? List.<OpeningLine>of() : schedule.week()) {
                rows.add(new @Nullable String[] {
                    station.code(),
                    line.dayKind().code(),
                    line.weekdays().size() == 7
                            ? null
                            : line.weekdays().stream()
                                    .sorted()
                                    .map(day -> String.valueOf(day.getValue()))
                                    .collect(Collectors.joining(",")),
                    Span.clock(line.span().opensMinute()),
                    Span.clock(line.span().closesMinute()),
                    line.shift().code()
                });
            }
        }
        return rows;
    }
}
