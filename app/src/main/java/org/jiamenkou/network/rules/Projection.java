package org.jiamenkou.network.rules;

import java.util.List;
import java.util.Locale;

/** Equirectangular at 31.2° N: true enough for one city, and invertible by hand. */
public final class Projection {
    private static final double SQUEEZE = Math.cos(Math.toRadians(31.2));
    private static final double MARGIN = 8;

    private final double west;
    private final double north;
    private final double scale;
    private final int height;

    private Projection(double west, double north, double scale, int height) {
        this.west = west;
        this.north = north;
        this.scale = scale;
        this.height = height;
    }

    /** A box of this width around all shapes. */
    public static Projection around(List<Shape> shapes, int width) {
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        for (Shape shape : shapes) {
            double[] own = shape.bounds();
            box[0] = Math.min(box[0], own[0]);
            box[1] = Math.min(box[1], own[1]);
            box[2] = Math.max(box[2], own[2]);
            box[3] = Math.max(box[3], own[3]);
        }
        double scale = (width - 2 * MARGIN) / ((box[2] - box[0]) * SQUEEZE);
        int height = (int) Math.ceil((box[3] - box[1]) * scale + 2 * MARGIN);
        return new Projection(box[0], box[3], scale, height);
    }

    public int height() {
        return height;
    }

    public double x(double longitude) {
        return MARGIN + (longitude - west) * SQUEEZE * scale;
    }

    public double y(double latitude) {
        return MARGIN + (north - latitude) * scale;
    }

    public String pathData(Shape shape) {
        StringBuilder data = new StringBuilder();
        for (double[] ring : shape.polygons()) {
            for (int i = 0; i < ring.length; i += 2) {
                data.append(i == 0 ? 'M' : 'L')
                        .append(String.format(Locale.ROOT, "%.1f %.1f", x(ring[i]), y(ring[i + 1])));
            }
            data.append('Z');
        }
        return data.toString();
    }
}
