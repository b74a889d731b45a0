package org.jiamenkou.duty.web;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.springframework.stereotype.Component;

/** Stations whose duty somebody may see. */
@Component
class DutyDesk {
    private static final int MOST = 40;

    private final Stations stations;

    DutyDesk(Stations stations) {
        this.stations = stations;
    }

    List<Station> list(Actor actor) {
        return stations.listAll().stream()
                .filter(station -> station.parent() == null && reads(actor, station))
                .sorted(Comparator.comparing(Station::code))
                .limit(MOST)
                .toList();
    }

    /** Empty out of reach, like for a code that is none. */
    Optional<Station> find(Actor actor, String code) {
        return stations.findByCode(code).filter(station -> reads(actor, station));
    }

    private static boolean reads(Actor actor, Station station) {
        return keeps(actor, station) || actor.may(Right.ISSUE_TICKETS, station.place());
    }

    static boolean keeps(Actor actor, Station station) {
        return actor.may(Right.EDIT_STATION_RESPONSIBLE, station.place());
    }
}
