package org.jiamenkou.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jiamenkou.network.DistrictShapes;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drawings of the city, a district and the stations of a subdistrict, without tiles from elsewhere. */
@Component
public final class StationMap {
    private static final double ROOM = 0.12;
    /** Four characters of a label, in units of the box; see {@code .map text}. */
    private static final double LABEL_WIDTH = 140;

    private static final double LABEL_HEIGHT = 40;

    private final DistrictShapes shapes;
    private final Divisions divisions;

    StationMap(DistrictShapes shapes, Divisions divisions) {
        this.shapes = shapes;
        this.divisions = divisions;
    }

    /**
     * A drawing.
     *
     * @param viewBox value of the attribute of that name
     * @param radius of a dot, in units of the box
     */
    public record Drawing(String viewBox, List<Shape> shapes, List<Dot> dots, String radius) {}

    /**
     * @param division null for a shape that is only background
     * @param labelled whether its name finds room; the list beside the drawing names every one
     */
    public record Shape(
            String data,
            String labelX,
            String labelY,
            @Nullable Division division,
            boolean labelled) {}

    public record Dot(String x, String y, Station station) {}

    Drawing ofCity() {
        List<Shape> all = new ArrayList<>();
        List<DistrictShapes.XY> named = new ArrayList<>();
        for (DistrictShapes.Path path : shapes.listPaths()) {
            boolean room = named.stream()
                    .noneMatch(other -> Math.abs(other.x() - path.label().x()) < LABEL_WIDTH
                            && Math.abs(other.y() - path.label().y()) < LABEL_HEIGHT);
            if (room) {
                named.add(path.label());
            }
            all.add(shape(path, divisions.find(path.districtCode()).orElse(null), room));
        }
        return new Drawing("0 0 " + shapes.width() + " " + shapes.height(), all, List.of(), "6");
    }

    /** The city with one district named. */
    Drawing ofDistrict(Division district) {
        List<Shape> all = new ArrayList<>();
        for (DistrictShapes.Path path : shapes.listPaths()) {
            boolean own = path.districtCode().equals(district.code());
            all.add(shape(path, own ? district : null, own));
        }
        return new Drawing("0 0 " + shapes.width() + " " + shapes.height(), all, List.of(), "6");
    }

    /** The stations that have a place; empty when none has. */
    Optional<Drawing> ofStations(List<Station> stations) {
        List<DistrictShapes.XY> places = new ArrayList<>();
        List<Station> placed = new ArrayList<>();
        for (Station station : stations) {
            if (station.point() != null) {
                places.add(shapes.project(station.point()));
                placed.add(station);
            }
        }
        if (placed.isEmpty()) {
            return Optional.empty();
        }
        double left = places.stream().mapToDouble(DistrictShapes.XY::x).min().orElse(0);
        double right = places.stream().mapToDouble(DistrictShapes.XY::x).max().orElse(0);
        double top = places.stream().mapToDouble(DistrictShapes.XY::y).min().orElse(0);
        double bottom = places.stream().mapToDouble(DistrictShapes.XY::y).max().orElse(0);
        double side = Math.max(Math.max(right - left, bottom - top), 4) * (1 + 2 * ROOM);
        double x = (left + right - side) / 2;
        double y = (top + bottom - side) / 2;
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            dots.add(new Dot(number(places.get(i).x()), number(places.get(i).y()), placed.get(i)));
        }
        List<Shape> background = shapes.listPaths().stream()
                .map(path -> shape(path, null, false))
                .toList();
        return Optional.of(new Drawing(
                number(x) + " " + number(y) + " " + number(side) + " " + number(side),
                background,
                dots,
                number(side / 60)));
    }

    private static Shape shape(DistrictShapes.Path path, @Nullable Division division, boolean labelled) {
        return new Shape(
                path.data(), number(path.label().x()), number(path.label().y()), division, labelled);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
