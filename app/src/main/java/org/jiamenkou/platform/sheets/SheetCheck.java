package org.jiamenkou.platform.sheets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;

/** Holds a raw sheet against its form: columns by header in any order, every mistake by row and column, all at once. */
public final class SheetCheck {
    /** The column in which a file comes back with its mistakes; it may stay in the mended file. */
    static final String MISTAKES = "platform.sheet.mistakes";

    private final SheetForm form;
    private final Messages messages;
    private final CellCheck[] checks;
    private final SheetProblems problems = new SheetProblems();
    private final boolean[] present;

    /** Columns may be called by their header in any language, or by their key. */
    public SheetCheck(SheetForm form, Messages messages) {
        this.form = form;
        this.messages = messages;
        this.present = new boolean[form.columns().size()];
        this.checks = form.columns().stream().map(CellCheck::new).toArray(CellCheck[]::new);
    }

    public CheckedSheet check(RawSheet sheet) {
        int[] target = columns(sheet.header());
        if (problems.count() > 0) {
            return done(List.of());
        }
        List<SheetRow> rows = new ArrayList<>(sheet.rows().size());
        for (RawSheet.Row row : sheet.rows()) {
            int before = problems.count();
            SheetRow read = row(row, target, sheet.header());
            if (problems.count() == before) {
                rows.add(read);
            }
        }
        return done(rows);
    }

    private CheckedSheet done(List<SheetRow> rows) {
        return new CheckedSheet(rows, problems.listed(), problems.count());
    }

    /** For each column of the file its place in the form, -1 for a column without header. */
    private int[] columns(List<String> header) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < form.columns().size(); i++) {
            SheetColumn column = form.columns().get(i);
            known.put(SheetText.comparable(column.key()), i);
            for (Lang lang : Lang.values()) {
                known.put(SheetText.comparable(messages.get(lang, form.headerKey(column))), i);
            }
        }
        Set<String> ours = new HashSet<>();
        for (Lang lang : Lang.values()) {
            ours.add(SheetText.comparable(messages.get(lang, MISTAKES)));
        }
        int[] target = new int[header.size()];
        TreeSet<Integer> seen = new TreeSet<>();
        for (int i = 0; i < target.length; i++) {
            String name = header.get(i);
            Integer place = known.get(SheetText.comparable(name));
            target[i] = place == null ? -1 : place;
            if (place != null) {
                present[place] = true;
            }
            if (place == null && !name.isBlank() && !ours.contains(SheetText.comparable(name))) {
                problem(1, name, name, "platform.sheet.unknownColumn");
            } else if (place != null && !seen.add(place)) {
                problem(1, form.columns().get(place).key(), name, "platform.sheet.columnTwice");
            }
        }
        for (int i = 0; i < form.columns().size(); i++) {
            SheetColumn column = form.columns().get(i);
            if (column.required() && !seen.contains(i)) {
                problem(1, column.key(), "", "platform.sheet.missingColumn");
            }
        }
        return target;
    }

    private void problem(int row, String column, String value, String key) {
        problems.add(new SheetProblem(row, column, SheetText.shown(value), SheetProblem.Says.of(key)));
    }

    private SheetRow row(RawSheet.Row row, int[] target, List<String> header) {
        @Nullable String[] values = new @Nullable String[form.columns().size()];
        @Nullable String[] cells = row.cells();
        for (int i = 0; i < cells.length; i++) {
            String cell = cells[i];
            if (cell == null) {
                continue;
            }
            int place = i < target.length ? target[i] : -1;
            if (!cell.isEmpty() && cell.charAt(0) == RawSheet.FORMULA) {
                refuseFormula(row, i, place < 0 ? "" : form.columns().get(place).key());
            } else if (place >= 0) {
                CellCheck.Answer answer = checks[place].read(cell);
                values[place] = answer.value();
                if (answer.says() != null) {
                    problems.add(new SheetProblem(
                            row.number(), form.columns().get(place).key(), SheetText.shown(cell), answer.says()));
                }
            } else if (i >= header.size() && !cell.isBlank()) {
                problem(row.number(), "", cell, "platform.sheet.cellWithoutHeader");
            }
        }
        for (int i = 0; i < values.length; i++) {
            SheetColumn column = form.columns().get(i);
            if (column.required() && values[i] == null && isEmpty(cells, target, i)) {
                problem(row.number(), column.key(), "", "platform.sheet.required");
            }
        }
        return new SheetRow(form, row.number(), values, present);
    }

    private void refuseFormula(RawSheet.Row row, int at, String column) {
        String cell = String.valueOf(row.cells()[at]).substring(1);
        problems.add(new SheetProblem(
                row.number(),
                column,
                SheetText.shown(cell),
                SheetProblem.Says.of("platform.sheet.formula", reference(at, row.number()))));
    }

    private static boolean isEmpty(@Nullable String[] cells, int[] target, int place) {
        for (int i = 0; i < Math.min(cells.length, target.length); i++) {
            String cell = cells[i];
            if (target[i] == place && cell != null && !cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** As spreadsheets name a cell: C5. */
    static String reference(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.append(row).toString();
    }
}
