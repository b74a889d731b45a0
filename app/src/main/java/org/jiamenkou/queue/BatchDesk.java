package org.jiamenkou.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.rules.Limits;
import org.jiamenkou.queue.store.BatchStore;
import org.jiamenkou.queue.store.OfferStore;
import org.jspecify.annotations.Nullable;

/**
 * Decides the wishes of one batch in the order they came, against rows that are locked, and remembers what is to be written.
 * Holds no database: everything it knows was given to it.
 */
final class BatchDesk {
    private final LocalDateTime now;
    private final BookingRules rules;
    private final Map<SlotId, BatchStore.Locked> slots = new HashMap<>();
    private final Map<SlotId, Slot.Seats> seats = new HashMap<>();
    private final Map<BookingId, Booking> bookings = new HashMap<>();
    private final Map<UUID, OfferStore.Offer> offers = new HashMap<>();
    private final Map<UUID, List<Booking>> held = new HashMap<>();
    private final Map<UUID, List<LocalDate>> missed = new HashMap<>();
    private final Map<UUID, Booking> earlier = new HashMap<>();

    BatchDesk(LocalDateTime now, BookingRules rules) {
        this.now = now;
        this.rules = rules;
    }

    void know(BatchStore.Fact fact) {
        Booking booking = fact.booking();
        if (booking.state() == BookingState.NO_SHOW) {
            missed.computeIfAbsent(booking.person().value(), id -> new ArrayList<>())
                    .add(booking.startsAt().toLocalDate());
        } else if (BookingState.HOLDING.contains(booking.state())
                && !booking.startsAt().toLocalDate().isBefore(now.toLocalDate())) {
            held.computeIfAbsent(booking.person().value(), id -> new ArrayList<>())
                    .add(booking);
        }
        earlier.put(fact.requestKey(), booking);
    }

    void know(BatchStore.Locked slot) {
        slots.put(slot.slot().id(), slot);
        seats.put(slot.slot().id(), seatsNow(slot));
    }

    void know(Booking booking) {
        bookings.put(booking.id(), booking);
    }

    Booking known(BookingId id) {
        return Objects.requireNonNull(bookings.get(id));
    }

    void know(OfferStore.Offer offer) {
        offers.put(offer.id(), offer);
    }

    /** Seats that are kept fall to everybody shortly before the start. */
    private Slot.Seats seatsNow(BatchStore.Locked locked) {
        Slot.Seats planned = locked.slot().seats();
        boolean kept = now.isBefore(locked.slot().startsAt().minusMinutes(locked.reservedUntilMinutes()));
        return new Slot.Seats(
                planned.capacity(), kept ? planned.reserved() : 0, planned.taken(), planned.takenPriority());
    }

    /** What a wish led to, before it is written. */
    sealed interface Decision {
        /** @param ends the booking it replaces */
        record Give(
                BatchStore.Locked slot,
                BookingWish.Seat wish,
                @Nullable Booking ends) implements Decision {}

        record Same(Booking earlier) implements Decision {}

        record End(Booking booking) implements Decision {}

        record AlreadyEnded(Booking booking) implements Decision {}

        record No(BookingRefusal why) implements Decision {}
    }

    Decision decide(BookingWish wish) {
        return switch (wish) {
            case BookingWish.Seat seat -> decideSeat(seat);
            case BookingWish.End end -> decideEnd(end);
        };
    }

    private Decision decideEnd(BookingWish.End end) {
        Booking booking = bookings.get(end.booking());
        if (booking == null) {
            return new Decision.No(new BookingRefusal.NoLongerOpen());
        }
        if (booking.state() == BookingState.CANCELLED) {
            return new Decision.AlreadyEnded(booking);
        }
        Optional<BookingRefusal> refusal = changeRefusal(booking, end.freely());
        if (refusal.isPresent()) {
            return new Decision.No(refusal.get());
        }
        bookings.put(booking.id(), in(booking, BookingState.CANCELLED));
        forget(booking);
        giveBack(booking);
        return new Decision.End(booking);
    }

    private Optional<BookingRefusal> changeRefusal(Booking booking, boolean freely) {
        if (booking.state() != BookingState.BOOKED || !now.isBefore(booking.endsAt())) {
            return Optional.of(new BookingRefusal.NoLongerOpen());
        }
        BatchStore.Locked locked = slots.get(booking.slot());
        int until = locked == null ? 0 : locked.limits().changeUntilMinutes();
        boolean may = freely || booking.isDisplaced() || Limits.mayChange(booking.startsAt(), until, now);
        return may ? Optional.empty() : Optional.of(new BookingRefusal.TooLateToChange(until));
    }

    private Decision decideSeat(BookingWish.Seat wish) {
        Booking same = earlier.get(wish.request().id());
        if (same != null) {
            return new Decision.Same(same);
        }
        BatchStore.Locked locked = slots.get(wish.wanted().slot());
        if (locked == null || !isFor(locked.slot(), wish)) {
            return new Decision.No(new BookingRefusal.UnknownSlot());
        }
        Booking old = null;
        if (wish.instead() instanceof BookingWish.Instead.Booked(BookingId id, boolean freely)) {
            old = bookings.get(id);
            if (old == null) {
                return new Decision.No(new BookingRefusal.NoLongerOpen());
            }
            if (old.slot().equals(wish.wanted().slot())) {
                return new Decision.Same(old);
            }
            Optional<BookingRefusal> refusal = changeRefusal(old, freely);
            if (refusal.isPresent()) {
                return new Decision.No(refusal.get());
            }
        }
        boolean offered = false;
        if (wish.instead() instanceof BookingWish.Instead.Offered(UUID waiting)) {
            OfferStore.Offer offer = offers.remove(waiting);
            if (offer == null || !offer.slot().equals(wish.wanted().slot())) {
                return new Decision.No(new BookingRefusal.OfferOver());
            }
            offered = true;
        }
        Optional<BookingRefusal> refusal = slotRefusal(locked, wish, offered).or(personRefusal(locked, wish, old));
        if (refusal.isPresent()) {
            return new Decision.No(refusal.get());
        }
        if (!offered) {
            change(wish.wanted().slot(), wish.wanted().priority(), 1);
        }
        if (old != null) {
            bookings.put(old.id(), in(old, BookingState.MOVED));
            forget(old);
            giveBack(old);
        }
        return new Decision.Give(locked, wish, old);
    }

    private static boolean isFor(Slot slot, BookingWish.Seat wish) {
        return slot.item() == null || slot.item().equals(wish.wanted().item());
    }

    private Optional<BookingRefusal> slotRefusal(BatchStore.Locked locked, BookingWish.Seat wish, boolean offered) {
        Slot slot = locked.slot();
        if (slot.removed()) {
            return Optional.of(new BookingRefusal.SlotRemoved(List.of()));
        }
        if (!now.isBefore(slot.startsAt())) {
            return Optional.of(new BookingRefusal.SlotOver(List.of()));
        }
        if (now.isBefore(slot.opensAt())) {
            return Optional.of(new BookingRefusal.NotOpenYet(slot.opensAt()));
        }
        Slot.Seats there = Objects.requireNonNull(seats.get(slot.id()));
        if (offered || there.freeFor(wish.wanted().priority()) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                there.taken() < there.capacity()
                        ? new BookingRefusal.OnlyReservedLeft(List.of())
                        : new BookingRefusal.SlotFull(List.of()));
    }

    private java.util.function.Supplier<Optional<BookingRefusal>> personRefusal(
            BatchStore.Locked locked, BookingWish.Seat wish, @Nullable Booking old) {
        return () -> {
            UUID person = wish.wanted().person().value();
            Optional<LocalDate> limited = wish.request().channel().isOnline() && old == null
                    ? Limits.onlineLimitedUntil(
                            missed.getOrDefault(person, List.of()), rules.noShows(), now.toLocalDate())
                    : Optional.empty();
            if (limited.isPresent()) {
                return Optional.of(new BookingRefusal.OnlineLimited(limited.get()));
            }
            List<Limits.Held> counted = held.getOrDefault(person, List.of()).stream()
                    .filter(one -> old == null || !one.id().equals(old.id()))
                    .filter(one ->
                            one.id().subdistrictId().equals(locked.slot().id().subdistrictId()))
                    .map(one -> new Limits.Held(one.item().value(), one.startsAt(), one.endsAt()))
                    .toList();
            Slot slot = locked.slot();
            Limits.Held more = new Limits.Held(wish.wanted().item().value(), slot.startsAt(), slot.endsAt());
            return Limits.reached(counted, more, locked.limits(), now).map(limit -> switch (limit) {
                case OPEN -> new BookingRefusal.OpenLimit(locked.limits().openPerPerson());
                case DAY -> new BookingRefusal.DayLimit(locked.limits().dayPerPerson());
                case SAME_TIME -> new BookingRefusal.SameTime();
            });
        };
    }

    /** The booking that a wish was given, so that the next wish of the same person or with the same key knows it. */
    void made(BookingWish.Seat wish, Booking booking) {
        held.computeIfAbsent(booking.person().value(), id -> new ArrayList<>()).add(booking);
        earlier.put(wish.request().id(), booking);
    }

    private void giveBack(Booking booking) {
        change(booking.slot(), booking.priority(), -1);
    }

    private void change(SlotId slot, PriorityGroup group, int count) {
        Slot.Seats there = seats.get(slot);
        if (there != null) {
            seats.put(
                    slot,
                    new Slot.Seats(
                            there.capacity(),
                            there.reserved(),
                            there.taken() + count,
                            there.takenPriority() + (group.hasPriority() ? count : 0)));
        }
    }

    private void forget(Booking booking) {
        List<Booking> of = held.get(booking.person().value());
        if (of != null) {
            of.removeIf(one -> one.id().equals(booking.id()));
        }
    }

    /** How many seats of each slot were given or given back. */
    List<BatchStore.Moved> moved() {
        Map<SlotId, BatchStore.Moved> moved = new LinkedHashMap<>();
        seats.forEach((id, after) -> {
            Slot.Seats before = Objects.requireNonNull(slots.get(id)).slot().seats();
            if (after.taken() != before.taken() || after.takenPriority() != before.takenPriority()) {
                moved.put(
                        id,
                        new BatchStore.Moved(
                                id, after.taken() - before.taken(), after.takenPriority() - before.takenPriority()));
            }
        });
        return List.copyOf(moved.values());
    }

    static Booking in(Booking of, BookingState state) {
        return copy(of, of.code(), state);
    }

    static Booking with(Booking of, PublicCode code) {
        return copy(of, code, of.state());
    }

    private static Booking copy(Booking of, PublicCode code, BookingState state) {
        return new Booking(
                of.id(),
                code,
                of.place(),
                of.area(),
                of.slot(),
                of.item(),
                of.person(),
                state,
                of.channel(),
                of.priority(),
                of.startsAt(),
                of.minutes(),
                of.madeBy(),
                of.madeAt(),
                of.displacedAt());
    }
}
