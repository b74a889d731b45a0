package org.jiamenkou.queue;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands; moves are those of {@link org.jiamenkou.queue.rules.TicketMoves}. */
public enum TicketState {
    /** Taken by phone, or drawn for another place: nobody is there yet. */
    EXPECTED,
    WAITING,
    CALLED,
    SERVING,
    /** Put aside at the counter, to be taken up again by the same worker. */
    HELD,
    /** Called and not there; may return. */
    PASSED,
    FINISHED,
    /** Went away, or stayed away after being passed. */
    LEFT;

    /** Whoever holds such a ticket is still to be served (不得限号). */
    public static final Set<TicketState> OPEN =
            Set.copyOf(EnumSet.of(EXPECTED, WAITING, CALLED, SERVING, HELD, PASSED));

    public String messageKey() {
        return "queue.state." + name();
    }
}
