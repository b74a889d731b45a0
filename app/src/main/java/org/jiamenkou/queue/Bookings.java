package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Resident;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.queue.store.BookingStore;
import org.jiamenkou.queue.store.PlanStore;
import org.jiamenkou.registry.Contact;
import org.jiamenkou.registry.MaskedPerson;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.PersonPhone;
import org.jiamenkou.registry.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Booking, changing and cancelling (M-062): on the web, by a worker for somebody at the desk or on the
 * phone, at the kiosk; each leaves the same record. Rights are decided here, seats by {@link BookingWriter}.
 */
@Service
public class Bookings {
    private static final SystemScope SCOPE = BookingBatch.SCOPE;
    private static final int DAYS_BACK = 180;

    private final Scoped scoped;
    private final BookingWriter writer;
    private final BookingStore store;
    private final PlanStore plans;
    private final BookingChoices choices;
    private final BookingPeople people;
    private final QueuePlaces places;
    private final Items items;
    private final Persons persons;
    private final Divisions divisions;
    private final Audit audit;
    private final Clock clock;

    Bookings(
            Scoped scoped,
            BookingWriter writer,
            BookingStore store,
            PlanStore plans,
            BookingChoices choices,
            BookingPeople people,
            QueuePlaces places,
            Items items,
            Persons persons,
            Divisions divisions,
            Audit audit,
            Clock clock) {
        this.scoped = scoped;
        this.writer = writer;
        this.store = store;
        this.plans = plans;
        this.choices = choices;
        this.people = people;
        this.places = places;
        this.items = items;
        this.persons = persons;
        this.divisions = divisions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is to be booked.
     *
     * @param key of the form: the same key of the same person typing is done once
     */
    public record Choice(UUID slot, ItemId item, PriorityGroup priority, UUID key) {}

    /** A resident books on the web, for themselves or for somebody they act for. */
    public BookingAnswer book(Resident resident, BookedFor whom, Choice choice) {
        Optional<Slot> slot = scoped.read(resident, () -> findBookable(choice));
        if (slot.isEmpty()) {
            return new BookingAnswer.Refused(new BookingRefusal.UnknownSlot());
        }
        PersonId person = people.of(resident, whom, slot.get().place());
        return write(slot.get(), choice, person, request(resident.actorKey(), BookingChannel.WEB, choice));
    }

    /**
     * Somebody at the desk or on the phone.
     *
     * @param phone null when they have none
     */
    public record Visitor(String name, @Nullable PersonPhone phone, BookingChannel channel) {}

    /**
     * A worker books for somebody.
     *
     * @throws AccessRefusedException without {@link Right#BOOK_FOR_OTHERS} at the slot's place
     */
    public BookingAnswer bookFor(Actor actor, Visitor visitor, Choice choice) {
        Optional<Slot> slot = scoped.read(actor, () -> findBookable(choice));
        if (slot.isEmpty()) {
            return new BookingAnswer.Refused(new BookingRefusal.UnknownSlot());
        }
        QueuePlace place = places.get(slot.get().place());
        Scope scope = actor.exercising(Right.BOOK_FOR_OTHERS, place.place());
        PersonId person = scoped.transaction(
                scope, () -> persons.meet(new Contact(visitor.name(), visitor.phone(), place.place())));
        return write(slot.get(), choice, person, request(actor.actorKey(), visitor.channel(), choice));
    }

    /** The slot, when its plan is for this item or the item is offered there. */
    private Optional<Slot> findBookable(Choice choice) {
        return choices.findSlot(choice.slot())
                .filter(slot -> slot.item() != null
                        || items.find(choice.item())
                                .flatMap(item -> places.find(slot.place()).flatMap(place -> choices.find(item, place)))
                                .isPresent());
    }

    private static BookingWish.Request request(String by, BookingChannel channel, Choice choice) {
        return new BookingWish.Request(by, channel, choice.key());
    }

    private BookingAnswer write(Slot slot, Choice choice, PersonId person, BookingWish.Request request) {
        return write(
                new BookingWish.Seat(
                        new BookingWish.Wanted(slot.id(), choice.item(), person, choice.priority()), request, null),
                slot,
                choice.item());
    }

    /** Writes, and adds to a refusal what can be had instead. */
    private BookingAnswer write(BookingWish.Seat wish, Slot slot, ItemId item) {
        BookingAnswer answer = writer.write(wish);
        return answer instanceof BookingAnswer.Refused(BookingRefusal why)
                ? new BookingAnswer.Refused(withNearest(why, slot, item))
                : answer;
    }

    private BookingRefusal withNearest(BookingRefusal why, Slot slot, ItemId item) {
        return switch (why) {
            case BookingRefusal.SlotFull full -> new BookingRefusal.SlotFull(nearest(slot, item));
            case BookingRefusal.OnlyReservedLeft left -> new BookingRefusal.OnlyReservedLeft(nearest(slot, item));
            case BookingRefusal.SlotRemoved removed -> new BookingRefusal.SlotRemoved(nearest(slot, item));
            case BookingRefusal.SlotOver over -> new BookingRefusal.SlotOver(nearest(slot, item));
            case BookingRefusal.NotOpenYet other -> other;
            case BookingRefusal.UnknownSlot other -> other;
            case BookingRefusal.OpenLimit other -> other;
            case BookingRefusal.DayLimit other -> other;
            case BookingRefusal.SameTime other -> other;
            case BookingRefusal.OnlineLimited other -> other;
            case BookingRefusal.NoLongerOpen other -> other;
            case BookingRefusal.TooLateToChange other -> other;
            case BookingRefusal.OfferOver other -> other;
        };
    }

    private List<FreeSlot> nearest(Slot slot, ItemId item) {
        return items.find(item).map(one -> choices.nearest(slot, one)).orElse(List.of());
    }

    /** What can be had instead of a booking whose slot is gone. */
    public List<FreeSlot> nearest(Booking booking) {
        return choices.findSlot(booking.slot().id())
                .map(slot -> nearest(slot, booking.item()))
                .orElse(List.of());
    }

    /** Moves a booking to another slot: the new seat is taken before the old one is freed. */
    public BookingAnswer change(BookingHolder holder, Booking booking, Choice choice) {
        Held held = hold(holder, booking);
        Optional<Slot> slot = scoped.read(SCOPE, () -> findBookable(choice));
        if (slot.isEmpty()
                || !slot.get().id().subdistrictId().equals(booking.id().subdistrictId())) {
            return new BookingAnswer.Refused(new BookingRefusal.UnknownSlot());
        }
        return write(
                new BookingWish.Seat(
                        new BookingWish.Wanted(slot.get().id(), booking.item(), booking.person(), booking.priority()),
                        request(held.by(), held.channel(), choice),
                        new BookingWish.Instead.Booked(booking.id(), held.freely())),
                slot.get(),
                booking.item());
    }

    public BookingAnswer cancel(BookingHolder holder, Booking booking) {
        Held held = hold(holder, booking);
        return writer.write(new BookingWish.End(
                booking.id(), new BookingWish.Request(held.by(), held.channel(), new UUID(0, 0)), held.freely()));
    }

    /** @param freely whether the time limit for changes does not bind them */
    private record Held(String by, BookingChannel channel, boolean freely) {}

    private Held hold(BookingHolder holder, Booking booking) {
        return switch (holder) {
            case BookingHolder.Worker(Actor actor) -> {
                actor.exercising(Right.BOOK_FOR_OTHERS, booking.area());
                yield new Held(actor.actorKey(), BookingChannel.DESK, true);
            }
            case BookingHolder.SignedIn(Resident resident) -> {
                if (!mayHold(resident, booking)) {
                    throw new AccessRefusedException("not a booking of " + resident.actorKey());
                }
                yield new Held(resident.actorKey(), BookingChannel.WEB, false);
            }
            case BookingHolder.Caller(String digits) -> {
                if (!isOf(booking, digits)) {
                    throw new AccessRefusedException("wrong digits for a booking");
                }
                yield new Held(booking.person().value().toString(), BookingChannel.WEB, false);
            }
        };
    }

    /** Whether a resident made it, is the person or acts for the person. */
    public boolean mayHold(Resident resident, Booking booking) {
        return booking.madeBy().equals(resident.actorKey())
                || people.own(resident).stream().anyMatch(one -> one.person().equals(booking.person()));
    }

    /** Whether these are the last four digits of the person's phone; after too many wrong tries nothing is right any more. */
    public boolean isOf(Booking booking, String lastDigits) {
        return scoped.transaction(SCOPE, () -> {
            int most = plans.rules(LocalDate.now(clock)).wrongTries();
            if (store.wrongTries(booking.id()) >= most) {
                return false;
            }
            MaskedPerson person = persons.masked(List.of(booking.person())).get(booking.person());
            boolean right = lastDigits.matches("[0-9]{4}")
                    && person != null
                    && person.phones().stream().anyMatch(phone -> phone.endsWith(lastDigits));
            if (!right) {
                store.countWrongTry(booking.id());
            }
            return right;
        });
    }

    /** By the code on the receipt, as typed. */
    public Optional<Booking> findByCode(String typed) {
        String code = PublicCode.normalise(typed);
        if (!PublicCode.isWellFormed(code) || code.length() < 8) {
            return Optional.empty();
        }
        return divisions
                .findByCodePrefix(code.substring(0, 2))
                .flatMap(subdistrict -> scoped.read(
                        SCOPE, () -> store.findByCode(subdistrict.id().value(), code)));
    }

    /** Bookings of a resident and of those they act for, the latest first. */
    public List<Booking> listOwn(Resident resident) {
        List<UUID> own =
                people.own(resident).stream().map(one -> one.person().value()).toList();
        return own.isEmpty()
                ? List.of()
                : scoped.read(
                        SCOPE,
                        () -> store.listOfPeople(own, LocalDate.now(clock).minusDays(DAYS_BACK)));
    }

    /** Names of the people of these bookings, masked. */
    public Map<PersonId, MaskedPerson> names(List<Booking> bookings) {
        return scoped.read(
                SCOPE,
                () -> persons.masked(
                        bookings.stream().map(Booking::person).distinct().toList()));
    }

    /**
     * The booking that somebody names at check-in: by its code, or by the last four characters at this place today. In the
     * running transaction.
     */
    public Optional<Booking> findForCheckIn(QueuePlace place, String typed) {
        String code = PublicCode.normalise(typed);
        LocalDate today = LocalDate.now(clock);
        if (code.length() == 4) {
            return store.findByShortCode(place.id(), today, code);
        }
        return PublicCode.isWellFormed(code)
                ? store.findByCode(place.id().subdistrictId(), code)
                        .filter(booking -> booking.place().equals(place.id())
                                && booking.startsAt().toLocalDate().equals(today))
                : Optional.empty();
    }

    /** Marks a booking as there, in the running transaction of the ticket. @return false when it was not booked any more */
    public boolean checkIn(Booking booking) {
        boolean done = store.checkIn(booking.id());
        if (done) {
            audit.record(new Audit.Entry(
                    "booking.checked-in",
                    "queue.bookings",
                    booking.id().id().toString(),
                    booking.area(),
                    Set.of("state")));
        }
        return done;
    }

    /** Marks a checked-in booking as served, in the running transaction of the ticket. */
    public boolean finish(Booking booking) {
        return store.finish(booking.id(), clock.instant(), Scoped.current().actorKey());
    }

    public Optional<Booking> find(BookingId id) {
        return Scoped.isRunning() ? store.find(id) : scoped.read(SCOPE, () -> store.find(id));
    }

    /** @throws AccessRefusedException without {@link Right#BOOK_FOR_OTHERS} there */
    public DayList day(Actor actor, QueuePlace place, LocalDate day) {
        Scope scope = actor.exercising(Right.BOOK_FOR_OTHERS, place.place());
        return scoped.transaction(scope, () -> {
            audit.record(new Audit.Entry(
                    "booking.viewed", "queue.places", place.id().id().toString(), place.place(), Set.of("day")));
            List<Booking> of = store.listOfDay(place.id(), day);
            List<Booking> displaced = store.listDisplaced(place.id(), LocalDate.now(clock));
            List<Booking> all = new ArrayList<>(of);
            all.addAll(displaced);
            return new DayList(
                    of,
                    displaced,
                    persons.masked(all.stream().map(Booking::person).toList()));
        });
    }

    /** @param displaced bookings from today on whose slot is gone and who have not chosen another */
    public record DayList(List<Booking> bookings, List<Booking> displaced, Map<PersonId, MaskedPerson> people) {}

    /** Bookings of somebody a worker looks up, from today on and of late; each look-up is logged by the register. */
    public List<Booking> listOf(Actor actor, List<PersonId> found) {
        return found.isEmpty()
                ? List.of()
                : scoped.read(
                        actor,
                        () -> store.listOfPeople(
                                found.stream().map(PersonId::value).toList(),
                                LocalDate.now(clock).minusDays(DAYS_BACK)));
    }

    /** Corrects the list of a day: nobody came, or somebody was here after all. @return false when it stood otherwise */
    public boolean correct(Actor actor, Booking booking, boolean wasThere) {
        Scope scope = actor.exercising(Right.BOOK_FOR_OTHERS, booking.area());
        return scoped.transaction(scope, () -> {
            boolean done = wasThere
                    ? store.correct(booking.id(), "NO_SHOW", "SERVED")
                    : store.correct(booking.id(), "CHECKED_IN", "NO_SHOW");
            if (done) {
                audit.record(new Audit.Entry(
                        "booking.corrected",
                        "queue.bookings",
                        booking.id().id().toString(),
                        booking.area(),
                        Set.of("state")));
            }
            return done;
        });
    }
}
