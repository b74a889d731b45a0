package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.network.store.ProfileStore;
import org.jiamenkou.network.store.ReportStore;
import org.springframework.stereotype.Service;

/** Counts of stations, gaps and overlaps (M-005, M-006, M-031). */
@Service
public class StationReports {
    private static final int OVERLAP_METRES = 150;

    private final PublicReads reads;
    private final ReportStore store;
    private final ProfileStore profiles;
    private final Divisions divisions;
    private final Clock clock;

    StationReports(PublicReads reads, ReportStore store, ProfileStore profiles, Divisions divisions, Clock clock) {
        this.reads = reads;
        this.store = store;
        this.profiles = profiles;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** By type and district on a day; {@code declaredBy} is null. */
    public List<StationCount> countByDistrict(LocalDate on) {
        return reads.read(() -> store.countByDistrict(on));
    }

    public List<StationCount> countByDistrict() {
        return countByDistrict(LocalDate.now(clock));
    }

    /** What sources declare, each with its source and date. */
    public List<StationCount> listDeclared() {
        return reads.read(profiles::listDeclared);
    }

    /** Real committees that no station serves (M-006: there should be none). */
    public List<Division> listCommitteesWithoutStation() {
        return reads.read(store::listCommitteesWithoutStation).stream()
                .map(divisions::get)
                .filter(Division::hasStation)
                .toList();
    }

    /** Stations or points of one type and kind within 150 m of each other in one subdistrict. */
    public List<Overlap> listOverlaps(DivisionId subdistrict) {
        return reads.read(() -> store.listOverlaps(subdistrict.value(), OVERLAP_METRES));
    }
}
