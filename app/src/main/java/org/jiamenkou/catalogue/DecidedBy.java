package org.jiamenkou.catalogue;

import org.jiamenkou.network.Centre;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Organisation;

/** Who decides on an item for somebody who lives in a place (M-060): the authority stays there, wherever one asks. */
public sealed interface DecidedBy {
    /** One of the six centres of the subdistrict. */
    record AtCentre(Centre centre) implements DecidedBy {}

    /** The district's department of the item's functional line. */
    record AtDepartment(Organisation department) implements DecidedBy {}

    /** The residents' or villagers' committee itself. */
    record AtCommittee(Division committee) implements DecidedBy {}

    /**
     * No source names it for this place; pages say so and give 12345.
     *
     * @param kind kind of centre, {@code committee} or {@code department}
     */
    record NotKnown(String kind) implements DecidedBy {}
}
