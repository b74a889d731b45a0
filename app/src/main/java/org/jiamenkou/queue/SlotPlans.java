package org.jiamenkou.queue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.queue.store.PlanStore;
import org.springframework.stereotype.Service;

/** Upkeep of how a place gives out its time (M-062). Every edit makes the slots anew; whoever loses one is told. */
@Service
public class SlotPlans {
    private final Scoped scoped;
    private final PlanStore store;
    private final SlotMaking making;
    private final Audit audit;
    private final Changes changes;
    private final Clock clock;

    SlotPlans(Scoped scoped, PlanStore store, SlotMaking making, Audit audit, Changes changes, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.making = making;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** A day on which a plan gives out another number of seats. */
    public record Exception(LocalDate day, int capacity, String reason) {}

    public record Kept(SlotPlan plan, List<Exception> exceptions) {}

    /** @throws AccessRefusedException without {@link Right#EDIT_SLOTS} there */
    public List<Kept> list(Actor actor, QueuePlace place) {
        actor.exercising(Right.EDIT_SLOTS, place.place());
        return scoped.read(
                actor,
                () -> store.listAt(place.id(), LocalDate.now(clock)).stream()
                        .map(plan -> new Kept(plan, exceptions(plan)))
                        .toList());
    }

    private List<Exception> exceptions(SlotPlan plan) {
        return store.listExceptions(List.of(plan.id()), LocalDate.now(clock)).stream()
                .map(one -> new Exception(one.day(), one.capacity(), one.reason()))
                .toList();
    }

    public Optional<SlotPlan> find(PlanId id) {
        return scoped.read(
                Scoped.isRunning() ? Scoped.current() : org.jiamenkou.platform.database.PublicScope.PUBLIC,
                () -> store.find(id));
    }

    /** Saves a plan as its editor saw it. @throws ChangedMeanwhileException when somebody saved in between */
    public int save(Actor actor, SlotPlan plan) {
        Scope scope = actor.exercising(Right.EDIT_SLOTS, plan.place());
        scoped.transaction(scope, () -> {
            if (!store.save(plan)) {
                throw new ChangedMeanwhileException();
            }
            audit.record(new Audit.Entry(
                    "plan.changed",
                    "queue.slot_plans",
                    plan.id().id().toString(),
                    plan.place(),
                    Set.of("capacity", "plan")));
            publish(plan);
        });
        return making.make(plan.placeId());
    }

    /** @return how many bookings lost their slot and were told */
    public int except(Actor actor, SlotPlan plan, Exception exception) {
        Scope scope = actor.exercising(Right.EDIT_SLOTS, plan.place());
        scoped.transaction(scope, () -> {
            store.putException(
                    plan,
                    new PlanStore.DayException(plan.id(), exception.day(), exception.capacity(), exception.reason()),
                    actor.actorKey(),
                    clock.instant());
            recordException(plan);
        });
        return making.make(plan.placeId());
    }

    public void removeException(Actor actor, SlotPlan plan, LocalDate day) {
        Scope scope = actor.exercising(Right.EDIT_SLOTS, plan.place());
        scoped.transaction(scope, () -> {
            store.removeException(plan.id(), day);
            recordException(plan);
        });
        making.make(plan.placeId());
    }

    private void recordException(SlotPlan plan) {
        audit.record(new Audit.Entry(
                "plan.exception",
                "queue.slot_plans",
                plan.id().id().toString(),
                plan.place(),
                Set.of("capacity", "day")));
        publish(plan);
    }

    private void publish(SlotPlan plan) {
        changes.publish(new Change(
                "queue", "SlotPlanChanged", plan.id().id().toString(), plan.id().subdistrictId()));
    }
}
