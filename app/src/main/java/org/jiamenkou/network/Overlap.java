package org.jiamenkou.network;

import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Two facilities of one type close together in one subdistrict (M-031).
 *
 * @param type code of {@code station-type}, with the kind of point after a slash, or of {@code facility-type} after
 *     {@code facility/}
 */
public record Overlap(String type, Side first, Side second, int metres) {
    /**
     * One of the two.
     *
     * @param code public code of a station; null for a facility, which has none
     * @param name null where none is known
     */
    public record Side(
            UUID id, @Nullable String code, @Nullable LocalText name) {}
}
