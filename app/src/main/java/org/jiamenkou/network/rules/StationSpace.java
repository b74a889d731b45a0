package org.jiamenkou.network.rules;

import java.util.List;
import java.util.Set;
import org.jiamenkou.network.StationDetails.Room;
import org.jiamenkou.network.StationDetails.Unit;
import org.jspecify.annotations.Nullable;

/** What rooms say of a station: the share for residents and the units its template asks for. */
public final class StationSpace {
    private StationSpace() {}

    /** Floor area for residents' activities of all rooms with a known area, rounded; null when no area is known. */
    public static @Nullable Integer residentSharePercent(List<Room> rooms) {
        long all = 0;
        long residents = 0;
        for (Room room : rooms) {
            if (room.squareMetres() != null) {
                all += room.squareMetres();
                residents += room.residentUse() ? room.squareMetres() : 0;
            }
        }
        return all == 0 ? null : (int) Math.round(100.0 * residents / all);
    }

    /** Sum of the known areas; null when none is known. */
    public static @Nullable Integer squareMetres(List<Room> rooms) {
        List<Integer> known = rooms.stream()
                .map(Room::squareMetres)
                .filter(java.util.Objects::nonNull)
                .toList();
        return known.isEmpty()
                ? null
                : known.stream().mapToInt(Integer::intValue).sum();
    }

    /** The template's units in its order, each with whether a room is it. */
    public static List<Unit> units(List<Unit> ofTemplate, Set<String> present) {
        return ofTemplate.stream()
                .map(unit -> new Unit(unit.code(), unit.mandatory(), present.contains(unit.code())))
                .filter(unit -> unit.mandatory() || unit.present())
                .toList();
    }
}
