package org.jiamenkou.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.catalogue.rules.ListRules;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetProblems;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lists by sheet: the rows of one list of one area together are its whole draft. Nothing is published by a sheet; that is done
 * on the list's page, with day and source.
 */
@Component
class ListSheet implements SheetKind {
    private static final String LIST = "list";
    private static final String AREA = "area";

    private final ListUpkeep upkeep;
    private final Messages messages;

    ListSheet(ListUpkeep upkeep, Messages messages) {
        this.upkeep = upkeep;
        this.messages = messages;
    }

    @Override
    public String code() {
        return "lists";
    }

    @Override
    public Right right() {
        return Right.EDIT_LISTS;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public SheetForm form() {
        List<SheetColumn> columns = new ArrayList<>();
        columns.add(SheetColumn.choice(
                        LIST, Arrays.stream(ListKind.values()).map(this::choice).toList())
                .must());
        columns.add(SheetColumn.text(AREA).must());
        columns.addAll(ListEntryForm.COLUMNS);
        return new SheetForm(ListEntryForm.NAME, columns);
    }

    private SheetColumn.Choice choice(ListKind list) {
        return new SheetColumn.Choice(list.code(), messages.both("catalogue.list.kind." + list.code()));
    }

    /** The rows of one list. */
    private record Group(ListUpkeep.Kept kept, SheetRow first, Map<Integer, PositiveList.Entry> entries) {}

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        Map<String, Division> own = new LinkedHashMap<>();
        for (Division area : upkeep.areasOf(actor)) {
            own.put(area.code(), area);
            own.put(area.name().zh(), area);
        }
        SheetProblems problems = new SheetProblems();
        Map<String, Group> groups = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            Division area = own.get(row.getText(AREA));
            if (area == null) {
                problems.add(row.problem(AREA, SheetProblem.Says.of("catalogue.sheet.lists.unknownArea")));
                continue;
            }
            ListKind list = ListKind.find(row.getText(LIST)).orElseThrow();
            Group group = groups.computeIfAbsent(
                    area.code() + list,
                    key -> new Group(upkeep.readHere(new ListUpkeep.Which(area, list)), row, new TreeMap<>()));
            read(row, group, problems);
        }
        return problems.count() > 0
                ? SheetPlan.refused(problems.listed())
                : compared(actor, List.copyOf(groups.values()));
    }

    private static void read(SheetRow row, Group group, SheetProblems problems) {
        int number = Objects.requireNonNull(row.whole(ListEntryForm.NUMBER));
        Map<String, String> values =
                new LinkedHashMap<>(ListRules.find(group.kept().entries(), number)
                        .map(ListEntryForm::values)
                        .orElse(Map.of()));
        for (SheetColumn column : ListEntryForm.COLUMNS) {
            if (row.has(column.key())) {
                String value = row.text(column.key());
                if (value == null) {
                    values.remove(column.key());
                } else {
                    values.put(column.key(), value);
                }
            }
        }
        ListEntryForm.Read read = ListEntryForm.read(group.kept().which().list(), values);
        read.mistakes().forEach((column, says) -> problems.add(row.problem(column, says)));
        PositiveList.Entry entry = read.entry();
        if (entry != null && group.entries().putIfAbsent(number, entry) != null) {
            problems.add(row.problem(ListEntryForm.NUMBER, SheetProblem.Says.of("catalogue.sheet.lists.twice")));
        }
    }

    private SheetPlan compared(Actor actor, List<Group> groups) {
        List<Group> changed = new ArrayList<>();
        List<SheetPlan.RowChange> first = new ArrayList<>();
        StringBuilder seen = new StringBuilder();
        int added = 0;
        int others = 0;
        int unchanged = 0;
        for (Group group : groups) {
            List<PositiveList.Entry> wanted = List.copyOf(group.entries().values());
            List<ListDifference> differences = ListRules.compare(group.kept().entries(), wanted);
            seen.append(group.kept().which().area().id()).append(group.kept().seen());
            int fresh = (int) differences.stream()
                    .filter(ListDifference.Added.class::isInstance)
                    .count();
            added += fresh;
            others += differences.size() - fresh;
            unchanged += wanted.size()
                    - (int) differences.stream()
                            .filter(one -> !(one instanceof ListDifference.Removed))
                            .count();
            if (!differences.isEmpty()) {
                changed.add(group);
            }
            for (ListDifference one : differences) {
                if (first.size() < SheetPlan.MOST_SHOWN) {
                    first.add(shown(group, one));
                }
            }
        }
        return new SheetPlan(
                List.of(),
                new SheetPlan.Counts(added, others, unchanged),
                first,
                SheetPlan.stampOf(seen),
                changed.isEmpty() ? null : changed.getFirst().kept().which().place(),
                () -> changed.forEach(group -> upkeep.replace(
                        actor,
                        group.kept().which(),
                        List.copyOf(group.entries().values()),
                        group.kept().seen())));
    }

    private static SheetPlan.RowChange shown(Group group, ListDifference difference) {
        Map<String, String> was = new TreeMap<>();
        Map<String, String> now = new TreeMap<>();
        switch (difference) {
            case ListDifference.Added one -> now.putAll(ListEntryForm.values(one.entry()));
            case ListDifference.Removed one -> was.putAll(ListEntryForm.values(one.entry()));
            case ListDifference.Changed one -> {
                was.putAll(ListEntryForm.values(one.was()));
                now.putAll(ListEntryForm.values(one.now()));
            }
        }
        TreeSet<String> columns = new TreeSet<>(was.keySet());
        columns.addAll(now.keySet());
        List<SheetPlan.Field> fields = columns.stream()
                .filter(column -> !Objects.equals(was.get(column), now.get(column)))
                .map(column -> new SheetPlan.Field(
                        column,
                        new SheetPlan.Was(was.getOrDefault(column, "")),
                        new SheetPlan.Now(now.getOrDefault(column, ""))))
                .toList();
        return new SheetPlan.RowChange(
                group.first().number(),
                group.kept().which().area().name().zh() + " " + difference.number(),
                difference instanceof ListDifference.Added,
                fields);
    }

    /** The draft where one is open, else what the area itself has in force. */
    @Override
    public List<@Nullable String[]> export(Actor actor) {
        SheetForm form = form();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (Division area : upkeep.areasOf(actor)) {
            for (ListKind list : ListKind.values()) {
                ListUpkeep.Kept kept = upkeep.readHere(new ListUpkeep.Which(area, list));
                boolean own = kept.draft() != null || !kept.versions().isEmpty();
                for (PositiveList.Entry entry : own ? kept.entries() : List.<PositiveList.Entry>of()) {
                    @Nullable String[] row = new @Nullable String[form.columns().size()];
                    row[form.indexOf(LIST)] = list.code();
                    row[form.indexOf(AREA)] = area.code();
                    ListEntryForm.values(entry).forEach((column, value) -> row[form.indexOf(column)] = value);
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
