package org.jiamenkou.queue.rules;

import java.util.EnumSet;
import java.util.Set;
import org.jiamenkou.queue.TicketState;

/** Which moves a ticket may make. A database CHECK mirrors the states. */
public final class TicketMoves {
    private TicketMoves() {}

    /** States a ticket may go to from this one. */
    public static Set<TicketState> from(TicketState state) {
        return switch (state) {
            case EXPECTED -> EnumSet.of(TicketState.WAITING, TicketState.LEFT);
            case WAITING -> EnumSet.of(TicketState.CALLED, TicketState.LEFT);
            case CALLED -> EnumSet.of(TicketState.SERVING, TicketState.PASSED, TicketState.WAITING, TicketState.LEFT);
            case SERVING -> EnumSet.of(TicketState.HELD, TicketState.WAITING, TicketState.FINISHED, TicketState.LEFT);
            case HELD -> EnumSet.of(TicketState.SERVING, TicketState.WAITING, TicketState.FINISHED, TicketState.LEFT);
            case PASSED -> EnumSet.of(TicketState.WAITING, TicketState.CALLED, TicketState.LEFT);
            case FINISHED, LEFT -> EnumSet.noneOf(TicketState.class);
        };
    }

    public static boolean may(TicketState from, TicketState to) {
        return from(from).contains(to);
    }
}
