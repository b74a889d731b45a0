package org.jiamenkou.network.rules;

import java.util.List;

/**
 * The outline of a district in degrees.
 *
 * @param districtCode 12 digits
 * @param label longitude and latitude of a place inside it
 * @param polygons outer rings, each as longitude, latitude, longitude, …
 */
public record Shape(String districtCode, double[] label, List<double[]> polygons) {
    public Shape {
        polygons = List.copyOf(polygons);
    }

    /** Whether a place lies inside, by counting the edges a ray to the east crosses. */
    public boolean contains(double longitude, double latitude) {
        for (double[] ring : polygons) {
            if (isInside(ring, longitude, latitude)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(double[] ring, double x, double y) {
        boolean inside = false;
        int n = ring.length / 2;
        for (int i = 0, j = n - 1; i < n; j = i++) {
            double xi = ring[2 * i];
            double yi = ring[2 * i + 1];
            double xj = ring[2 * j];
            double yj = ring[2 * j + 1];
            if ((yi > y) != (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** West, south, east, north. */
    public double[] bounds() {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (double[] ring : polygons) {
            for (int i = 0; i < ring.length; i += 2) {
                box[0] = Math.min(box[0], ring[i]);
                box[1] = Math.min(box[1], ring[i + 1]);
                box[2] = Math.max(box[2], ring[i]);
                box[3] = Math.max(box[3], ring[i + 1]);
            }
        }
        return box;
    }
}
