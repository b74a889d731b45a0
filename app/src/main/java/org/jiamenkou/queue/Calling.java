package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.queue.rules.CallingOrder;
import org.jiamenkou.queue.rules.TicketMoves;
import org.jiamenkou.queue.store.CounterStore;
import org.jiamenkou.queue.store.QueueDayStore;
import org.jiamenkou.queue.store.TicketStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Calling and serving at a counter. Who comes next is decided under the lock of the place's day by {@link CallingOrder}, so
 * that two workers who press at the same instant never get the same ticket. Whoever calls a ticket answers for it.
 */
@Service
public class Calling {
    private final Scoped scoped;
    private final TicketStore store;
    private final QueueDayStore days;
    private final CounterStore counters;
    private final TicketLog log;
    private final TicketWrites writes;
    private final QueuePlaces places;
    private final Waits waits;
    private final Bookings bookings;
    private final Clock clock;

    Calling(
            Scoped scoped,
            TicketStore store,
            QueueDayStore days,
            CounterStore counters,
            TicketLog log,
            TicketWrites writes,
            QueuePlaces places,
            Waits waits,
            Bookings bookings,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.days = days;
        this.counters = counters;
        this.log = log;
        this.writes = writes;
        this.places = places;
        this.waits = waits;
        this.bookings = bookings;
        this.clock = clock;
    }

    /** A worker at their counter, as each move at the console starts. */
    private record Desk(QueuePlace place, Counter counter, Sitting sitting, Scope scope) {
        CallingOrder.Free free() {
            Set<String> classes = new HashSet<>(counter.classes());
            if (classes.isEmpty()) {
                classes.addAll(sitting.classes());
            } else if (!sitting.classes().isEmpty()) {
                classes.retainAll(sitting.classes());
            }
            return new CallingOrder.Free(counter.id(), classes);
        }
    }

    private Optional<Desk> deskOf(Actor actor) {
        Optional<Counter> counter = scoped.read(PublicScope.PUBLIC, () -> counters.findOfWorker(actor.accountId()));
        return counter.flatMap(at -> Optional.ofNullable(at.sitting()).map(sitting -> {
            QueuePlace place = places.get(at.place());
            return new Desk(place, at, sitting, actor.exercising(Right.CALL_TICKETS, place.place()));
        }));
    }

    private TicketOutcome atDesk(Actor actor, String key, Function<Desk, Ticket> move) {
        Optional<Desk> desk = deskOf(actor);
        return desk.isEmpty()
                ? new TicketOutcome.Refused(new QueueRefusal.NotAtACounter())
                : writes.once(desk.get().scope(), key, () -> move.apply(desk.get()));
    }

    /** Calls whoever the written order says. */
    public TicketOutcome callNext(Actor actor, String key) {
        return atDesk(actor, key, desk -> {
            refuseUnlessFree(desk);
            QueueDayStore.Day day =
                    new QueueDayStore.Day(desk.place().id(), desk.place().place(), LocalDate.now(clock));
            QueueDayStore.Locked locked = days.lock(day);
            CallingOrder.Choice choice = CallingOrder.next(
                            store.listWaiting(desk.place().id()),
                            desk.free(),
                            locked.taken(),
                            places.rules(day.date()),
                            clock.instant())
                    .orElseThrow(() -> new TicketWrites.Refusing(new QueueRefusal.NobodyWaiting()));
            days.set(day, new QueueDayStore.Locked(locked.lastNumber(), locked.lastArrival(), choice.taken()));
            return called(desk, ticket(desk, choice.ticket()));
        });
    }

    /** Calls this one out of turn; the order of the others stays. */
    public TicketOutcome callOne(Actor actor, TicketId id, String key) {
        return atDesk(actor, key, desk -> {
            refuseUnlessFree(desk);
            days.lock(new QueueDayStore.Day(desk.place().id(), desk.place().place(), LocalDate.now(clock)));
            Ticket ticket = ticket(desk, id.id());
            refuseUnlessMay(ticket, TicketState.CALLED);
            if (!ticket.present()) {
                throw new TicketWrites.Refusing(new QueueRefusal.NotPresent());
            }
            return called(desk, ticket);
        });
    }

    private Ticket called(Desk desk, Ticket ticket) {
        waits.over(ticket);
        return log.moved(
                new TicketDraft(ticket).called(desk.sitting(), clock.instant()),
                new TicketLog.Happened(desk.place(), TicketEvent.CALLED));
    }

    private void refuseUnlessFree(Desk desk) {
        if (desk.sitting().paused()) {
            throw new TicketWrites.Refusing(new QueueRefusal.NotAtACounter());
        }
        store.findAtCounter(desk.place().id().subdistrictId(), desk.counter().id())
                .ifPresent(inHand -> {
                    throw new TicketWrites.Refusing(new QueueRefusal.StillServing(inHand.label()));
                });
    }

    /** Calls the same number again. */
    public TicketOutcome recall(Actor actor, String key) {
        return inHand(
                actor,
                key,
                TicketState.CALLED,
                (desk, ticket) -> log.moved(
                        new TicketDraft(ticket).calledAgain(clock.instant()),
                        new TicketLog.Happened(desk.place(), TicketEvent.RECALLED)));
    }

    /** Nobody came: the number is passed, and may return. */
    public TicketOutcome pass(Actor actor, String key) {
        return inHand(
                actor,
                key,
                TicketState.CALLED,
                (desk, ticket) -> log.moved(
                        new TicketDraft(ticket).passed(), new TicketLog.Happened(desk.place(), TicketEvent.PASSED)));
    }

    /** The person sits down. */
    public TicketOutcome serve(Actor actor, String key) {
        return inHand(
                actor,
                key,
                TicketState.CALLED,
                (desk, ticket) -> log.moved(
                        new TicketDraft(ticket).serving(clock.instant()),
                        new TicketLog.Happened(desk.place(), TicketEvent.SERVING)));
    }

    /** Done. One who was called and served in one breath is finished as well. */
    public TicketOutcome finish(Actor actor, String key) {
        return atDesk(actor, key, desk -> {
            Ticket ticket = inHand(desk);
            if (ticket.state() == TicketState.CALLED) {
                ticket = log.moved(
                        new TicketDraft(ticket).serving(clock.instant()),
                        new TicketLog.Happened(desk.place(), TicketEvent.SERVING));
            }
            UUID booked = ticket.bookingId();
            if (booked != null) {
                bookings.find(new BookingId(ticket.id().subdistrictId(), booked))
                        .ifPresent(bookings::finish);
            }
            return log.moved(
                    new TicketDraft(ticket).to(TicketState.FINISHED),
                    new TicketLog.Happened(desk.place(), TicketEvent.FINISHED));
        });
    }

    /** Put aside while something is missing; the counter is free for the next. */
    public TicketOutcome hold(Actor actor, String key) {
        return inHand(
                actor,
                key,
                TicketState.SERVING,
                (desk, ticket) -> log.moved(
                        new TicketDraft(ticket).to(TicketState.HELD),
                        new TicketLog.Happened(desk.place(), TicketEvent.HELD)));
    }

    /** Takes up again what was put aside. */
    public TicketOutcome resume(Actor actor, TicketId id, String key) {
        return atDesk(actor, key, desk -> {
            refuseUnlessFree(desk);
            Ticket ticket = ticket(desk, id.id());
            if (ticket.state() != TicketState.HELD) {
                throw new TicketWrites.Refusing(new QueueRefusal.NotNow(ticket.state()));
            }
            return log.moved(
                    new TicketDraft(ticket)
                            .called(desk.sitting(), clock.instant())
                            .serving(clock.instant()),
                    new TicketLog.Happened(desk.place(), TicketEvent.RESUMED));
        });
    }

    /**
     * Hands the person on; they keep their arrival and wait once, not twice.
     *
     * @param to the counter that calls them, where somebody sits; null for any
     */
    public TicketOutcome transfer(Actor actor, @Nullable UUID to, String key) {
        return atDesk(actor, key, desk -> {
            boolean known = to == null
                    || counters.find(desk.place().id().subdistrictId(), to)
                            .filter(one -> one.place().equals(desk.place().id()) && one.sitting() != null)
                            .isPresent();
            if (!known) {
                throw new TicketWrites.Refusing(new QueueRefusal.NobodyAtThatCounter());
            }
            return log.moved(
                    new TicketDraft(inHand(desk)).waiting(to),
                    new TicketLog.Happened(desk.place(), TicketEvent.TRANSFERRED));
        });
    }

    /** Who was passed is back: they rank by the time of return, as often as the rules allow. */
    public TicketOutcome giveBack(Actor actor, Ticket ticket, String key) {
        QueuePlace place = places.get(ticket.place());
        return writes.once(actor.exercising(Right.ISSUE_TICKETS, place.place()), key, () -> {
            QueueDayStore.Day day = new QueueDayStore.Day(place.id(), place.place(), LocalDate.now(clock));
            QueueDayStore.Locked locked = days.lock(day);
            Ticket now = store.find(ticket.id()).orElseThrow();
            int most = places.rules(day.date()).returns();
            if (now.state() != TicketState.PASSED) {
                throw new TicketWrites.Refusing(new QueueRefusal.NotNow(now.state()));
            }
            if (now.passed() > most) {
                throw new TicketWrites.Refusing(new QueueRefusal.ReturnedTooOften(most));
            }
            days.set(day, new QueueDayStore.Locked(locked.lastNumber(), locked.lastArrival() + 1, locked.taken()));
            return log.moved(
                    new TicketDraft(now).waiting(null).arrived(locked.lastArrival() + 1, clock.instant()),
                    new TicketLog.Happened(place, TicketEvent.RETURNED));
        });
    }

    private TicketOutcome inHand(Actor actor, String key, TicketState wanted, BiFunction<Desk, Ticket, Ticket> move) {
        return atDesk(actor, key, desk -> {
            Ticket ticket = inHand(desk);
            if (ticket.state() != wanted) {
                throw new TicketWrites.Refusing(new QueueRefusal.NotNow(ticket.state()));
            }
            return move.apply(desk, ticket);
        });
    }

    private Ticket inHand(Desk desk) {
        return store.findAtCounter(
                        desk.place().id().subdistrictId(), desk.counter().id())
                .orElseThrow(() -> new TicketWrites.Refusing(new QueueRefusal.NobodyWaiting()));
    }

    private Ticket ticket(Desk desk, UUID id) {
        return store.find(new TicketId(desk.place().id().subdistrictId(), id))
                .filter(one -> one.place().equals(desk.place().id()))
                .orElseThrow(() -> new TicketWrites.Refusing(new QueueRefusal.MovedMeanwhile()));
    }

    private static void refuseUnlessMay(Ticket ticket, TicketState wanted) {
        if (!TicketMoves.may(ticket.state(), wanted)) {
            throw new TicketWrites.Refusing(new QueueRefusal.NotNow(ticket.state()));
        }
    }
}
