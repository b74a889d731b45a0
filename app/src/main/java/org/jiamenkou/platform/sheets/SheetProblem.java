package org.jiamenkou.platform.sheets;

import java.util.List;

/**
 * A mistake in a sheet.
 *
 * @param row number of the row in the file, the header being row 1
 * @param column key of the column; as it stands in the file where the form does not know it; empty for the whole row
 * @param value what stands there
 */
public record SheetProblem(int row, String column, String value, Says says) {
    /** What is wrong, as a message with its arguments. */
    public record Says(String key, List<String> args) {
        public Says {
            args = List.copyOf(args);
        }

        public static Says of(String key, String... args) {
            return new Says(key, List.of(args));
        }
    }
}
