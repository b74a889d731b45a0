package org.jiamenkou.network;

import java.util.List;
import java.util.Optional;
import org.jiamenkou.network.store.OrganisationStore;
import org.springframework.stereotype.Service;

/** The six centres of each subdistrict (M-004). */
@Service
public class Centres {
    private final PublicReads reads;
    private final OrganisationStore store;

    Centres(PublicReads reads, OrganisationStore store) {
        this.reads = reads;
        this.store = store;
    }

    /** @param kind code of the set {@code centre-kind} */
    public Optional<Centre> of(DivisionId subdistrict, String kind) {
        return list(subdistrict).stream()
                .filter(centre -> centre.kind().equals(kind))
                .findFirst();
    }

    public List<Centre> list(DivisionId subdistrict) {
        return reads.read(() -> store.listAt(subdistrict.value(), Organisation.Kind.CENTRE)).stream()
                .map(Centres::centre)
                .toList();
    }

    /** The centres of the whole city. */
    public List<Centre> listAll() {
        return reads.read(() -> store.listOf(Organisation.Kind.CENTRE)).stream()
                .map(Centres::centre)
                .toList();
    }

    private static Centre centre(Organisation of) {
        return new Centre(
                of.id(),
                of.area(),
                of.type(),
                of.name(),
                of.address(),
                of.point(),
                of.schedule(),
                of.phone(),
                of.sample());
    }
}
