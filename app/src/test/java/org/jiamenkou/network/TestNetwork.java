package org.jiamenkou.network;

import java.util.Map;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.TestSchedules;
import org.jiamenkou.elements.TestCodeSets;
import org.jiamenkou.network.store.AdviserStore;
import org.jiamenkou.network.store.DivisionStore;
import org.jiamenkou.network.store.EditionStore;
import org.jiamenkou.network.store.LoadStore;
import org.jiamenkou.network.store.OrganisationStore;
import org.jiamenkou.network.store.ProfileStore;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.ReportStore;
import org.jiamenkou.network.store.RowWriter;
import org.jiamenkou.network.store.StationDetailStore;
import org.jiamenkou.network.store.StationEditStore;
import org.jiamenkou.network.store.StationStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.web.TestIdempotency;
import org.jspecify.annotations.NullMarked;

/** The module's services over a test database, without Spring; the network is loaded when {@link #load} was called. */
@NullMarked
final class TestNetwork implements AutoCloseable {
    final TestDatabase database = TestDatabase.fresh();
    final PublicReads reads = new PublicReads(database.scoped());
    final DivisionStore divisionStore = new DivisionStore(database.sql());
    final EditionStore editionStore = new EditionStore(database.sql());
    final Schedules schedules = TestSchedules.over(database);
    final RowWriter writer = new RowWriter(database.sql());
    final StationStore stationStore = new StationStore(database.sql());
    final OrganisationStore organisationStore = new OrganisationStore(database.sql());
    final ProfileStore profileStore = new ProfileStore(database.sql());
    final Divisions divisions = new Divisions(reads, divisionStore, database.versions());
    final Organisations organisations = new Organisations(reads, organisationStore);
    final Centres centres = new Centres(reads, organisationStore);
    final DistrictProfiles profiles = new DistrictProfiles(reads, profileStore);
    final DistrictShapes shapes = new DistrictShapes();
    final Stations stations = new Stations(
            reads,
            stationStore,
            new StationDetailStore(database.sql(), organisationStore),
            divisions,
            new TemplateUnits(TestCodeSets.over(database)),
            database.versions());
    final Advisers advisers = new Advisers(reads, new AdviserStore(database.sql()), stations, divisions);
    final StationReports reports =
            new StationReports(reads, new ReportStore(database.sql()), profileStore, divisions, database.clock());

    final StationUpkeep upkeep = new StationUpkeep(
            database.scoped(),
            new StationEditStore(database.sql()),
            schedules,
            TestIdempotency.over(database.sql(), database.clock()),
            database.audit(),
            database.changes(),
            database.ids(),
            database.clock());
    final DivisionEditions editions;

    TestNetwork(boolean demo) {
        Settings settings = Settings.from(demo ? new String[0] : new String[] {"--no-demo"}, Map.of());
        CommitteeStations opening = new CommitteeStations(
                divisionStore,
                stationStore,
                new RecordStore(database.sql()),
                new ReportStore(database.sql()),
                profileStore,
                writer,
                new StationScheduling(schedules, new OpeningPatterns(), database.ids()),
                database.ids(),
                database.clock(),
                settings);
        editions = new DivisionEditions(
                database.scoped(),
                divisions,
                divisionStore,
                editionStore,
                writer,
                opening,
                database.audit(),
                database.changes(),
                database.ids(),
                database.clock());
    }

    Division division(String code) {
        return divisions.find(code).orElseThrow();
    }

    Station stationOf(String committee) {
        return stations.of(division(committee)).orElseThrow();
    }

    NetworkLoad loader(boolean demo) {
        return new NetworkLoad(
                database.scoped(),
                new LoadStore(database.sql()),
                writer,
                divisionStore,
                divisions,
                profiles,
                organisations,
                shapes,
                new StationScheduling(schedules, new OpeningPatterns(), database.ids()),
                database.changes(),
                database.ids(),
                database.clock(),
                Settings.from(demo ? new String[0] : new String[] {"--no-demo"}, Map.of()));
    }

    static TestNetwork loaded(boolean demo) {
        TestNetwork network = new TestNetwork(demo);
        long start = System.nanoTime();
        network.loader(demo).run((done, total) -> {});
        System.out.printf("network loaded in %.1f s%n", (System.nanoTime() - start) / 1e9);
        return network;
    }

    @Override
    public void close() {
        database.close();
    }
}
