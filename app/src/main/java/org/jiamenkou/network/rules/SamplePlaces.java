package org.jiamenkou.network.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Invents places inside a district: each subdistrict gets a cell, its committees lie scattered in it, so that neighbours
 * in the list are neighbours on the map. The same district gives the same places every time.
 */
public final class SamplePlaces {
    private static final int CANDIDATES_PER_PLACE = 15;
    private static final double SQUEEZE = Math.cos(Math.toRadians(31.2));

    private SamplePlaces() {}

    /**
     * @param counts how many places each subdistrict needs, in the order of their codes
     * @return for each subdistrict its places as longitude and latitude; the first is the middle of its cell
     */
    public static List<List<double[]>> scatter(Shape shape, List<Integer> counts) {
        SplittableRandom random = new SplittableRandom(Long.parseLong(shape.districtCode()));
        int total = counts.stream().mapToInt(Integer::intValue).sum() + counts.size();
        List<double[]> candidates = grid(shape, total * CANDIDATES_PER_PLACE, random);
        int[] centres = spread(candidates, shape.label(), counts.size());
        List<List<double[]>> cells = new ArrayList<>();
        for (int centre : centres) {
            cells.add(new ArrayList<>(List.of(candidates.get(centre))));
        }
        for (int i : shuffled(candidates.size(), random)) {
            double[] at = candidates.get(i);
            List<double[]> cell = cells.get(nearest(candidates, centres, at));
            if (at != cell.getFirst()) {
                cell.add(at);
            }
        }
        List<List<double[]>> places = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            places.add(enough(shape, cells.get(i), counts.get(i) + 1, random));
        }
        return places;
    }

    /** Places of a regular grid inside the shape, each moved a little. */
    private static List<double[]> grid(Shape shape, int wanted, SplittableRandom random) {
        double[] box = shape.bounds();
        double area = (box[2] - box[0]) * SQUEEZE * (box[3] - box[1]);
        double step = Math.sqrt(area / (wanted * 2.0));
        List<double[]> inside = new ArrayList<>();
        for (double y = box[1]; y < box[3]; y += step) {
            for (double x = box[0]; x < box[2]; x += step / SQUEEZE) {
                double longitude = rounded(x + (random.nextDouble() - 0.5) * step);
                double latitude = rounded(y + (random.nextDouble() - 0.5) * step);
                if (shape.contains(longitude, latitude)) {
                    inside.add(new double[] {longitude, latitude});
                }
            }
        }
        return inside;
    }

    /** Farthest-point sampling: each new centre lies as far as can be from those before it. */
    private static int[] spread(List<double[]> candidates, double[] start, int count) {
        int[] chosen = new int[count];
        double[] distance = new double[candidates.size()];
        Arrays.fill(distance, Double.MAX_VALUE);
        double[] last = start;
        for (int n = -1; n < count; n++) {
            int farthest = 0;
            for (int i = 0; i < distance.length; i++) {
                distance[i] = Math.min(distance[i], square(candidates.get(i), last));
                if (distance[i] > distance[farthest]) {
                    farthest = i;
                }
            }
            if (n + 1 < count) {
                chosen[n + 1] = farthest;
                last = candidates.get(farthest);
            }
        }
        return chosen;
    }

    private static int nearest(List<double[]> candidates, int[] centres, double[] at) {
        int best = 0;
        for (int i = 1; i < centres.length; i++) {
            if (square(candidates.get(centres[i]), at) < square(candidates.get(centres[best]), at)) {
                best = i;
            }
        }
        return best;
    }

    /** A small cell may hold too few candidates; the rest are put close to those it has. */
    private static List<double[]> enough(Shape shape, List<double[]> cell, int count, SplittableRandom random) {
        List<double[]> places = new ArrayList<>(cell.subList(0, Math.min(count, cell.size())));
        double reach = 0.002;
        for (int i = 0; places.size() < count; i++) {
            double[] near = cell.get(i % cell.size());
            double longitude = rounded(near[0] + (random.nextDouble() - 0.5) * reach);
            double latitude = rounded(near[1] + (random.nextDouble() - 0.5) * reach);
            if (shape.contains(longitude, latitude)) {
                places.add(new double[] {longitude, latitude});
            }
        }
        return places;
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private static double square(double[] a, double[] b) {
        double x = (a[0] - b[0]) * SQUEEZE;
        double y = a[1] - b[1];
        return x * x + y * y;
    }

    /** Five decimals are a metre. */
    private static double rounded(double degrees) {
        return Math.round(degrees * 1e5) / 1e5;
    }
}
