package org.jiamenkou.access;

import java.util.UUID;
import org.jiamenkou.platform.sheets.SheetRefusal;

/** How an upload or its confirmation ended. */
public sealed interface ImportAnswer {
    /** Checked and kept; its page says what was found. */
    record Staged(UUID id) implements ImportAnswer {}

    /** Not read at all. */
    record Refused(SheetRefusal refusal) implements ImportAnswer {}

    /** Written now, or by an earlier confirmation of the same sheet. */
    record Written(UUID id) implements ImportAnswer {}

    /** Somebody changed the rows in between: nothing was written, the preview was made anew. */
    record ChangedMeanwhile(UUID id) implements ImportAnswer {}

    /** There is no such sheet of theirs; it may have been erased. */
    record Gone() implements ImportAnswer {}
}
