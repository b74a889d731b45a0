package org.jiamenkou.duty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiamenkou.duty.rules.RosterRules;
import org.jiamenkou.duty.rules.RosterSolver;
import org.jiamenkou.duty.store.RosterStore;
import org.jiamenkou.duty.store.WorkerStore;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The limits that ship with the program; in a demo also a roster of the present month for one station (示例). */
@Component
class DutyData implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("duty.data");
    /** The committee of the demo's station lead, see access' demo accounts. */
    private static final String DEMO_COMMITTEE = "310115014002";

    private static final int DEMO_SECONDS = 3;

    private final Scoped scoped;
    private final RosterStore rosters;
    private final WorkerStore workers;
    private final RosterPlans plans;
    private final Divisions divisions;
    private final Stations stations;
    private final Settings settings;
    private final Ids ids;
    private final Clock clock;

    DutyData(
            Scoped scoped,
            RosterStore rosters,
            WorkerStore workers,
            RosterPlans plans,
            Divisions divisions,
            Stations stations,
            Settings settings,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.rosters = rosters;
        this.workers = workers;
        this.plans = plans;
        this.divisions = divisions;
        this.stations = stations;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    record Rules(
            LocalDate validFrom,
            int leastOnSite,
            int mostMinutesPerDay,
            int leastRestMinutes,
            int mostDaysInARow,
            String source) {}

    record Sample(String name, boolean crossTrained, boolean lead) {}

    @Override
    public int floor() {
        return 4;
    }

    @Override
    public String nameKey() {
        return "duty.task.data";
    }

    /** A demo of next month gets its roster too. */
    @Override
    public boolean once() {
        return !settings.demoAccounts();
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, () -> {
            for (Rules one : read("roster-rules.yaml", new TypeReference<List<Rules>>() {})) {
                rosters.addRules(
                        one.validFrom(),
                        new DutyRules(
                                one.leastOnSite(),
                                one.mostMinutesPerDay(),
                                one.leastRestMinutes(),
                                one.mostDaysInARow()),
                        one.source());
            }
        });
        if (settings.demoAccounts()) {
            divisions.find(DEMO_COMMITTEE).flatMap(stations::of).ifPresent(this::sample);
        }
    }

    private void sample(Station station) {
        YearMonth month = YearMonth.now(clock);
        Optional<RosterPlan> draft = scoped.transaction(SCOPE, () -> {
            if (rosters.find(station.id(), month).isPresent()) {
                return Optional.<RosterPlan>empty();
            }
            if (workers.list(station.id(), month.atDay(1)).isEmpty()) {
                for (Sample one : read("sample-workers.yaml", new TypeReference<List<Sample>>() {})) {
                    Worker worker = new Worker(ids.next(), one.name(), one.crossTrained(), one.lead(), true);
                    workers.add(station.id(), station.place(), new WorkerStore.NewWorker(worker, null, month.atDay(1)));
                }
            }
            UUID roster = ids.next();
            rosters.add(new RosterStore.NewRoster(roster, station.id(), station.place(), month, true));
            return Optional.of(plans.followHours(station, roster, plans.plan(station, month)));
        });
        draft.ifPresent(plan -> {
            RosterPlan made = plan.withShifts(RosterSolver.propose(plan, DEMO_SECONDS, () -> false));
            scoped.transaction(
                    SCOPE,
                    () -> rosters.find(station.id(), month).ifPresent(row -> {
                        rosters.assign(station.id(), made.shifts());
                        rosters.publish(
                                station.id(),
                                row.id(),
                                new RosterStore.Publication(
                                        leadOf(made),
                                        clock.instant(),
                                        RosterRules.breaches(made).size()));
                    }));
        });
    }

    /** As if the sample's own lead had published it. */
    private static String leadOf(RosterPlan plan) {
        return plan.workers().stream()
                .filter(Worker::lead)
                .map(Worker::name)
                .findFirst()
                .orElse(SCOPE.actorKey());
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = DutyData.class.getResourceAsStream("/data/duty/" + file)) {
            return new YAMLMapper().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
