package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.calendar.rules.HolidayRuns;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetProblems;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Public holidays by sheet, a year at a time: all rows of a year together are its new edition. Years follow each other, and
 * the days of a holiday do too.
 */
@Component
class DaySheet implements SheetKind {
    private static final Place CITY = new Place(new UUID(0, 0), null);
    private static final String DAY = "day";
    private static final String KIND = "kind";
    private static final String NAME = "name";
    private static final String SOURCE = "source";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SOURCE = 300;

    private final DayStore days;
    private final Messages messages;
    private final DayEdits edits;

    DaySheet(DayStore days, Messages messages, DayEdits edits) {
        this.days = days;
        this.messages = messages;
        this.edits = edits;
    }

    @Override
    public String code() {
        return "days";
    }

    @Override
    public Right right() {
        return Right.EDIT_CALENDAR;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public SheetForm form() {
        return new SheetForm(
                "calendar.sheet.days",
                List.of(
                        SheetColumn.of(DAY, SheetColumn.Type.DATE).must(),
                        SheetColumn.choice(
                                        KIND,
                                        Arrays.stream(DayKind.values())
                                                .map(this::choice)
                                                .toList())
                                .must(),
                        SheetColumn.text(NAME).must().atMost(LONGEST_NAME),
                        SheetColumn.text(SOURCE).must().atMost(LONGEST_SOURCE)));
    }

    private SheetColumn.Choice choice(DayKind kind) {
        return new SheetColumn.Choice(kind.code(), messages.both(kind.messageKey()));
    }

    /** The rows of one year, each under its day. */
    private record Year(String source, TreeMap<LocalDate, SheetRow> rows) {
        List<AnnouncedDay> days() {
            return rows.entrySet().stream()
                    .map(one -> new AnnouncedDay(
                            one.getKey(),
                            DayKind.of(one.getValue().getText(KIND)),
                            one.getValue().getText(NAME)))
                    .toList();
        }
    }

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        actor.exercisingEverywhere(right());
        Map<Integer, YearEdition> stored =
                days.listCurrent().stream().collect(Collectors.toMap(YearEdition::year, Function.identity()));
        SheetProblems problems = new SheetProblems();
        TreeMap<Integer, Year> years = new TreeMap<>();
        for (SheetRow row : rows) {
            LocalDate day = Objects.requireNonNull(row.date(DAY));
            Year year = years.computeIfAbsent(day.getYear(), number -> new Year(row.getText(SOURCE), new TreeMap<>()));
            SheetRow before = year.rows().putIfAbsent(day, row);
            if (before != null) {
                problems.add(row.problem(
                        DAY, SheetProblem.Says.of("calendar.sheet.days.twice", String.valueOf(before.number()))));
            }
            if (!year.source().equals(row.getText(SOURCE))) {
                problems.add(row.problem(SOURCE, SheetProblem.Says.of("calendar.sheet.days.oneSource")));
            }
        }
        years.forEach((number, year) -> checkYear(number, year, stored.keySet(), years.keySet(), problems));
        return problems.count() > 0 ? SheetPlan.refused(problems.listed()) : compared(years, stored);
    }

    private static void checkYear(
            int number, Year year, Set<Integer> stored, Set<Integer> inFile, SheetProblems problems) {
        boolean follows = stored.contains(number)
                || stored.isEmpty()
                || stored.contains(number - 1)
                || inFile.contains(number - 1);
        if (!follows) {
            problems.add(year.rows()
                    .firstEntry()
                    .getValue()
                    .problem(DAY, SheetProblem.Says.of("calendar.sheet.days.yearMissing", String.valueOf(number - 1))));
        }
        HolidayRuns.gaps(year.days())
                .forEach((missing, after) ->
                        problems.add(Objects.requireNonNull(year.rows().get(after.day()))
                                .problem(DAY, SheetProblem.Says.of("calendar.sheet.days.gap", missing.toString()))));
    }

    private SheetPlan compared(TreeMap<Integer, Year> years, Map<Integer, YearEdition> stored) {
        TreeMap<LocalDate, AnnouncedDay> known = new TreeMap<>();
        days.listCurrentDays().forEach(day -> known.put(day.day(), day));
        TreeMap<Integer, Year> changed = new TreeMap<>();
        List<SheetPlan.RowChange> first = new ArrayList<>();
        StringBuilder seen = new StringBuilder();
        int added = 0;
        int others = 0;
        int unchanged = 0;
        for (Map.Entry<Integer, Year> one : years.entrySet()) {
            YearEdition edition = stored.get(one.getKey());
            seen.append(one.getKey()).append(':').append(edition == null ? 0 : edition.edition());
            TreeMap<LocalDate, AnnouncedDay> now = new TreeMap<>();
            one.getValue().days().forEach(day -> now.put(day.day(), day));
            TreeSet<LocalDate> all = new TreeSet<>(now.keySet());
            known.keySet().stream().filter(day -> day.getYear() == one.getKey()).forEach(all::add);
            int before = added + others;
            for (LocalDate day : all) {
                AnnouncedDay was = known.get(day);
                AnnouncedDay wanted = now.get(day);
                if (Objects.equals(was, wanted)) {
                    unchanged++;
                    continue;
                }
                added += was == null ? 1 : 0;
                others += was == null ? 0 : 1;
                if (first.size() < SheetPlan.MOST_SHOWN) {
                    first.add(shown(one.getValue(), day, was, wanted));
                }
            }
            boolean otherSource =
                    edition != null && !edition.source().equals(one.getValue().source());
            if (added + others > before || edition == null || otherSource) {
                changed.put(one.getKey(), one.getValue());
            }
        }
        return new SheetPlan(
                List.of(),
                new SheetPlan.Counts(added, others, unchanged),
                first,
                SheetPlan.stampOf(seen),
                changed.isEmpty() ? null : CITY,
                () -> changed.forEach(
                        (number, year) -> edits.replaceYear(number, stored.get(number), year.source(), year.days())));
    }

    private static SheetPlan.RowChange shown(
            Year year, LocalDate day, @Nullable AnnouncedDay was, @Nullable AnnouncedDay now) {
        SheetRow row = year.rows().getOrDefault(day, year.rows().firstEntry().getValue());
        List<SheetPlan.Field> fields = new ArrayList<>();
        fields.add(new SheetPlan.Field(
                KIND,
                new SheetPlan.Was(was == null ? "" : was.kind().code()),
                new SheetPlan.Now(now == null ? "" : now.kind().code())));
        fields.add(new SheetPlan.Field(
                NAME,
                new SheetPlan.Was(was == null ? "" : was.name()),
                new SheetPlan.Now(now == null ? "" : now.name())));
        return new SheetPlan.RowChange(row.number(), day.toString(), was == null, fields);
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        actor.exercisingEverywhere(right());
        Map<Integer, String> sources =
                days.listCurrent().stream().collect(Collectors.toMap(YearEdition::year, YearEdition::source));
        List<@Nullable String[]> rows = new ArrayList<>();
        for (AnnouncedDay day : days.listCurrentDays()) {
            rows.add(new @Nullable String[] {
                day.day().toString(),
                day.kind().code(),
                day.name(),
                sources.get(day.day().getYear())
            });
        }
        return rows;
    }
}
