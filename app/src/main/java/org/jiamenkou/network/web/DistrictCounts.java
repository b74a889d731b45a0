package org.jiamenkou.network.web;

import java.util.List;
import java.util.Map;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.StationCount;

/**
 * The stations of a district by type, beside what sources declare of it.
 *
 * @param byType code of {@code station-type} to how many the platform counts
 */
public record DistrictCounts(Division district, Map<String, Integer> byType, List<StationCount> declared) {
    public int all() {
        return byType.values().stream().mapToInt(Integer::intValue).sum();
    }
}
