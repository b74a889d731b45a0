package org.jiamenkou.network;

import java.util.List;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A doorstep station or one of its points, as lists, maps and the search index need it. Null means not known.
 *
 * @param code public code, four characters (longer ones for later stations)
 * @param area the most specific division it lies in: its committee, or the subdistrict
 * @param serves committees it serves, its own first (M-002: several may share one)
 * @param type code of the set {@code station-type}
 * @param size code of {@code station-size}
 * @param template code of {@code station-template}
 * @param pointKind code of {@code point-kind} for a service point (M-011)
 * @param parent the station it is a point of (1+X)
 * @param operatorKind code of {@code operator-kind} (M-032)
 * @param opensShort whether its regular hours are fewer than eight a day (M-038); false where hours are not known
 * @param sample whether place, hours and people are invented (示例)
 * @param version raised with each edit
 */
public record Station(
        StationId id,
        String code,
        DivisionId area,
        List<DivisionId> serves,
        String type,
        @Nullable String size,
        @Nullable String template,
        @Nullable String pointKind,
        LocalText name,
        @Nullable StationId parent,
        @Nullable LocalText address,
        @Nullable Point point,
        @Nullable ScheduleId schedule,
        @Nullable String phone,
        @Nullable Boolean stepFree,
        @Nullable String operatorKind,
        boolean opensShort,
        boolean sample,
        int version) {
    public Station {
        serves = List.copyOf(serves);
    }

    public Place place() {
        return new Place(area.value(), id.subdistrictId());
    }
}
