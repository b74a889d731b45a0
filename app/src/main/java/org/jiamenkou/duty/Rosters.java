package org.jiamenkou.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.duty.rules.RosterRules;
import org.jiamenkou.duty.rules.SmallestFix;
import org.jiamenkou.duty.store.ProposalStore;
import org.jiamenkou.duty.store.RosterStore;
import org.jiamenkou.duty.store.WorkerStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The monthly roster of a station as its lead keeps it (M-080, M-081, M-033). */
@Service
public class Rosters {
    private static final int MOST_FIXES = 8;

    private final Scoped scoped;
    private final RosterStore store;
    private final WorkerStore workers;
    private final ProposalStore proposals;
    private final RosterPlans plans;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    Rosters(
            Scoped scoped,
            RosterStore store,
            WorkerStore workers,
            ProposalStore proposals,
            RosterPlans plans,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.workers = workers;
        this.proposals = proposals;
        this.plans = plans;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param version the version the editor saw, 0 where there was no roster */
    public record Edit(Actor actor, Station station, YearMonth month, int version) {
        private Scope scope() {
            return actor.exercising(Right.EDIT_STATION_RESPONSIBLE, station.place());
        }
    }

    public RosterView view(Actor actor, Station station, YearMonth month) {
        return scoped.read(actor, () -> {
            RosterPlan plan = plans.plan(station, month);
            Optional<RosterStore.Row> row = store.find(station.id(), month);
            List<Breach> breaches = row.isEmpty() ? List.of() : RosterRules.breaches(plan);
            Map<Breach, DutyShift> fixes = new HashMap<>();
            breaches.stream()
                    .filter(one -> one.kind().isGap())
                    .limit(MOST_FIXES)
                    .forEach(gap -> SmallestFix.of(plan, gap).ifPresent(fix -> fixes.put(gap, fix)));
            return new RosterView(
                    station,
                    month,
                    row.map(RosterStore.Row::version).orElse(0),
                    plan,
                    breaches,
                    fixes,
                    row.map(RosterStore.Row::publishedBy).orElse(null),
                    row.map(RosterStore.Row::gapsAcknowledged).orElse(0),
                    row.flatMap(found -> proposals.find(station.id(), found.id()))
                            .orElse(null));
        });
    }

    /** Makes the roster of a month, or lets its shifts follow the hours of today. */
    public RosterOutcome open(Edit edit) {
        return scoped.transaction(edit.scope(), () -> {
            RosterPlan plan = plans.plan(edit.station(), edit.month());
            if (plan.slots().isEmpty()) {
                return new RosterOutcome.NoHours();
            }
            if (edit.version() == 0) {
                store.add(new RosterStore.NewRoster(
                        ids.next(), edit.station().id(), edit.station().place(), edit.month(), false));
            }
            Edit seen = edit.version() == 0 ? new Edit(edit.actor(), edit.station(), edit.month(), 1) : edit;
            return changed(seen, "roster.opened", "shifts", row -> {
                plans.followHours(edit.station(), row.id(), plan);
                return new RosterOutcome.Saved();
            });
        });
    }

    /** Who a shift is given to; null for nobody. */
    public record People(@Nullable UUID a, @Nullable UUID b) {}

    /** Refused when it would break a limit that protects a person and was kept before; a gap is shown, not refused. */
    public RosterOutcome assign(Edit edit, UUID shift, People people) {
        return scoped.transaction(edit.scope(), () -> {
            RosterPlan plan = plans.plan(edit.station(), edit.month());
            Set<UUID> known = new HashSet<>();
            plan.workers().forEach(worker -> known.add(worker.id()));
            Optional<DutyShift> found =
                    plan.shifts().stream().filter(one -> one.id().equals(shift)).findFirst();
            if (found.isEmpty()
                    || people.a() != null && !known.contains(people.a())
                    || people.b() != null && !known.contains(people.b())
                    || people.a() != null && people.a().equals(people.b())) {
                return new RosterOutcome.Unknown();
            }
            DutyShift wanted = found.get().withA(people.a()).withB(people.b());
            Set<Breach> before = new HashSet<>(RosterRules.breaches(plan));
            Optional<Breach> broken = RosterRules.breaches(plan.with(wanted)).stream()
                    .filter(one -> !one.kind().isGap() && !before.contains(one))
                    .findFirst();
            if (broken.isPresent()) {
                return new RosterOutcome.LimitBroken(broken.get());
            }
            return changed(edit, "roster.assigned", "people", row -> {
                store.assign(edit.station().id(), List.of(wanted));
                return new RosterOutcome.Saved();
            });
        });
    }

    /** @param acknowledged whether the lead takes the named gaps on themselves */
    public RosterOutcome publish(Edit edit, boolean acknowledged) {
        return scoped.transaction(edit.scope(), () -> {
            List<Breach> gaps = RosterRules.breaches(plans.plan(edit.station(), edit.month()));
            if (!gaps.isEmpty() && !acknowledged) {
                return new RosterOutcome.GapsNotAcknowledged(gaps.size());
            }
            return changed(edit, "roster.published", "gaps", row -> {
                store.publish(
                        edit.station().id(),
                        row.id(),
                        new RosterStore.Publication(edit.actor().name(), clock.instant(), gaps.size()));
                return new RosterOutcome.Saved();
            });
        });
    }

    /** Somebody is ill, on leave, or wishes days off; the roster keeps its people and shows the gap. */
    public RosterOutcome reportAbsence(Edit edit, Absence absence) {
        return scoped.transaction(edit.scope(), () -> {
            boolean ours = workers.list(edit.station().id(), edit.month().atDay(1)).stream()
                    .anyMatch(one -> one.id().equals(absence.worker()));
            if (!ours || absence.last().isBefore(absence.first())) {
                return new RosterOutcome.Unknown();
            }
            workers.addAbsence(
                    edit.station().id(),
                    edit.station().place(),
                    new WorkerStore.Reported(ids.next(), absence, edit.actor().actorKey(), clock.instant()));
            record(edit, "roster.absence", "days");
            return new RosterOutcome.Saved();
        });
    }

    /** Adds somebody, or changes what they are qualified for; @param staff id of the person on the public board */
    public RosterOutcome addWorker(Edit edit, UUID staff, Worker worker) {
        return scoped.transaction(edit.scope(), () -> {
            workers.add(
                    edit.station().id(),
                    edit.station().place(),
                    new WorkerStore.NewWorker(
                            new Worker(
                                    ids.next(), worker.name(), worker.crossTrained(), worker.lead(), worker.sample()),
                            staff,
                            LocalDate.now(clock)));
            record(edit, "roster.worker-added", "person");
            return new RosterOutcome.Saved();
        });
    }

    private interface Work {
        RosterOutcome on(RosterStore.Row row);
    }

    private RosterOutcome changed(Edit edit, String action, String field, Work work) {
        Supplier<RosterOutcome> refused = RosterOutcome.ChangedMeanwhile::new;
        return store.find(edit.station().id(), edit.month())
                .filter(row -> store.raiseVersion(edit.station().id(), row.id(), edit.version()))
                .map(row -> {
                    RosterOutcome outcome = work.on(row);
                    record(edit, action, field);
                    return outcome;
                })
                .orElseGet(refused);
    }

    private void record(Edit edit, String action, String field) {
        audit.record(new Audit.Entry(
                action,
                "duty.rosters",
                edit.station().code() + " " + edit.month(),
                edit.station().place(),
                Set.of(field)));
        changes.publish(new Change(
                "duty",
                "RosterChanged",
                edit.station().code(),
                edit.station().id().subdistrictId()));
    }
}
