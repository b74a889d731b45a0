package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.network.rules.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code data/network/sh_districts.geojson}. */
final class ShapeFile {
    private ShapeFile() {}

    static List<Shape> read() {
        JsonNode root = JsonMapper.shared().readTree(NetworkData.text("sh_districts.geojson"));
        List<Shape> shapes = new ArrayList<>();
        for (JsonNode feature : root.get("features")) {
            shapes.add(shape(feature));
        }
        return List.copyOf(shapes);
    }

    private static Shape shape(JsonNode feature) {
        JsonNode coordinates = feature.get("geometry").get("coordinates");
        List<double[]> polygons = new ArrayList<>();
        if (feature.get("geometry").get("type").asString().equals("MultiPolygon")) {
            for (JsonNode polygon : coordinates) {
                polygons.add(ring(polygon.get(0)));
            }
        } else {
            polygons.add(ring(coordinates.get(0)));
        }
        JsonNode centre = feature.get("properties").get("cp");
        double[] label = centre == null
                ? middle(polygons.getFirst())
                : new double[] {centre.get(0).asDouble(), centre.get(1).asDouble()};
        return new Shape(feature.get("id").asString() + "000000", label, polygons);
    }

    private static double[] ring(JsonNode points) {
        double[] ring = new double[points.size() * 2];
        int at = 0;
        for (JsonNode point : points) {
            ring[at++] = point.get(0).asDouble();
            ring[at++] = point.get(1).asDouble();
        }
        return ring;
    }

    private static double[] middle(double[] ring) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < ring.length; i += 2) {
            x += ring[i];
            y += ring[i + 1];
        }
        return new double[] {2 * x / ring.length, 2 * y / ring.length};
    }
}
