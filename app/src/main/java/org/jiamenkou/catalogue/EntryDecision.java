package org.jiamenkou.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decides on an entry approval.
 *
 * @param until end of the trial or day of the next review; null where the step needs none or none was given
 * @param reason shown to everybody it concerns
 */
public record EntryDecision(Step step, @Nullable LocalDate until, String reason) {
    public enum Step {
        APPROVE,
        TRY,
        REFUSE,
        REVIEW,
        END
    }
}
