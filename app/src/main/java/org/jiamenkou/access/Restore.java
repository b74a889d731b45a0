package org.jiamenkou.access;

import java.time.Instant;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * A lost password or authenticator being restored by two persons.
 *
 * @param password whether a new password is set
 * @param totp whether a new authenticator is set up, and PIN and card with it
 * @param askedByName of the first person
 * @param confirmUntil when it lapses without a second person
 * @param confirmedAt null while it waits
 * @param useUntil until when the code works, null while it waits
 */
public record Restore(
        UUID id,
        UUID accountId,
        String accountName,
        String loginName,
        boolean password,
        boolean totp,
        String reason,
        UUID askedBy,
        String askedByName,
        Instant askedAt,
        Instant confirmUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant useUntil,
        Place place) {}
