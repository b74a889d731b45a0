package org.jiamenkou.queue;

import java.time.Clock;
import java.time.Instant;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.queue.store.TicketStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a changed ticket, what happened, and that the place's screens are to be told, in the running transaction. */
@Component
class TicketLog {
    private final TicketStore tickets;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    TicketLog(TicketStore tickets, Changes changes, Ids ids, Clock clock) {
        this.tickets = tickets;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Rolls the transaction back: somebody else moved the ticket first. */
    static final class MovedMeanwhile extends RuntimeException {
        MovedMeanwhile(TicketId id) {
            super(id.toString(), null, false, false);
        }
    }

    /** What happened, and at which place. @param by the actor's key, when it is not that of the running scope */
    record Happened(
            QueuePlace at, TicketEvent event, @Nullable String by) {
        Happened(QueuePlace at, TicketEvent event) {
            this(at, event, null);
        }
    }

    Ticket added(Ticket ticket, Happened what) {
        tickets.add(ticket, what.at().place(), actor(what));
        tell(ticket, what);
        return ticket;
    }

    Ticket moved(TicketDraft draft, Happened what) {
        Ticket ticket = draft.done();
        Instant ended = TicketState.OPEN.contains(ticket.state()) ? null : clock.instant();
        if (!tickets.update(ticket, ended)) {
            throw new MovedMeanwhile(ticket.id());
        }
        tell(ticket, what);
        return tickets.find(ticket.id()).orElseThrow();
    }

    private void tell(Ticket ticket, Happened what) {
        tickets.addEvent(new TicketStore.NewEvent(
                ids.next(),
                ticket.id(),
                ticket.place(),
                what.at().place().areaId(),
                clock.instant(),
                actor(what),
                what.event(),
                ticket.counter()));
        changes.publish(new Change(
                "queue",
                "TicketsMoved",
                ticket.place().id().toString(),
                ticket.place().subdistrictId()));
        QueuePlaceId remote = ticket.remoteFrom();
        if (remote != null) {
            changes.publish(new Change("queue", "TicketsMoved", remote.id().toString(), remote.subdistrictId()));
        }
    }

    private static String actor(Happened what) {
        String by = what.by();
        return by == null ? Scoped.current().actorKey() : by;
    }
}
