package org.jiamenkou.access;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet would change.
 *
 * @param problems mistakes that only the stored rows show; with any, nothing may be written
 * @param first the first changes, for the preview
 * @param stamp of the stored rows concerned: another stamp later means that somebody changed them
 * @param place where the first row is written, null when nothing is
 * @param write writes everything, in the transaction in which the plan was made
 */
public record SheetPlan(
        List<SheetProblem> problems,
        Counts counts,
        List<RowChange> first,
        String stamp,
        @Nullable Place place,
        Runnable write) {
    /** Most changes a preview shows. */
    public static final int MOST_SHOWN = 50;

    public record Counts(int added, int changed, int unchanged) {}

    /** @param name how people call the record */
    public record RowChange(int row, String name, boolean added, List<Field> fields) {}

    /** @param column key of the column; values in normal form, empty for none */
    public record Field(String column, Was was, Now now) {}

    public record Was(String text) {}

    public record Now(String text) {}

    /** A stamp of what was seen: ids and versions of the stored rows, one after the other. */
    public static String stampOf(CharSequence seen) {
        return HexFormat.of().formatHex(Sm3.hash(seen.toString().getBytes(StandardCharsets.UTF_8)));
    }

    public static SheetPlan refused(List<SheetProblem> problems) {
        return new SheetPlan(problems, new Counts(0, 0, 0), List.of(), "", null, () -> {});
    }
}
