package org.jiamenkou.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of an entry approval, for its history.
 *
 * @param state PROPOSED, APPROVED, TRIAL, REFUSED, REVIEWED or ENDED
 * @param until the day by which somebody must look at it again, null where nobody must
 */
public record EntryStep(
        Instant at, String byName, String state, @Nullable LocalDate until, String reason) {}
