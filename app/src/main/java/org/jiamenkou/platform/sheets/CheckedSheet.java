package org.jiamenkou.platform.sheets;

import java.util.List;

/**
 * A sheet that was held against its form.
 *
 * @param rows all of them when there is no problem, else those without one
 * @param problems in the order of the file, at most {@link #MOST_LISTED}
 * @param problemCount how many there are, the unlisted ones included
 */
public record CheckedSheet(List<SheetRow> rows, List<SheetProblem> problems, int problemCount) {
    public static final int MOST_LISTED = 2_000;

    public boolean isGood() {
        return problemCount == 0;
    }
}
