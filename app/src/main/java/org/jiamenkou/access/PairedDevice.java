package org.jiamenkou.access;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device as those see it who keep devices.
 *
 * @param active false once it was revoked
 * @param pairedBy name of who did
 * @param lastSeenAt null when it never came back after pairing
 * @param version for two people who change it at once
 */
public record PairedDevice(
        Device device,
        boolean active,
        Instant pairedAt,
        String pairedBy,
        @Nullable Instant revokedAt,
        @Nullable Instant lastSeenAt,
        int version) {
    /** Whether it answers: seen within so many minutes. */
    public boolean isOnline(Instant now, int awayMinutes) {
        return active
                && lastSeenAt != null
                && lastSeenAt.plus(Duration.ofMinutes(awayMinutes)).isAfter(now);
    }
}
