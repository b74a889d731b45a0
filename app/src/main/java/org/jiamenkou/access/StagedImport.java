package org.jiamenkou.access;

import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.sheets.SheetProblem;

/** An uploaded sheet as its page shows it. */
public record StagedImport(UUID id, SheetKind kind, String fileName, State state, Verdict verdict) {
    public enum State {
        WRONG,
        READY,
        CONFIRMED
    }

    /** @param problemCount those that are not listed included */
    public record Verdict(
            int rowCount,
            int problemCount,
            List<SheetProblem> problems,
            SheetPlan.Counts counts,
            List<SheetPlan.RowChange> first) {}
}
