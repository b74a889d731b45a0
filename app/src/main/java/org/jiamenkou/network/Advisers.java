package org.jiamenkou.network;

import java.util.List;
import org.jiamenkou.network.store.AdviserStore;
import org.springframework.stereotype.Service;

/** Finds the adviser (顾问) near a person: advisers for older people, relief, children and so on (M-125). */
@Service
public class Advisers {
    private final PublicReads reads;
    private final AdviserStore store;
    private final Stations stations;
    private final Divisions divisions;

    Advisers(PublicReads reads, AdviserStore store, Stations stations, Divisions divisions) {
        this.reads = reads;
        this.store = store;
        this.stations = stations;
        this.divisions = divisions;
    }

    /**
     * Advisers of a role for somebody who lives in this division: those of the committee first, then the others of its
     * subdistrict.
     *
     * @param role code of the set {@code adviser-role}
     */
    public List<Adviser> near(Division division, String role) {
        if (division.subdistrictId() == null) {
            return List.of();
        }
        return reads.read(() -> store.listNear(division, role).stream()
                .map(found -> new Adviser(
                        found.post(),
                        found.station() == null
                                ? null
                                : stations.find(found.station()).orElse(null),
                        divisions.get(found.area())))
                .toList());
    }
}
