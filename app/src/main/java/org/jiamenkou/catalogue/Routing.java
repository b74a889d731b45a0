package org.jiamenkou.catalogue;

import java.util.Optional;
import org.jiamenkou.network.Centres;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Organisations;
import org.springframework.stereotype.Service;

/** Leads an item to whoever decides on it (M-060). */
@Service
public class Routing {
    private static final String COMMITTEE = "committee";
    private static final String DEPARTMENT = "department";

    private final Centres centres;
    private final Organisations organisations;
    private final Divisions divisions;

    Routing(Centres centres, Organisations organisations, Divisions divisions) {
        this.centres = centres;
        this.organisations = organisations;
        this.divisions = divisions;
    }

    /** @param at a committee or a subdistrict; above that, centres are not known */
    public DecidedBy centreFor(ServiceItem item, Division at) {
        String kind = item.decidedBy();
        Optional<? extends DecidedBy> found = switch (kind) {
            case COMMITTEE -> committeeOf(at).map(DecidedBy.AtCommittee::new);
            case DEPARTMENT ->
                divisions
                        .districtOf(at.id())
                        .flatMap(district -> organisations.findDepartment(district.id(), item.line()))
                        .map(DecidedBy.AtDepartment::new);
            default ->
                at.subdistrictId() == null
                        ? Optional.empty()
                        : centres.of(new DivisionId(at.subdistrictId()), kind).map(DecidedBy.AtCentre::new);
        };
        return found.isPresent() ? found.get() : new DecidedBy.NotKnown(kind);
    }

    private Optional<Division> committeeOf(Division at) {
        return divisions.path(at.id()).stream()
                .filter(division -> division.kind() == DivisionKind.COMMITTEE)
                .findFirst();
    }
}
