package org.jiamenkou.network;

import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.sheets.SheetProblem;

/** How an edit of a record by page ended. Everything but {@link Saved} wrote nothing. */
public sealed interface RecordChange {
    record Saved() implements RecordChange {}

    /** @param mistakes what is wrong, by field */
    record Wrong(Map<String, SheetProblem.Says> mistakes) implements RecordChange {
        public Wrong {
            mistakes = Map.copyOf(mistakes);
        }
    }

    /** Somebody else saved in between; what they changed since the editor opened the page. */
    record ChangedMeanwhile(Fields now, List<Fields.Difference> theirs) implements RecordChange {
        public ChangedMeanwhile {
            theirs = List.copyOf(theirs);
        }
    }
}
