/**
 * The register of people. First slice: a person with name, phones and ID number, and who acts for whom; addresses,
 * dwellings, households and tags come with the rest.
 *
 * <p><b>Invariants.</b> Phone and ID number are encrypted and found by blind index only; staff see them masked, and in full
 * only with a reason that is logged. Whoever looks a person up is written into the audit trail, in the transaction of the
 * look-up. Several people may share a phone; one person may have several. Nobody is deleted here.
 *
 * <p><b>Changes published.</b> {@code PersonMet}, {@code PersonChanged}: awaiting the search for duplicates.
 *
 * <p><b>Edges.</b> network, notices.
 */
@NullMarked
@ModuleEdges(
        floor = 4,
        imports = {"network", "notices"})
package org.jiamenkou.registry;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
