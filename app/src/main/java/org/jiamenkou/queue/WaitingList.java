package org.jiamenkou.queue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Resident;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.queue.store.BatchStore;
import org.jiamenkou.queue.store.PlanStore;
import org.jiamenkou.queue.store.WaitingStore;
import org.jiamenkou.registry.PersonId;
import org.springframework.stereotype.Service;

/**
 * The waiting list of a day (M-062): when a seat becomes free it is offered to who has waited longest, kept for a while, and
 * offered to the next when nobody took it. The place of a person on it is shown to them.
 */
@Service
public class WaitingList {
    private static final SystemScope SCOPE = new SystemScope("queue.waiting-list");
    private static final int MOST_AT_ONCE = 100;
    private static final int CODE_LENGTH = 8;

    private final Scoped scoped;
    private final WaitingStore store;
    private final BatchStore seats;
    private final PlanStore plans;
    private final BookingPeople people;
    private final BookingWriter writer;
    private final BookingMessages messages;
    private final Divisions divisions;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WaitingList(
            Scoped scoped,
            WaitingStore store,
            BatchStore seats,
            PlanStore plans,
            BookingPeople people,
            BookingWriter writer,
            BookingMessages messages,
            Divisions divisions,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.seats = seats;
        this.plans = plans;
        this.people = people;
        this.writer = writer;
        this.messages = messages;
        this.divisions = divisions;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param key of the form */
    public record Wish(ServiceItem item, LocalDate day, PriorityGroup priority, UUID key) {}

    /** Puts a resident, or somebody they act for, on the list of a day. Once: asking again leads to the same place on it. */
    public Waiting join(Resident resident, BookedFor whom, BookablePlace at, Wish wish) {
        PersonId person = people.of(resident, whom, at.place().id());
        return join(person, resident.actorKey(), BookingChannel.WEB, at, wish);
    }

    /** The same by a worker. @throws AccessRefusedException without {@link Right#BOOK_FOR_OTHERS} there */
    public Waiting join(Actor actor, PersonId person, BookingChannel channel, BookablePlace at, Wish wish) {
        actor.exercising(Right.BOOK_FOR_OTHERS, at.place().place());
        return join(person, actor.actorKey(), channel, at, wish);
    }

    private Waiting join(PersonId person, String by, BookingChannel channel, BookablePlace at, Wish wish) {
        Waiting waiting = new Waiting(
                ids.next(),
                PublicCode.random(at.place().code().substring(0, 2), CODE_LENGTH, random),
                at.place().id(),
                at.place().place(),
                at.plan().id(),
                wish.item().id(),
                wish.day(),
                person,
                wish.priority(),
                channel,
                Waiting.State.WAITING,
                by,
                0,
                null,
                null);
        return scoped.transaction(SCOPE, () -> {
            if (store.add(waiting, wish.key(), clock.instant())) {
                audit.record(new Audit.Entry(
                        "waiting.joined",
                        "queue.waiting_list",
                        waiting.id().toString(),
                        waiting.area(),
                        Set.of("day", "item", "person")));
                changes.publish(new Change(
                        "queue",
                        "WaitingListMoved",
                        waiting.plan().id().toString(),
                        waiting.plan().subdistrictId()));
            }
            return store.findSame(waiting, wish.key()).orElseThrow();
        });
    }

    public Optional<Waiting> findByCode(String typed) {
        String code = PublicCode.normalise(typed);
        return PublicCode.isWellFormed(code) && code.length() == CODE_LENGTH
                ? divisions
                        .findByCodePrefix(code.substring(0, 2))
                        .flatMap(subdistrict -> scoped.read(
                                SCOPE, () -> store.findByCode(subdistrict.id().value(), code)))
                : Optional.empty();
    }

    public List<Waiting> listOwn(Resident resident) {
        List<UUID> own =
                people.own(resident).stream().map(one -> one.person().value()).toList();
        return own.isEmpty() ? List.of() : scoped.read(SCOPE, () -> store.listOfPeople(own, LocalDate.now(clock)));
    }

    /** @throws AccessRefusedException without {@link Right#BOOK_FOR_OTHERS} there */
    public List<Waiting> listAt(Actor actor, QueuePlace place) {
        actor.exercising(Right.BOOK_FOR_OTHERS, place.place());
        return scoped.read(actor, () -> store.listAt(place.id(), LocalDate.now(clock)));
    }

    private void hold(BookingHolder holder, Waiting waiting) {
        boolean may = switch (holder) {
            case BookingHolder.Worker(Actor actor) -> actor.may(Right.BOOK_FOR_OTHERS, waiting.area());
            case BookingHolder.SignedIn(Resident resident) ->
                waiting.madeBy().equals(resident.actorKey())
                        || people.own(resident).stream()
                                .anyMatch(one -> one.person().equals(waiting.person()));
            case BookingHolder.Caller caller -> false;
        };
        if (!may) {
            throw new AccessRefusedException("not an entry of theirs on the waiting list");
        }
    }

    /** Takes the seat that is offered. */
    public BookingAnswer accept(BookingHolder holder, Waiting waiting, BookingWish.Request request) {
        hold(holder, waiting);
        SlotId slot = waiting.offered();
        if (slot == null) {
            return new BookingAnswer.Refused(new BookingRefusal.OfferOver());
        }
        return writer.write(new BookingWish.Seat(
                new BookingWish.Wanted(slot, waiting.item(), waiting.person(), waiting.priority()),
                request,
                new BookingWish.Instead.Offered(waiting.id())));
    }

    /** Leaves the list; a seat that was offered is free again. */
    public void leave(BookingHolder holder, Waiting waiting) {
        hold(holder, waiting);
        scoped.transaction(SCOPE, () -> {
            SlotId offered = waiting.offered();
            if (offered != null) {
                seats.lockSlots(Set.of(offered));
            }
            store.leave(waiting.plan().subdistrictId(), waiting.id()).ifPresent(freed -> giveBack(List.of(freed)));
            audit.record(new Audit.Entry(
                    "waiting.left", "queue.waiting_list", waiting.id().toString(), waiting.area(), Set.of("state")));
        });
    }

    private void giveBack(List<WaitingStore.Freed> freed) {
        Map<SlotId, BatchStore.Moved> moved = new HashMap<>();
        for (WaitingStore.Freed one : freed) {
            moved.merge(
                    one.slot(),
                    new BatchStore.Moved(one.slot(), -1, one.priority() ? -1 : 0),
                    (a, b) -> new BatchStore.Moved(
                            a.slot(), a.taken() + b.taken(), a.takenPriority() + b.takenPriority()));
        }
        seats.move(List.copyOf(moved.values()));
    }

    /** Ends offers nobody took and makes new ones. Idempotent; any node, at any time. @return how many offers were made */
    int round() {
        LocalDateTime now = LocalDateTime.now(clock);
        scoped.transaction(SCOPE, () -> {
            List<SlotId> over = store.lockSlotsOfOver(clock.instant());
            if (!over.isEmpty()) {
                List<WaitingStore.Freed> freed = store.expire(over, clock.instant());
                if (!freed.isEmpty()) {
                    giveBack(freed);
                }
            }
        });
        return scoped.transaction(SCOPE, () -> {
            BookingRules rules = plans.rules(now.toLocalDate());
            LocalDateTime notBefore = now.plusMinutes(rules.offerBeforeMinutes());
            List<Slot> free = store.lockWanted(
                    clock.instant(), notBefore.atZone(clock.getZone()).toInstant(), MOST_AT_ONCE);
            List<BatchStore.Moved> moved = new ArrayList<>();
            for (Slot slot : free) {
                moved.addAll(offer(slot, rules, now));
            }
            if (!moved.isEmpty()) {
                seats.move(moved);
                changes.publish(
                        new Change("queue", "WaitingListMoved", ids.next().toString(), null));
            }
            return moved.stream().mapToInt(BatchStore.Moved::taken).sum();
        });
    }

    private List<BatchStore.Moved> offer(Slot slot, BookingRules rules, LocalDateTime now) {
        LocalDateTime until = now.plusMinutes(rules.offerMinutes());
        LocalDateTime latest = slot.startsAt().minusMinutes(Math.min(30, rules.offerBeforeMinutes()));
        LocalDateTime ends = until.isBefore(latest) ? until : latest;
        Slot.Seats there = slot.seats();
        int taken = 0;
        int priority = 0;
        for (Waiting one :
                store.lockWaiting(slot.plan(), slot.startsAt().toLocalDate(), there.capacity() - there.taken())) {
            Slot.Seats left = new Slot.Seats(
                    there.capacity(), there.reserved(), there.taken() + taken, there.takenPriority() + priority);
            if (left.freeFor(one.priority()) > 0) {
                store.offer(one, slot.id(), ends.atZone(clock.getZone()).toInstant());
                messages.offer(
                        one.person(),
                        one.place(),
                        new BookingMessages.Offered(
                                slot.startsAt(), ends, one.code().value()));
                taken++;
                priority += one.priority().hasPriority() ? 1 : 0;
            }
        }
        return taken == 0 ? List.of() : List.of(new BatchStore.Moved(slot.id(), taken, priority));
    }

    /** Days that are over. */
    int endOldDays() {
        return scoped.transaction(SCOPE, () -> store.expireDays(LocalDate.now(clock)));
    }
}
