package org.jiamenkou.platform.changes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something happened, without the values: who wants them reads them under its own scope.
 *
 * @param module the module that publishes it
 * @param kind what happened, in the past tense ({@code StationHoursChanged})
 * @param subject key of what it happened to; for a batch the key of the batch
 * @param subdistrictId the place, null for reference data
 */
public record Change(
        String module,
        String kind,
        String subject,
        @Nullable UUID subdistrictId) {}
