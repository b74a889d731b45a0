/**
 * Who is at a station in each of its open hours: monthly rosters, absences, and the hand-over book.
 *
 * <p><b>Invariants.</b> What has to be covered follows from the station's real opening hours. One set of rules
 * ({@link org.jiamenkou.duty.rules.RosterRules}) judges proposals of the solver and edits of people alike. A roster with a gap is
 * published only when somebody names himself for it. Who is on duty is answered from a published roster alone; where none
 * says it, or the person is absent, it is not known, never guessed.
 *
 * <p><b>Changes published.</b> {@code RosterChanged}: consumed by the public pages every node keeps.
 *
 * <p><b>Edges.</b> network, notices.
 */
@NullMarked
@ModuleEdges(
        floor = 4,
        imports = {"network", "notices"})
package org.jiamenkou.duty;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
