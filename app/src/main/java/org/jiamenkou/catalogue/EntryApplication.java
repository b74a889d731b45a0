package org.jiamenkou.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department asks to hand down (基层事务准入, M-092), as it was read from a form.
 *
 * @param areaCode 12-digit code of the city, district or subdistrict it shall hold in
 * @param line code of the functional line whose department asks
 * @param basis null where none was named
 * @param itemSlug the service item it lets in, for {@code STATION_ITEM} only
 */
public record EntryApplication(
        String areaCode,
        EntryApproval.Kind kind,
        Subject subject,
        Line line,
        Guide.@Nullable Basis basis,
        @Nullable Integer hoursPerStationMonth,
        EntryApproval.@Nullable Support support,
        List<EntryApproval.Opinion> opinions,
        @Nullable String itemSlug) {
    public EntryApplication {
        opinions = List.copyOf(opinions);
    }

    /** @param necessity 必需: why it cannot stay where it is; empty when nobody said */
    public record Subject(String name, String necessity) {}

    /** @param decider who will decide, in words */
    public record Line(String code, String decider) {}
}
