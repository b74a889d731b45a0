package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jiamenkou.access.Audit;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.BatchDesk.Decision;
import org.jiamenkou.queue.store.BatchStore;
import org.jiamenkou.queue.store.OfferStore;
import org.jiamenkou.queue.store.PlanStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Writes any number of wishes in one transaction: bookings, limits, keys, seats, audit rows and one change. */
@Component
class BookingBatch {
    static final SystemScope SCOPE = new SystemScope("queue.booking");

    private static final int CODE_LENGTH = 8;
    private static final int MOST_CODES = 5;

    private final Scoped scoped;
    private final BatchStore store;
    private final OfferStore offers;
    private final Supplier<BookingRules> rules;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = new SecureBits();

    BookingBatch(
            Scoped scoped,
            BatchStore store,
            OfferStore offers,
            PlanStore plans,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.offers = offers;
        this.rules = () -> plans.rules(LocalDateTime.now(clock).toLocalDate());
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers in the order of the wishes, after the commit. */
    List<BookingAnswer> write(List<BookingWish> wishes) {
        for (int attempt = 1; ; attempt++) {
            try {
                return scoped.transaction(SCOPE, () -> written(wishes));
            } catch (DuplicateKeyException taken) {
                if (wishes.size() == 1 && wishes.getFirst() instanceof BookingWish.Seat seat) {
                    Optional<BookingAnswer> same = sameRequest(seat);
                    if (same.isPresent()) {
                        return List.of(same.get());
                    }
                }
                // somebody else's batch took a code in between: new ones are drawn
                if (attempt == MOST_CODES) {
                    throw taken;
                }
            }
        }
    }

    /** A key that was used before for somebody else still is that earlier request. */
    private Optional<BookingAnswer> sameRequest(BookingWish.Seat seat) {
        return scoped.read(
                        SCOPE,
                        () -> store.findByKey(
                                seat.wanted().slot().subdistrictId(),
                                seat.request().id()))
                .map(booking -> new BookingAnswer.Booked(booking, true));
    }

    /** A booking on its way, with the wish it answers. */
    private record Made(int index, BookingWish.Seat wish, Booking booking) {
        Made withCode(RandomGenerator random) {
            String prefix = booking.code().value().substring(0, 2);
            return new Made(index, wish, BatchDesk.with(booking, PublicCode.random(prefix, CODE_LENGTH, random)));
        }
    }

    private List<BookingAnswer> written(List<BookingWish> wishes) {
        BatchDesk desk = prepared(wishes);
        BookingAnswer[] answers = new BookingAnswer[wishes.size()];
        List<Made> made = new ArrayList<>();
        List<BatchStore.Ending> endings = new ArrayList<>();
        List<BatchStore.Ending> moves = new ArrayList<>();
        for (int i = 0; i < answers.length; i++) {
            switch (desk.decide(wishes.get(i))) {
                case Decision.No(BookingRefusal why) -> answers[i] = new BookingAnswer.Refused(why);
                case Decision.Same(Booking earlier) -> answers[i] = new BookingAnswer.Booked(earlier, true);
                case Decision.AlreadyEnded(Booking booking) -> answers[i] = new BookingAnswer.Ended(booking);
                case Decision.End(Booking booking) -> {
                    String by = ((BookingWish.End) wishes.get(i)).request().by();
                    endings.add(new BatchStore.Ending(booking.id(), BookingState.CANCELLED, by, null));
                    answers[i] = new BookingAnswer.Ended(BatchDesk.in(booking, BookingState.CANCELLED));
                }
                case Decision.Give give -> {
                    Booking booking = booking(give);
                    desk.made(give.wish(), booking);
                    made.add(new Made(i, give.wish(), booking));
                    if (give.ends() != null) {
                        moves.add(new BatchStore.Ending(
                                give.ends().id(),
                                BookingState.MOVED,
                                give.wish().request().by(),
                                booking.id()));
                    }
                }
            }
        }
        add(made, answers);
        endings.addAll(moves);
        save(desk, made, endings, answers);
        return List.of(answers);
    }

    /** Everything that the decisions need, read and locked once: people, then slots, then bookings and offers. */
    private BatchDesk prepared(List<BookingWish> wishes) {
        LocalDateTime now = LocalDateTime.now(clock);
        BookingRules today = rules.get();
        BatchDesk desk = new BatchDesk(now, today);
        Set<UUID> people = new HashSet<>();
        Set<SlotId> slots = new HashSet<>();
        Set<BookingId> bookings = new HashSet<>();
        Set<UUID> offered = new HashSet<>();
        for (BookingWish wish : wishes) {
            switch (wish) {
                case BookingWish.End end -> bookings.add(end.booking());
                case BookingWish.Seat seat -> {
                    people.add(seat.wanted().person().value());
                    slots.add(seat.wanted().slot());
                    switch (seat.instead()) {
                        case null -> {}
                        case BookingWish.Instead.Booked old -> bookings.add(old.booking());
                        case BookingWish.Instead.Offered offer -> offered.add(offer.waitingId());
                    }
                }
            }
        }
        if (!people.isEmpty()) {
            store.lockPeople(people);
            store.listFacts(
                            people,
                            now.toLocalDate()
                                    .minusDays(today.noShows().windowDays()
                                            + today.noShows().limitDays()))
                    .forEach(desk::know);
        }
        if (!bookings.isEmpty()) {
            slots.addAll(store.listSlotsOf(bookings));
        }
        store.lockSlots(slots).forEach(desk::know);
        if (!bookings.isEmpty()) {
            store.lockBookings(bookings).forEach(desk::know);
        }
        if (!offered.isEmpty()) {
            offers.lockOffered(offered).forEach(desk::know);
        }
        return desk;
    }

    private Booking booking(Decision.Give give) {
        BookingWish.Wanted wanted = give.wish().wanted();
        Slot slot = give.slot().slot();
        return new Booking(
                new BookingId(slot.id().subdistrictId(), ids.next()),
                PublicCode.random(Objects.requireNonNull(give.slot().prefix()), CODE_LENGTH, random),
                slot.place(),
                new Place(give.slot().areaId(), slot.id().subdistrictId()),
                slot.id(),
                wanted.item(),
                wanted.person(),
                BookingState.BOOKED,
                give.wish().request().channel(),
                wanted.priority(),
                slot.startsAt(),
                slot.minutes(),
                give.wish().request().by(),
                LocalDateTime.now(clock),
                null);
    }

    /** Adds the rows; a code whose last four characters are taken at the place on that day is exchanged before. */
    private void add(List<Made> made, BookingAnswer[] answers) {
        if (made.isEmpty()) {
            return;
        }
        Set<String> here = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            open.add(i);
        }
        for (int round = 0; !open.isEmpty(); round++) {
            if (round == MOST_CODES) {
                throw new IllegalStateException("no free code for " + open.size() + " bookings");
            }
            List<BatchStore.Coded> codes =
                    open.stream().map(i -> coded(made.get(i).booking())).toList();
            Set<String> taken = store.listTaken(codes);
            List<Integer> left = new ArrayList<>();
            for (int i : open) {
                BatchStore.Coded one = coded(made.get(i).booking());
                String known =
                        one.place().id() + " " + one.day() + " " + one.code().substring(CODE_LENGTH - 4);
                if (taken.contains(one.code()) || !here.add(known)) {
                    made.set(i, made.get(i).withCode(random));
                    left.add(i);
                }
            }
            open = left;
        }
        store.add(made.stream().map(BookingBatch::row).toList(), clock.instant());
        made.forEach(one -> answers[one.index()] = new BookingAnswer.Booked(one.booking(), false));
    }

    private static BatchStore.Coded coded(Booking booking) {
        return new BatchStore.Coded(
                booking.place(),
                booking.startsAt().toLocalDate(),
                booking.code().value());
    }

    private static BatchStore.Fact row(Made made) {
        return new BatchStore.Fact(made.booking(), made.wish().request().id());
    }

    private void save(BatchDesk desk, List<Made> made, List<BatchStore.Ending> endings, BookingAnswer[] answers) {
        List<Audit.Attributed> rows = new ArrayList<>();
        List<OfferStore.Taken> taken = new ArrayList<>();
        Set<UUID> subdistricts = new TreeSet<>();
        for (Made one : made) {
            if (answers[one.index()] instanceof BookingAnswer.Booked(Booking booking, boolean repeated) && !repeated) {
                subdistricts.add(booking.id().subdistrictId());
                rows.add(row("booking.made", booking.madeBy(), booking, Set.of("slot", "item", "person")));
                if (one.wish().instead() instanceof BookingWish.Instead.Offered(UUID offer)) {
                    taken.add(new OfferStore.Taken(
                            booking.id().subdistrictId(), offer, booking.id().id()));
                }
            }
        }
        for (BatchStore.Ending one : endings) {
            subdistricts.add(one.booking().subdistrictId());
            String action = one.into() == BookingState.MOVED ? "booking.moved" : "booking.cancelled";
            rows.add(row(action, one.by(), desk.known(one.booking()), Set.of("state")));
        }
        if (rows.isEmpty()) {
            return;
        }
        if (!endings.isEmpty()) {
            store.end(endings, clock.instant());
            store.linkMoves(endings);
        }
        if (!taken.isEmpty()) {
            offers.take(taken);
        }
        List<BatchStore.Moved> moved = desk.moved();
        if (!moved.isEmpty()) {
            store.move(moved);
        }
        audit.recordAll(rows);
        changes.publish(new Change(
                "queue",
                "BookingsChanged",
                ids.next().toString(),
                subdistricts.size() == 1 ? subdistricts.iterator().next() : null));
    }

    private static Audit.Attributed row(String action, String by, Booking booking, Set<String> fields) {
        return new Audit.Attributed(
                by, new Audit.Entry(action, "queue.bookings", booking.id().id().toString(), booking.area(), fields));
    }
}
