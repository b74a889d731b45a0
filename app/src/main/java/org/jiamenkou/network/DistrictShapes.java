package org.jiamenkou.network;

import java.util.List;
import org.jiamenkou.network.rules.Projection;
import org.jiamenkou.network.rules.Shape;
import org.springframework.stereotype.Component;

/**
 * The shapes of the districts as SVG paths, projected once, and the way of a point into the same box. Shapes: echarts
 * 4.9.0 map data (Apache-2.0).
 */
@Component
public class DistrictShapes {
    private static final int WIDTH = 1000;

    private final List<Shape> shapes;
    private final Projection projection;
    private final List<Path> paths;

    DistrictShapes() {
        shapes = ShapeFile.read();
        projection = Projection.around(shapes, WIDTH);
        paths = shapes.stream().map(this::path).toList();
    }

    /**
     * A district in the box.
     *
     * @param districtCode 12 digits
     * @param data value of the attribute {@code d}
     * @param label where its name may stand
     */
    public record Path(String districtCode, String data, XY label) {}

    /** A place in the box, x to the right, y down. */
    public record XY(double x, double y) {}

    public int width() {
        return WIDTH;
    }

    public int height() {
        return projection.height();
    }

    public List<Path> listPaths() {
        return paths;
    }

    public XY project(Point point) {
        return new XY(round(projection.x(point.longitude())), round(projection.y(point.latitude())));
    }

    /** Polygons in degrees, to place samples in. */
    List<Shape> shapes() {
        return shapes;
    }

    private Path path(Shape shape) {
        return new Path(
                shape.districtCode(),
                projection.pathData(shape),
                new XY(round(projection.x(shape.label()[0])), round(projection.y(shape.label()[1]))));
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
