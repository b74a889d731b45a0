package org.jiamenkou.duty;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.duty.rules.RosterRules;
import org.jiamenkou.duty.rules.RosterSolver;
import org.jiamenkou.duty.store.ProposalStore;
import org.jiamenkou.duty.store.RosterStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Lets the solver propose people for a draft, off the request, one at a time on a node. */
@Service
public class Proposals {
    static final int SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Proposals.class);
    private static final SystemScope SCOPE = new SystemScope("duty.proposals");

    private final Scoped scoped;
    private final RosterStore rosters;
    private final ProposalStore store;
    private final RosterPlans plans;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore one = new Semaphore(1);

    Proposals(
            Scoped scoped,
            RosterStore rosters,
            ProposalStore store,
            RosterPlans plans,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.rosters = rosters;
        this.store = store;
        this.plans = plans;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    private record Job(Station station, YearMonth month, RosterStore.Row row, UUID run) {}

    /** Starts a run unless one is at work; what it finds replaces the people of the draft when nobody edited it meanwhile. */
    public RosterOutcome start(Actor actor, Station station, YearMonth month) {
        Scope scope = actor.exercising(Right.EDIT_STATION_RESPONSIBLE, station.place());
        UUID run = ids.next();
        Optional<RosterStore.Row> row = scoped.transaction(
                scope, () -> rosters.find(station.id(), month).filter(found -> !found.published()));
        if (row.isEmpty()) {
            return new RosterOutcome.Unknown();
        }
        Job job = new Job(station, month, row.get(), run);
        boolean somebody =
                scoped.read(scope, () -> !plans.plan(station, month).workers().isEmpty());
        if (!somebody) {
            return new RosterOutcome.NoWorkers();
        }
        boolean started = scoped.transaction(scope, () -> {
            audit.record(entry(station, month, "roster.proposal-asked"));
            Proposal proposal = new Proposal(run, Proposal.State.RUNNING, clock.instant(), SECONDS, null);
            return store.start(job.row().id(), station.place(), proposal, actor.actorKey());
        });
        if (started) {
            Thread.ofPlatform().daemon().name("duty-proposal").start(() -> work(job));
        }
        return new RosterOutcome.Saved();
    }

    /** Stops a run wherever it is; the roster stays as it was. */
    public void cancel(Actor actor, Station station, YearMonth month) {
        Scope scope = actor.exercising(Right.EDIT_STATION_RESPONSIBLE, station.place());
        scoped.transaction(scope, () -> {
            audit.record(entry(station, month, "roster.proposal-stopped"));
            rosters.find(station.id(), month)
                    .flatMap(row -> store.find(station.id(), row.id()))
                    .ifPresent(found -> store.end(station.id(), found.run(), Proposal.State.CANCELLED, null));
        });
    }

    private static Audit.Entry entry(Station station, YearMonth month, String action) {
        return new Audit.Entry(action, "duty.rosters", station.code() + " " + month, station.place(), Set.of("people"));
    }

    private void work(Job job) {
        one.acquireUninterruptibly();
        try {
            RosterPlan plan = scoped.read(SCOPE, () -> plans.plan(job.station(), job.month()));
            List<DutyShift> found = RosterSolver.propose(plan, SECONDS, () -> isStopped(job));
            scoped.transaction(SCOPE, () -> keep(job, plan.withShifts(found)));
        } catch (RuntimeException failure) {
            LOG.error("the proposal for {} {} failed", job.station().code(), job.month(), failure);
            scoped.transaction(SCOPE, () -> store.end(job.station().id(), job.run(), Proposal.State.FAILED, null));
        } finally {
            one.release();
        }
    }

    private boolean isStopped(Job job) {
        return scoped.read(SCOPE, () -> store.find(job.station().id(), job.row().id()))
                .filter(run -> run.run().equals(job.run()) && run.state() == Proposal.State.RUNNING)
                .isEmpty();
    }

    /** An editor who was quicker wins: the run ends as failed, and the roster stays as they made it. */
    private void keep(Job job, RosterPlan plan) {
        boolean unedited = rosters.find(job.station().id(), job.month())
                .filter(now -> now.version() == job.row().version())
                .isPresent();
        boolean running = store.end(
                job.station().id(),
                job.run(),
                unedited ? Proposal.State.DONE : Proposal.State.FAILED,
                unedited ? RosterRules.breaches(plan).size() : null);
        if (!unedited || !running) {
            return;
        }
        if (!rosters.raiseVersion(job.station().id(), job.row().id(), job.row().version())) {
            throw new IllegalStateException("the roster was edited at the instant the solver was done");
        }
        rosters.assign(job.station().id(), plan.shifts());
        changes.publish(new Change(
                "duty",
                "RosterChanged",
                job.station().code(),
                job.station().id().subdistrictId()));
    }
}
