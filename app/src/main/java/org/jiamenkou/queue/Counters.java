package org.jiamenkou.queue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.queue.store.CounterStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Counters of a place, and workers who sit down, pause, ask for help and get up. */
@Service
public class Counters {
    private final Scoped scoped;
    private final CounterStore store;
    private final Changes changes;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Counters(Scoped scoped, CounterStore store, Changes changes, Audit audit, Ids ids, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.changes = changes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public List<Counter> list(QueuePlace place) {
        return scoped.read(Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC, () -> store.list(place.id()));
    }

    /** Where the worker sits now. */
    public Optional<Counter> findOf(Actor actor) {
        return scoped.read(PublicScope.PUBLIC, () -> store.findOfWorker(actor.accountId()));
    }

    /** A counter as it is set up. @param classes service classes, empty for all */
    public record Wanted(int number, @Nullable LocalText room, Set<String> classes) {}

    /** @return false when there is a counter of this number already */
    public boolean add(Actor actor, QueuePlace place, Wanted wanted) {
        return scoped.transaction(actor.exercising(Right.MANAGE_QUEUE, place.place()), () -> {
            boolean added = store.add(new CounterStore.NewCounter(
                    place.id(), ids.next(), place.place(), wanted.number(), wanted.room(), wanted.classes(), false));
            if (added) {
                audit.record(new Audit.Entry(
                        "counter.add",
                        "queue.counters",
                        place.code() + "/" + wanted.number(),
                        place.place(),
                        Set.of("number", "room", "classes")));
                tell(place);
            }
            return added;
        });
    }

    /** The reception of a station, which is its counter until somebody sets up others; empty where there are counters. */
    public Optional<UUID> reception(Actor actor, QueuePlace place) {
        if (place.kind() != QueuePlace.Kind.STATION) {
            return Optional.empty();
        }
        return scoped.transaction(actor.exercising(Right.CALL_TICKETS, place.place()), () -> {
            if (store.list(place.id()).isEmpty()) {
                store.add(new CounterStore.NewCounter(
                        place.id(), ids.next(), place.place(), 1, null, Set.of(), place.sample()));
            }
            List<Counter> all = store.list(place.id());
            return all.size() == 1 ? Optional.of(all.getFirst().id()) : Optional.empty();
        });
    }

    /** What became of sitting down. */
    public sealed interface Seat {
        record Taken(Counter counter) implements Seat {}

        record Refused(QueueRefusal refusal) implements Seat {}
    }

    /**
     * Sits down at a counter; the worker gets up from any other. What was being served there stays theirs.
     *
     * @param classes what the worker can do today; empty for everything
     */
    public Seat sit(Actor actor, QueuePlace place, UUID counter, Set<String> classes) {
        Scope scope = actor.exercising(Right.CALL_TICKETS, place.place());
        try {
            return scoped.transaction(scope, () -> new Seat.Taken(seated(actor, place, counter, classes)));
        } catch (TicketWrites.Refusing refusing) {
            return new Seat.Refused(refusing.refusal());
        }
    }

    /** In the running transaction, which a refusal rolls back, so that the seat from before is kept. */
    private Counter seated(Actor actor, QueuePlace place, UUID counter, Set<String> classes) {
        Counter wanted = store.find(place.id().subdistrictId(), counter)
                .filter(one -> one.place().equals(place.id()))
                .orElseThrow(() -> new TicketWrites.Refusing(new QueueRefusal.NotAtACounter()));
        Sitting there = wanted.sitting();
        if (there != null && there.accountId().equals(actor.accountId())) {
            return wanted;
        }
        if (there != null) {
            throw new TicketWrites.Refusing(new QueueRefusal.CounterTaken(there.worker()));
        }
        store.rise(actor.accountId(), clock.instant());
        Sitting sitting = new Sitting(
                ids.next(), counter, actor.accountId(), actor.name(), classes, clock.instant(), false, false);
        if (!store.sit(place.id(), place.place(), sitting)) {
            throw new TicketWrites.Refusing(new QueueRefusal.MovedMeanwhile());
        }
        tell(place);
        return store.find(place.id().subdistrictId(), counter).orElseThrow();
    }

    /** Gets up; what is in hand stays with the worker and is there when they sit down again. */
    public void rise(Actor actor, QueuePlace place) {
        scoped.transaction(actor.exercising(Right.CALL_TICKETS, place.place()), () -> {
            store.rise(actor.accountId(), clock.instant());
            tell(place);
        });
    }

    /** Pauses or goes on, asks silently for a colleague or thanks for one. */
    public void set(Actor actor, QueuePlace place, Sitting as) {
        scoped.transaction(actor.exercising(Right.CALL_TICKETS, place.place()), () -> {
            if (as.accountId().equals(actor.accountId())) {
                store.set(place.id().subdistrictId(), as);
                tell(place);
            }
        });
    }

    private void tell(QueuePlace place) {
        changes.publish(new Change(
                "queue", "TicketsMoved", place.id().id().toString(), place.id().subdistrictId()));
    }
}
