package org.jiamenkou.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.Areas;
import org.springframework.stereotype.Service;

/** The places at which somebody may work, and the centre above a station. */
@Service
public class PlacesOfActor {
    private final QueuePlaces places;
    private final Divisions divisions;
    private final Stations stations;

    PlacesOfActor(QueuePlaces places, Divisions divisions, Stations stations) {
        this.places = places;
        this.divisions = divisions;
        this.stations = stations;
    }

    /** Centres first, then stations by code. Empty for a right over whole districts: then a place is found by its code. */
    public List<QueuePlace> list(Actor actor, Right right) {
        if (!(actor.areasByRight().getOrDefault(right, Areas.NOWHERE) instanceof Areas.Within within)) {
            return List.of();
        }
        List<QueuePlace> found = new ArrayList<>();
        for (UUID id : within.ids()) {
            Optional<Division> division = divisions.find(new DivisionId(id));
            if (division.isPresent()
                    && division.get().kind() == DivisionKind.SUBDISTRICT
                    && within.ids().size() <= 2) {
                found.addAll(places.listBySubdistrict(division.get().id()));
            } else if (division.isPresent() && division.get().kind() == DivisionKind.COMMITTEE) {
                for (Station station : stations.listByCommittee(division.get().id())) {
                    places.findByCode(station.code()).ifPresent(found::add);
                }
            }
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(QueuePlace::kind).reversed().thenComparing(QueuePlace::code))
                .toList();
    }

    /** The service centre above a station; empty for a centre itself. */
    public Optional<QueuePlace> centreAbove(QueuePlace station) {
        return station.kind() == QueuePlace.Kind.CENTRE
                ? Optional.empty()
                : places.findCentre(new DivisionId(station.id().subdistrictId()));
    }
}
