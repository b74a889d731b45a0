package org.jiamenkou.platform.sheets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as it stands in the file: texts of cells, dates already as {@code 2026-11-23} and times as {@code 8:30}.
 *
 * @param header of row 1; empty text where there is none
 * @param rows below it that hold anything
 */
public record RawSheet(List<String> header, List<Row> rows) {
    /** A formula's place is known by its text, which begins so; no text that is typed does. */
    static final char FORMULA = '\uE000';

    /** @param cells no longer than the last one that holds anything */
    public record Row(int number, @Nullable String[] cells) {}

    /** Takes rows as they are read, and looks after the limits. */
    static final class Builder {
        private final SheetLimits limits;
        private final List<String> header = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private boolean hasHeader;

        Builder(SheetLimits limits) {
            this.limits = limits;
        }

        /** @param cells its first {@code width} are taken */
        void add(int number, @Nullable String[] cells, int width) {
            int last = width;
            while (last > 0 && isBlank(cells[last - 1])) {
                last--;
            }
            if (last == 0) {
                return;
            }
            if (last > limits.columns()) {
                throw new RefusedSheetException(new SheetRefusal.TooManyColumns(limits.columns()));
            }
            if (!hasHeader) {
                for (int i = 0; i < last; i++) {
                    String cell = cells[i];
                    header.add(cell == null ? "" : cell);
                }
                hasHeader = true;
                return;
            }
            if (rows.size() == limits.rows()) {
                throw new RefusedSheetException(new SheetRefusal.TooManyRows(limits.rows()));
            }
            rows.add(new Row(number, java.util.Arrays.copyOf(cells, last)));
        }

        private static boolean isBlank(@Nullable String cell) {
            return cell == null || cell.isBlank();
        }

        RawSheet done() {
            if (rows.isEmpty()) {
                throw new RefusedSheetException(new SheetRefusal.Empty());
            }
            return new RawSheet(List.copyOf(header), rows);
        }
    }
}
