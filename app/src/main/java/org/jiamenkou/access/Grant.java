package org.jiamenkou.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * A role given to an account at a place, for some functional lines and days.
 *
 * @param accountName of the account
 * @param administrator whether the role is one of the three
 * @param lines functional lines, empty for all
 * @param validTo last day, null without end
 * @param endedAt when it was ended at once, null when it was not
 */
public record Grant(
        UUID id,
        UUID accountId,
        String accountName,
        String role,
        boolean administrator,
        Place place,
        List<String> lines,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt) {
    public Grant {
        lines = List.copyOf(lines);
    }

    /** Whether it gives rights on this day. */
    public boolean isValid(LocalDate day) {
        return endedAt == null && !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether it gives rights on this day or later. */
    public boolean isOpen(LocalDate day) {
        return endedAt == null && (validTo == null || !validTo.isBefore(day));
    }
}
