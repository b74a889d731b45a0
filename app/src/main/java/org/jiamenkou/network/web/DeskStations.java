package org.jiamenkou.network.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationUpkeep;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.stereotype.Component;

/** The stations somebody may keep. */
@Component
class DeskStations {
    private final Stations stations;
    private final Divisions divisions;
    private final StationUpkeep upkeep;

    DeskStations(Stations stations, Divisions divisions, StationUpkeep upkeep) {
        this.stations = stations;
        this.divisions = divisions;
        this.upkeep = upkeep;
    }

    static boolean mayKeep(Actor actor, Station station) {
        return actor.may(Right.EDIT_STATION_HOURS, station.place())
                || actor.may(Right.EDIT_STATION_RESPONSIBLE, station.place());
    }

    /**
     * The station of this code. Empty when there is none.
     *
     * @throws AccessRefusedException when it is not theirs to keep
     */
    Optional<Station> find(Actor actor, String code) {
        Optional<Station> station = stations.findByCode(code);
        station.ifPresent(found -> {
            if (!mayKeep(actor, found)) {
                throw new AccessRefusedException(actor.accountId() + " may not keep " + found.code());
            }
        });
        return station;
    }

    /** All of theirs whose name or code holds the words, those with flags first. */
    List<DeskRow> list(Actor actor, String words) {
        Set<UUID> unnamed = upkeep.listWithoutResponsible(actor);
        List<DeskRow> rows = new ArrayList<>();
        for (Station station : stations.listAll()) {
            boolean wanted =
                    station.name().zh().contains(words) || station.code().equalsIgnoreCase(words);
            if (wanted && mayKeep(actor, station)) {
                rows.add(new DeskRow(
                        station,
                        divisions.get(station.area()).name(),
                        flags(station, unnamed.contains(station.id().id()))));
            }
        }
        rows.sort(Comparator.comparing((DeskRow row) -> row.flags().isEmpty())
                .thenComparing(row -> row.station().code()));
        return rows;
    }

    static List<String> flags(Station station, boolean unnamed) {
        List<String> flags = new ArrayList<>();
        if (station.schedule() == null) {
            flags.add("network.flag.noHours");
        }
        if (unnamed) {
            flags.add("network.flag.noResponsible");
        }
        if (station.opensShort()) {
            flags.add("network.flag.short");
        }
        return flags;
    }
}
