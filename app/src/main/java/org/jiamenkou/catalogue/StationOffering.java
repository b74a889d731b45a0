package org.jiamenkou.catalogue;

import java.util.List;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;

/**
 * A station that offers a certain item.
 *
 * @param metres distance from where one asked, null when no point was given
 */
public record StationOffering(
        Station station,
        List<Offering.OfferedWay> ways,
        @Nullable Integer metres) {
    public StationOffering {
        ways = List.copyOf(ways);
    }
}
