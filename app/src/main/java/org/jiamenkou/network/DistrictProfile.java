package org.jiamenkou.network;

import java.time.LocalDate;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * How a district presents its stations (M-016, M-017). Null means that no source says.
 *
 * @param brand the district's name for its stations
 * @param taxonomy code set of its kinds of service
 * @param governmentServices whether its stations do government services as well as services for residents
 */
public record DistrictProfile(
        DivisionId district,
        @Nullable LocalText brand,
        String taxonomy,
        @Nullable Boolean governmentServices,
        String source,
        @Nullable LocalDate asOf,
        @Nullable LocalText note) {}
