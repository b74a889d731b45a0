package org.jiamenkou.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.store.ApprovalStore;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.Settings;
import org.springframework.stereotype.Service;

/** The lists that hold in a place today: the district's own before the city's (M-151, M-152). */
@Service
public class PositiveLists {
    private final CatalogueReads reads;
    private final ApprovalStore store;
    private final Divisions divisions;
    private final Settings settings;
    private final Clock clock;

    PositiveLists(CatalogueReads reads, ApprovalStore store, Divisions divisions, Settings settings, Clock clock) {
        this.reads = reads;
        this.store = store;
        this.divisions = divisions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The version of a list that holds in this division today; empty when no source gives one.
     *
     * @param list {@code assistance}, {@code seal} or {@code certificate-ban}
     */
    public Optional<PositiveList> current(String list, Division at) {
        UUID district = divisions
                .districtOf(at.id())
                .map(division -> division.id().value())
                .orElse(OfferingStore.NIL);
        LocalDate today = LocalDate.now(clock);
        Comparator<ApprovalStore.Placed<PositiveList>> own =
                Comparator.comparing(placed -> placed.area().equals(district));
        return reads.read(() -> store.listVersions(list, List.of(OfferingStore.NIL, district), today)).stream()
                .filter(placed -> settings.demo() || !placed.value().sample())
                .max(own.thenComparing(placed -> placed.value().validFrom())
                        .thenComparing(placed -> placed.value().version()))
                .map(ApprovalStore.Placed::value);
    }
}
