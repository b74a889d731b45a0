package org.jiamenkou.network;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.network.store.OrganisationStore;
import org.springframework.stereotype.Service;

/** The organisations behind the stations: departments and their lines, operators, hubs, the party tree (M-231). */
@Service
public class Organisations {
    private final PublicReads reads;
    private final OrganisationStore store;

    Organisations(PublicReads reads, OrganisationStore store) {
        this.reads = reads;
        this.store = store;
    }

    public Optional<Organisation> find(UUID id) {
        return reads.read(() -> store.find(id));
    }

    /** Organisations of a kind that belong to this very division. */
    public List<Organisation> list(DivisionId area, Organisation.Kind kind) {
        return reads.read(() -> store.listAt(area.value(), kind));
    }

    /** All departments of all districts, for routing by functional line. */
    public List<Organisation> listDepartments() {
        return reads.read(() -> store.listOf(Organisation.Kind.DEPARTMENT));
    }

    /** The department of this district that owns a functional line. */
    public Optional<Organisation> findDepartment(DivisionId district, String line) {
        return list(district, Organisation.Kind.DEPARTMENT).stream()
                .filter(department -> department.lines().contains(line))
                .findFirst();
    }

    /** What stands directly below in the same tree: the party organisations of a district's subdistricts, say. */
    public List<Organisation> listBelow(Organisation parent) {
        return reads.read(() -> store.listBelow(parent.id()));
    }
}
