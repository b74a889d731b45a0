package org.jiamenkou.catalogue;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a station's history of offerings.
 *
 * @param ways the ways from then on; empty when taken off
 * @param reason why, in the words of whoever did it
 */
public record OfferingStep(
        String slug,
        Instant at,
        String byName,
        Kind kind,
        Set<Way> ways,
        @Nullable String hoursNote,
        String reason) {
    public OfferingStep {
        ways = Set.copyOf(ways);
    }

    public enum Kind {
        TAKEN_OFF,
        OTHER_WAYS,
        PUT_BACK
    }
}
