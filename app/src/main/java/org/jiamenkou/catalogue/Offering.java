package org.jiamenkou.catalogue;

import java.util.List;
import java.util.Optional;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One item as it stands at one station today.
 *
 * @param serviceClass canonical class
 * @param ways the ways it can be done there, in the order station, video, online, behalf; where it is not taken on, only
 *     ways a source names
 * @param origin which rule decided
 * @param reason why it is not taken on, or why this station differs; null for plain rules
 * @param hoursNote the station's own words on the hours of this item
 * @param sample the item's particulars or this exception are invented (示例)
 */
public record Offering(
        ItemId item,
        String slug,
        LocalText name,
        String serviceClass,
        Readiness readiness,
        List<OfferedWay> ways,
        Origin origin,
        @Nullable LocalText reason,
        @Nullable LocalText hoursNote,
        boolean sample) {
    public Offering {
        ways = List.copyOf(ways);
    }

    /** Where the answer comes from, from the most general to the most specific. */
    public enum Origin {
        CITY_RULE,
        DISTRICT_RULE,
        SUBDISTRICT_RULE,
        STATION_EXCEPTION
    }

    /**
     * A way with the hours of its own. Both null: the station's own hours (at the station, on behalf) or any time
     * (online).
     *
     * @param pattern name of an opening pattern of {@code calendar}
     */
    public record OfferedWay(
            Way way, @Nullable String pattern, @Nullable ScheduleId schedule) {}

    public boolean isAvailable() {
        return readiness == Readiness.AVAILABLE;
    }

    public Optional<OfferedWay> way(Way way) {
        return ways.stream().filter(offered -> offered.way() == way).findFirst();
    }
}
