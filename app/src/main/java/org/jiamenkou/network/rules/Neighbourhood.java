package org.jiamenkou.network.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jiamenkou.network.Nearby;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;

/**
 * Finds what is near a place. Positions are unit vectors: the straight line between two of them grows with the great
 * circle, so that thousands are compared without trigonometry.
 */
public final class Neighbourhood {
    private final Station[] stations;
    private final double[] vectors;

    public Neighbourhood(List<Station> all) {
        stations = all.stream().filter(station -> station.point() != null).toArray(Station[]::new);
        vectors = new double[stations.length * 3];
        for (int i = 0; i < stations.length; i++) {
            Point point = stations[i].point();
            if (point != null) {
                put(point, vectors, i * 3);
            }
        }
    }

    private record Candidate(int index, double closeness) {}

    /** The nearest first; equally near ones by code. Fewer than asked for when there are fewer. */
    public List<Nearby> nearest(Point from, int count) {
        if (count <= 0) {
            return List.of();
        }
        double[] at = new double[3];
        put(from, at, 0);
        Comparator<Candidate> worstFirst = Comparator.comparingDouble(Candidate::closeness)
                .thenComparing(Candidate::index, Comparator.reverseOrder());
        PriorityQueue<Candidate> best = new PriorityQueue<>(worstFirst);
        for (int i = 0; i < stations.length; i++) {
            double closeness = vectors[i * 3] * at[0] + vectors[i * 3 + 1] * at[1] + vectors[i * 3 + 2] * at[2];
            if (best.size() < count) {
                best.add(new Candidate(i, closeness));
            } else if (closeness > best.element().closeness()) {
                best.remove();
                best.add(new Candidate(i, closeness));
            }
        }
        Candidate[] found = best.toArray(Candidate[]::new);
        Arrays.sort(found, worstFirst.reversed());
        return Arrays.stream(found).map(c -> near(stations[c.index()], from)).toList();
    }

    private static Nearby near(Station station, Point from) {
        Point point = station.point();
        return new Nearby(station, point == null ? 0 : (int) Math.round(point.metresTo(from)));
    }

    private static void put(Point point, double[] into, int at) {
        double latitude = Math.toRadians(point.latitude());
        double longitude = Math.toRadians(point.longitude());
        into[at] = Math.cos(latitude) * Math.cos(longitude);
        into[at + 1] = Math.cos(latitude) * Math.sin(longitude);
        into[at + 2] = Math.sin(latitude);
    }
}
