package org.jiamenkou.queue;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ticket about to change; everything that is not set stays. */
final class TicketDraft {
    private final Ticket before;
    private TicketState state;
    private @Nullable Long arrival;
    private @Nullable Instant arrivedAt;
    private boolean present;
    private @Nullable UUID counter;
    private @Nullable UUID forCounter;
    private Ticket.@Nullable Owner owner;
    private int calls;
    private int passed;
    private @Nullable Instant calledAt;
    private @Nullable Instant servingAt;

    TicketDraft(Ticket before) {
        this.before = before;
        this.state = before.state();
        this.arrival = before.arrival();
        this.arrivedAt = before.arrivedAt();
        this.present = before.present();
        this.counter = before.counter();
        this.forCounter = before.forCounter();
        this.owner = before.owner();
        this.calls = before.calls();
        this.passed = before.passed();
        this.calledAt = before.calledAt();
        this.servingAt = before.servingAt();
    }

    TicketDraft to(TicketState next) {
        state = next;
        return this;
    }

    TicketDraft arrived(long order, Instant at) {
        arrival = order;
        arrivedAt = at;
        return this;
    }

    TicketDraft present(boolean isThere) {
        present = isThere;
        return this;
    }

    /** Called to a counter, whose worker answers for the ticket from now on. */
    TicketDraft called(Sitting by, Instant at) {
        state = TicketState.CALLED;
        counter = by.counter();
        owner = new Ticket.Owner(by.accountId(), by.worker());
        calls = 1;
        calledAt = at;
        return this;
    }

    TicketDraft calledAgain(Instant at) {
        calls++;
        calledAt = at;
        return this;
    }

    TicketDraft serving(Instant at) {
        state = TicketState.SERVING;
        servingAt = servingAt == null ? at : servingAt;
        return this;
    }

    TicketDraft passed() {
        state = TicketState.PASSED;
        passed++;
        counter = null;
        return this;
    }

    /** Back among those who wait; the arrival stays as it is. */
    TicketDraft waiting(@Nullable UUID onlyFor) {
        state = TicketState.WAITING;
        counter = null;
        forCounter = onlyFor;
        calls = 0;
        return this;
    }

    Ticket done() {
        return new Ticket(
                before.id(),
                before.place(),
                before.day(),
                before.number(),
                before.code(),
                state,
                before.channel(),
                arrival,
                arrivedAt,
                before.issuedAt(),
                before.priority(),
                before.bookingId(),
                before.dueAt(),
                before.person(),
                before.companions(),
                before.items(),
                before.classes(),
                before.remoteFrom(),
                present,
                counter,
                forCounter,
                owner,
                calls,
                passed,
                calledAt,
                servingAt,
                before.version());
    }
}
