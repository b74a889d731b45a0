package org.jiamenkou.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How saving or publishing a guide ended. */
public sealed interface ItemOutcome {
    record Saved(int revision) implements ItemOutcome {}

    record Published(int version) implements ItemOutcome {}

    /** Nothing was written. @param problems at least one */
    record Wrong(List<FieldProblem> problems) implements ItemOutcome {}

    /**
     * Somebody else saved since the form was opened; nothing was written.
     *
     * @param seen what the next save has to name
     * @param other who and when; null when the program brought a newer edition
     */
    record ChangedMeanwhile(
            GuideMerge merge, String seen, @Nullable Other other) implements ItemOutcome {}

    record Other(String name, Instant at) {}
}
