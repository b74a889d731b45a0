package org.jiamenkou.network;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * Everything a station's own page shows. Null means not known.
 *
 * @param residentSharePercent floor area for residents' activities of all rooms with a known area (M-024), rounded
 * @param units what the template asks for, in its order, with what is there (M-007 to M-010)
 * @param board who does what, the person responsible first, then the B role
 * @param responsible the person responsible for the station; null = nobody is named and the page must say so (M-033)
 * @param bRole who stands in
 */
public record StationDetails(
        Station station,
        List<Room> rooms,
        @Nullable Integer squareMetres,
        @Nullable Integer residentSharePercent,
        List<Unit> units,
        Premises premises,
        List<Check> checks,
        List<Plate> plates,
        List<Facility> facilities,
        List<Post> board,
        @Nullable Post responsible,
        @Nullable Post bRole,
        @Nullable ServiceArea serviceArea,
        List<Station> points,
        List<Cluster> clusters,
        @Nullable Organisation operator) {
    public StationDetails {
        rooms = List.copyOf(rooms);
        units = List.copyOf(units);
        checks = List.copyOf(checks);
        plates = List.copyOf(plates);
        facilities = List.copyOf(facilities);
        board = List.copyOf(board);
        points = List.copyOf(points);
        clusters = List.copyOf(clusters);
    }

    public List<Unit> missingUnits() {
        return units.stream().filter(unit -> !unit.present()).toList();
    }

    /** @param purpose code of {@code room-purpose}; {@code residentUse}: counts as residents' activity area (M-024) */
    public record Room(
            UUID id,
            String purpose,
            @Nullable LocalText name,
            @Nullable Integer squareMetres,
            boolean residentUse,
            boolean sample) {}

    /** @param code of {@code template-unit}; {@code mandatory}: the template asks for it */
    public record Unit(String code, boolean mandatory, boolean present) {}

    /** Where the rooms came from, under which contract, until when (M-030). {@code source}: {@code premises-source}. */
    public record Premises(
            @Nullable String source,
            @Nullable LocalText contract,
            @Nullable LocalDate until) {}

    /** A line of the six unifications (M-027, M-028); {@code met} null = not looked at yet. */
    public record Check(String code, @Nullable Boolean met, boolean sample) {}

    /** A plate on the wall (牌子) and the service item it stands for (M-230); its last delivery is not known yet. */
    public record Plate(UUID id, LocalText name, @Nullable String itemSlug, boolean sample) {}

    /** @param type code of {@code facility-type}; whether a terminal is online is not known until it is paired */
    public record Facility(UUID id, String type, @Nullable LocalText name, boolean terminal, boolean sample) {}

    /** Declared households of the area it serves (M-018). */
    public record ServiceArea(
            int households, String source, @Nullable LocalDate date) {}
}
