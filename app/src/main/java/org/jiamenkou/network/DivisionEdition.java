package org.jiamenkou.network;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the administrative divisions in their history.
 *
 * @param asOf the day from which it holds
 * @param confirmedAt null until somebody confirmed it
 * @param differences how many lines its difference list has
 */
public record DivisionEdition(
        UUID id,
        DivisionList.Title title,
        LocalDate asOf,
        State state,
        Instant proposedAt,
        @Nullable Instant confirmedAt,
        int differences) {
    public enum State {
        PROPOSED,
        CONFIRMED,
        DROPPED
    }
}
