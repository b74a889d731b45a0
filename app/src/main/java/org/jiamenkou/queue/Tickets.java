package org.jiamenkou.queue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.rules.TicketMoves;
import org.jiamenkou.queue.store.QueueDayStore;
import org.jiamenkou.queue.store.TicketStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Tickets, from the number given out until it is called: at the reception, by a floor guide, at a kiosk, by phone, at a
 * station for the centre. There is no cap on numbers in hours (不得限号, 沪社标联办〔2018〕5号). Every write is done once per key.
 */
@Service
public class Tickets {
    static final SystemScope REMOTE = new SystemScope("queue.remote");
    private static final int CODE_LENGTH = 8;
    private static final int PREFIX_LENGTH = 2;

    private final Scoped scoped;
    private final TicketStore store;
    private final QueueDayStore days;
    private final TicketLog log;
    private final QueuePlaces places;
    private final Items items;
    private final Waits waits;
    private final Bookings bookings;
    private final TicketWrites writes;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(
            Scoped scoped,
            TicketStore store,
            QueueDayStore days,
            TicketLog log,
            QueuePlaces places,
            Items items,
            Waits waits,
            Bookings bookings,
            TicketWrites writes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.days = days;
        this.log = log;
        this.places = places;
        this.items = items;
        this.waits = waits;
        this.bookings = bookings;
        this.writes = writes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Gives out a number at a place where the actor may.
     *
     * @param key of the form; the same key gives the same ticket
     * @throws org.jiamenkou.platform.web.AccessRefusedException without the right there
     */
    public TicketOutcome issue(Actor actor, QueuePlace place, NewTicket wish, String key) {
        return issueIn(actor.exercising(Right.ISSUE_TICKETS, place.place()), place, wish, key);
    }

    /** Gives out a number in a scope that may write at the place: a kiosk's, a number machine's. */
    public TicketOutcome issueIn(Scope scope, QueuePlace place, NewTicket wish, String key) {
        Optional<QueueRefusal> refusal = refusal(place, wish);
        return refusal.isPresent()
                ? new TicketOutcome.Refused(refusal.get())
                : writes.once(
                        scope, key, () -> add(place, wish, Scoped.current().actorKey(), null));
    }

    /**
     * Draws a number of another place, the centre above, for somebody who sits at this station. The number counts while a
     * worker of the station says that the person is in the room.
     *
     * @throws org.jiamenkou.platform.web.AccessRefusedException without the right at the station
     */
    public TicketOutcome issueRemotely(Actor actor, Remote between, NewTicket wish, String key) {
        actor.exercising(Right.ISSUE_TICKETS, between.station().place());
        NewTicket remote = new NewTicket(
                Channel.REMOTE,
                wish.items(),
                wish.priority(),
                wish.companions(),
                wish.person(),
                between.station().id(),
                null);
        Optional<QueueRefusal> refusal = refusal(between.centre(), remote);
        return refusal.isPresent()
                ? new TicketOutcome.Refused(refusal.get())
                : writes.once(
                        REMOTE,
                        actor.actorKey() + ' ' + key,
                        () -> add(
                                between.centre(),
                                remote,
                                actor.actorKey(),
                                new Ticket.Owner(actor.accountId(), actor.name())));
    }

    /**
     * Checks in somebody who has booked: the booking is there, and the ticket made of it ranks by the written order.
     *
     * @param typed the code of the booking, or its last four characters
     * @throws org.jiamenkou.platform.web.AccessRefusedException without the right there
     */
    public TicketOutcome arrive(Actor actor, QueuePlace place, String typed, String key) {
        return writes.once(actor.exercising(Right.ISSUE_TICKETS, place.place()), key, () -> {
            Booking booking = bookings.findForCheckIn(place, typed)
                    .orElseThrow(() -> new TicketWrites.Refusing(new QueueRefusal.NoBookingToday()));
            if (!bookings.checkIn(booking)) {
                throw new TicketWrites.Refusing(new QueueRefusal.BookingOver(booking.state()));
            }
            Instant dueAt = booking.startsAt().atZone(clock.getZone()).toInstant();
            NewTicket wish = new NewTicket(
                    Channel.BOOKING,
                    items.find(booking.item()).map(ServiceItem::slug).stream().toList(),
                    booking.priority(),
                    0,
                    booking.person(),
                    null,
                    new NewTicket.CheckedIn(booking.id().id(), dueAt));
            return add(place, wish, actor.actorKey(), null);
        });
    }

    /** A station and the centre it draws numbers of. */
    public record Remote(QueuePlace station, QueuePlace centre) {}

    private Optional<QueueRefusal> refusal(QueuePlace place, NewTicket wish) {
        if (place.mode() == QueueMode.BOOKED_ONLY && wish.booking() == null) {
            return Optional.of(new QueueRefusal.NoNumbersHere());
        }
        return wish.items().stream()
                .filter(slug -> items.findBySlug(slug).isEmpty())
                .findFirst()
                .map(QueueRefusal.UnknownItem::new);
    }

    /** In the running transaction. */
    private Ticket add(QueuePlace place, NewTicket wish, String by, Ticket.@Nullable Owner owner) {
        QueueDayStore.Day day = new QueueDayStore.Day(place.id(), place.place(), LocalDate.now(clock));
        QueueDayStore.Locked before = days.lock(day);
        boolean there = wish.channel() != Channel.PHONE;
        long arrival = before.lastArrival() + (there ? 1 : 0);
        days.set(day, new QueueDayStore.Locked(before.lastNumber() + 1, arrival, before.taken()));
        Instant now = clock.instant();
        NewTicket.CheckedIn booking = wish.booking();
        Ticket ticket = new Ticket(
                new TicketId(place.id().subdistrictId(), ids.next()),
                place.id(),
                day.date(),
                before.lastNumber() + 1,
                PublicCode.random(place.code().substring(0, PREFIX_LENGTH), CODE_LENGTH, random)
                        .value(),
                there ? TicketState.WAITING : TicketState.EXPECTED,
                wish.channel(),
                there ? arrival : null,
                there ? now : null,
                now,
                wish.priority(),
                booking == null ? null : booking.bookingId(),
                booking == null ? null : booking.dueAt(),
                wish.person(),
                wish.companions(),
                wish.items(),
                classesOf(wish.items()),
                wish.remoteFrom(),
                true,
                null,
                null,
                owner,
                0,
                0,
                null,
                null,
                1);
        log.added(ticket, new TicketLog.Happened(place, TicketEvent.ISSUED, by));
        waits.keep(place, ticket);
        return ticket;
    }

    Set<String> classesOf(List<String> slugs) {
        Set<String> classes = new HashSet<>();
        slugs.forEach(
                slug -> items.findBySlug(slug).map(ServiceItem::serviceClass).ifPresent(classes::add));
        return classes;
    }

    /** Reports somebody who was expected as there (报到): they rank from now on. */
    public TicketOutcome checkIn(Actor actor, Ticket ticket, String key) {
        QueuePlace place = places.get(ticket.place());
        return writes.once(actor.exercising(Right.ISSUE_TICKETS, place.place()), key, () -> {
            Ticket now = current(ticket, TicketState.WAITING);
            QueueDayStore.Day day = new QueueDayStore.Day(place.id(), place.place(), LocalDate.now(clock));
            QueueDayStore.Locked before = days.lock(day);
            days.set(day, new QueueDayStore.Locked(before.lastNumber(), before.lastArrival() + 1, before.taken()));
            return log.moved(
                    new TicketDraft(now).to(TicketState.WAITING).arrived(before.lastArrival() + 1, clock.instant()),
                    new TicketLog.Happened(place, TicketEvent.CHECKED_IN));
        });
    }

    /**
     * A worker of the station says whether the person is still in the room; the place in the order is kept.
     *
     * @throws org.jiamenkou.platform.web.AccessRefusedException without the right at the station
     */
    public TicketOutcome setPresent(Actor actor, Ticket ticket, boolean present) {
        QueuePlaceId station = ticket.remoteFrom();
        if (station == null) {
            return new TicketOutcome.Refused(new QueueRefusal.NotNow(ticket.state()));
        }
        actor.exercising(Right.ISSUE_TICKETS, places.get(station).place());
        QueuePlace centre = places.get(ticket.place());
        return writes.decide(REMOTE, () -> {
            Ticket now = store.find(ticket.id()).orElseThrow();
            if (now.state() != TicketState.WAITING || now.present() == present) {
                return now;
            }
            return log.moved(
                    new TicketDraft(now).present(present),
                    new TicketLog.Happened(
                            centre, present ? TicketEvent.PRESENT : TicketEvent.ABSENT, actor.actorKey()));
        });
    }

    /**
     * The person went away without having been served; told by the place itself, or by the station where they sat.
     *
     * @throws org.jiamenkou.platform.web.AccessRefusedException without the right at either
     */
    public TicketOutcome leave(Actor actor, Ticket ticket) {
        QueuePlace place = places.get(ticket.place());
        QueuePlaceId station = ticket.remoteFrom();
        boolean atThePlace = station == null || actor.may(Right.ISSUE_TICKETS, place.place());
        QueuePlace asked = station == null || atThePlace ? place : places.get(station);
        Scope own = actor.exercising(Right.ISSUE_TICKETS, asked.place());
        return writes.decide(
                atThePlace ? own : REMOTE,
                () -> log.moved(
                        new TicketDraft(current(ticket, TicketState.LEFT)).to(TicketState.LEFT),
                        new TicketLog.Happened(place, TicketEvent.LEFT, actor.actorKey())));
    }

    private Ticket current(Ticket ticket, TicketState wanted) {
        Ticket now = store.find(ticket.id()).orElseThrow();
        if (!TicketMoves.may(now.state(), wanted)) {
            throw new TicketWrites.Refusing(new QueueRefusal.NotNow(now.state()));
        }
        return now;
    }

    /** By the code on paper or in the link; null for any other text. */
    public Optional<Ticket> findByCode(String typed) {
        String code = PublicCode.normalise(typed);
        return PublicCode.isWellFormed(code)
                ? scoped.read(PublicScope.PUBLIC, () -> store.findByCode(code))
                : Optional.empty();
    }

    /** Numbers that people at this station drew elsewhere today, open or not. */
    public List<Ticket> listDrawnAt(QueuePlace station) {
        return scoped.read(PublicScope.PUBLIC, () -> store.listDrawnAt(station.id(), LocalDate.now(clock)));
    }
}
