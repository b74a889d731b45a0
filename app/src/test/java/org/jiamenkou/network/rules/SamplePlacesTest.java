package org.jiamenkou.network.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SamplePlacesTest {
    /** An L, so that its bounding box holds much that lies outside. */
    private static final Shape L = new Shape("310101000000", new double[] {121.41, 31.21}, List.of(new double[] {
        121.40, 31.20, 121.50, 31.20, 121.50, 31.22, 121.42, 31.22, 121.42, 31.30, 121.40, 31.30, 121.40, 31.20
    }));

    @Test
    void what_is_outside_the_angle_is_not_contained() {
        assertThat(L.contains(121.41, 31.29)).isTrue();
        assertThat(L.contains(121.49, 31.21)).isTrue();
        assertThat(L.contains(121.49, 31.29)).isFalse();
        assertThat(L.contains(121.39, 31.21)).isFalse();
    }

    @Test
    void places_lie_inside_and_none_stands_twice() {
        Set<String> seen = new HashSet<>();
        for (List<double[]> cell : SamplePlaces.scatter(L, List.of(5, 40, 0, 12))) {
            for (double[] place : cell) {
                assertThat(L.contains(place[0], place[1])).isTrue();
                assertThat(seen.add(place[0] + " " + place[1])).isTrue();
            }
        }
        assertThat(seen).hasSize(5 + 40 + 12 + 4);
    }

    @Test
    void the_same_district_gives_the_same_places() {
        List<List<double[]>> once = SamplePlaces.scatter(L, List.of(5, 40));
        List<List<double[]>> again = SamplePlaces.scatter(L, List.of(5, 40));
        assertThat(once).usingRecursiveComparison().isEqualTo(again);
    }

    @Test
    void committees_of_a_subdistrict_lie_nearest_to_its_own_middle() {
        List<List<double[]>> cells = SamplePlaces.scatter(L, List.of(10, 10, 10));
        for (List<double[]> cell : cells) {
            for (double[] place : cell) {
                double own = distance(place, cell.getFirst());
                assertThat(cells)
                        .allSatisfy(other ->
                                assertThat(distance(place, other.getFirst())).isGreaterThanOrEqualTo(own));
            }
        }
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) * Math.cos(Math.toRadians(31.2)), a[1] - b[1]);
    }
}
