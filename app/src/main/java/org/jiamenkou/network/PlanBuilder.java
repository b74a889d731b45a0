package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetProblems;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jspecify.annotations.Nullable;

/** Collects what a sheet would change in one table. */
final class PlanBuilder {
    final SheetProblems problems = new SheetProblems();
    final List<RecordStore.Fresh> fresh = new ArrayList<>();
    final List<Records.Edit> edits = new ArrayList<>();
    private final List<SheetPlan.RowChange> first = new ArrayList<>();
    private final StringBuilder seen = new StringBuilder();
    private int unchanged;

    void problem(SheetRow row, String column, String key) {
        problems.add(row.problem(column, SheetProblem.Says.of(key)));
    }

    /** What a row would make of a stored record, columns that the file does not have left as they are. */
    static Map<String, String> wanted(SheetRow row, @Nullable Fields stored, List<String> columns) {
        Map<String, @Nullable String> typed = new java.util.HashMap<>();
        for (String column : columns) {
            if (row.has(column)) {
                String value = row.text(column);
                typed.put(column, value == null ? null : canonical(column, value));
            }
        }
        if (stored != null) {
            return stored.replaced(typed);
        }
        typed.values().removeIf(Objects::isNull);
        Map<String, String> made = new java.util.TreeMap<>();
        typed.forEach((column, value) -> made.put(column, Objects.requireNonNull(value)));
        return made;
    }

    /** Numbers as the database writes them, so that 121.50 is no change from 121.5. */
    private static String canonical(String column, String value) {
        return column.endsWith("tude")
                ? new java.math.BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    void change(SheetRow row, String name, Fields stored, Map<String, String> wanted) {
        seen.append(stored.id()).append(stored.version());
        List<Fields.Difference> differences = Records.differences(stored.values(), wanted);
        if (differences.isEmpty()) {
            unchanged++;
            return;
        }
        edits.add(new Records.Edit(stored, wanted));
        show(row, name, false, differences);
    }

    void add(SheetRow row, String name, RecordStore.Fresh made) {
        fresh.add(made);
        if (first.size() < SheetPlan.MOST_SHOWN) {
            show(row, name, true, Records.differences(Map.of(), made.record().values()));
        }
    }

    private void show(SheetRow row, String name, boolean added, List<Fields.Difference> differences) {
        if (first.size() < SheetPlan.MOST_SHOWN) {
            first.add(new SheetPlan.RowChange(
                    row.number(),
                    name,
                    added,
                    differences.stream()
                            .map(one -> new SheetPlan.Field(
                                    one.field(),
                                    new SheetPlan.Was(Objects.requireNonNullElse(one.was(), "")),
                                    new SheetPlan.Now(
                                            Objects.requireNonNullElse(one.now().text(), ""))))
                            .toList()));
        }
    }

    SheetPlan done(Runnable write) {
        if (problems.count() > 0) {
            return SheetPlan.refused(problems.listed());
        }
        Place place = !fresh.isEmpty()
                ? fresh.getFirst().record().place()
                : edits.isEmpty() ? null : edits.getFirst().was().place();
        seen.append('+').append(fresh.size());
        return new SheetPlan(
                List.of(),
                new SheetPlan.Counts(fresh.size(), edits.size(), unchanged),
                first,
                SheetPlan.stampOf(seen),
                place,
                write);
    }
}
