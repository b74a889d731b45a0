package org.jiamenkou.access;

import java.time.Instant;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who keep it.
 *
 * @param createdBy actor key of who made it, null for those of a first load
 * @param wishedRole code of the role that was asked for and not yet granted
 * @param leftAt when it was ended
 */
public record AccountSummary(
        UUID id,
        String loginName,
        String name,
        boolean active,
        boolean demo,
        Place place,
        @Nullable String createdBy,
        @Nullable String wishedRole,
        Instant createdAt,
        @Nullable Instant leftAt) {}
