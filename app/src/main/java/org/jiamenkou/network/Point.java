package org.jiamenkou.network;

/** A place on the map, in degrees, with the system the degrees are in. */
public record Point(double longitude, double latitude, CoordinateSystem system) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Point {
        if (!(longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException("not a place on earth: " + longitude + ", " + latitude);
        }
    }

    public static Point wgs84(double longitude, double latitude) {
        return new Point(longitude, latitude, CoordinateSystem.WGS84);
    }

    /** Along the great circle. Both points must be in one system. */
    public double metresTo(Point other) {
        if (system != other.system) {
            throw new IllegalArgumentException("points in two coordinate systems: " + system + ", " + other.system);
        }
        double lat1 = Math.toRadians(latitude);
        double lat2 = Math.toRadians(other.latitude);
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double a = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
    }
}
