package org.jiamenkou.network;

import java.time.LocalDate;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * How many stations of a type there are, as the platform counts them, or as a source declares it. The two are shown side
 * by side and never summed (M-005, M-006).
 *
 * @param area district or subdistrict
 * @param unit {@code station}, or what else a source counts
 * @param type code of {@code station-type}; null where a source does not split by type
 * @param date of what is counted; null where a source gives none, then {@code notBefore} may help
 * @param declaredBy the source; null for what the platform counts
 */
public record StationCount(
        DivisionId area,
        String unit,
        @Nullable String type,
        int count,
        @Nullable LocalDate date,
        @Nullable LocalDate notBefore,
        @Nullable String declaredBy,
        boolean placeInferred,
        @Nullable LocalText note) {}
