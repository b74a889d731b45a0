package org.jiamenkou.platform.sheets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read and keeps its columns' types.
 *
 * @param number of the row in the file, the header being row 1
 * @param values in the normal form of each column's type, in the order of the form; null where the cell is empty
 * @param present which columns the file has: what it does not have is left as it is
 */
public record SheetRow(SheetForm form, int number, @Nullable String[] values, boolean[] present) {
    public boolean has(String key) {
        return present[form.indexOf(key)];
    }

    public @Nullable String text(String key) {
        return values[form.indexOf(key)];
    }

    /** A required text. */
    public String getText(String key) {
        String text = text(key);
        if (text == null) {
            throw new IllegalStateException("row " + number + " lacks " + key);
        }
        return text;
    }

    public @Nullable Integer whole(String key) {
        String text = text(key);
        return text == null ? null : Integer.valueOf(text);
    }

    public @Nullable Double decimal(String key) {
        String text = text(key);
        return text == null ? null : Double.valueOf(text);
    }

    public @Nullable LocalDate date(String key) {
        String text = text(key);
        return text == null ? null : LocalDate.parse(text);
    }

    public @Nullable Boolean yes(String key) {
        String text = text(key);
        return text == null ? null : text.equals("yes");
    }

    public List<String> codes(String key) {
        String text = text(key);
        return text == null ? List.of() : List.of(text.split(","));
    }

    /** A mistake in one of its cells; {@code messageKey} says what is wrong. */
    public SheetProblem problem(String column, SheetProblem.Says says) {
        String value = text(column);
        return new SheetProblem(number, column, value == null ? "" : value, says);
    }
}
