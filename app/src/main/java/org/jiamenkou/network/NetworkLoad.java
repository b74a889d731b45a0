package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiamenkou.network.rules.DemoSubdistrict;
import org.jiamenkou.network.rules.OrganisationSheet;
import org.jiamenkou.network.rules.SamplePlaces;
import org.jiamenkou.network.rules.Shape;
import org.jiamenkou.network.rules.Sheet;
import org.jiamenkou.network.rules.SubdistrictSheet;
import org.jiamenkou.network.store.DivisionStore;
import org.jiamenkou.network.store.LoadStore;
import org.jiamenkou.network.store.RowWriter;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Loads the network into an empty database: the divisions, the organisations, and a station for each real committee, with
 * invented particulars (示例) in demo mode. A subdistrict is one transaction; what is there already is left alone.
 */
@Component
class NetworkLoad implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("network.first-load");

    private final Scoped scoped;
    private final LoadStore loaded;
    private final RowWriter writer;
    private final DivisionStore divisionStore;
    private final Divisions divisions;
    private final DistrictProfiles profiles;
    private final Organisations organisations;
    private final DistrictShapes shapes;
    private final StationScheduling scheduling;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;
    private final Settings settings;

    NetworkLoad(
            Scoped scoped,
            LoadStore loaded,
            RowWriter writer,
            DivisionStore divisionStore,
            Divisions divisions,
            DistrictProfiles profiles,
            Organisations organisations,
            DistrictShapes shapes,
            StationScheduling scheduling,
            Changes changes,
            Ids ids,
            Clock clock,
            Settings settings) {
        this.scoped = scoped;
        this.loaded = loaded;
        this.writer = writer;
        this.divisionStore = divisionStore;
        this.divisions = divisions;
        this.profiles = profiles;
        this.organisations = organisations;
        this.shapes = shapes;
        this.scheduling = scheduling;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public int floor() {
        return 3;
    }

    @Override
    public String nameKey() {
        return "network.load";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        if (scoped.read(SCOPE, loaded::isFinished)) {
            return;
        }
        Set<UUID> done = scoped.read(SCOPE, loaded::listLoadedSubdistricts);
        boolean haveDivisions = scoped.read(SCOPE, loaded::hasDivisions);
        NetworkWords words = NetworkWords.read();
        if (!haveDivisions) {
            loadDivisions(words);
        }
        loadCityOrganisations(words);
        List<Division> subdistricts = divisions.list(DivisionKind.SUBDISTRICT);
        int count = done.size();
        for (Division district : divisions.listDistricts()) {
            @Nullable UUID party = partyOf(district);
            List<Division> below = divisions.children(district.id());
            Map<DivisionId, List<double[]>> places = settings.demo() ? placesIn(district, below) : Map.of();
            for (Division subdistrict : below) {
                if (!done.contains(subdistrict.id().value())) {
                    load(
                            words,
                            new Task(district, subdistrict, party, places.getOrDefault(subdistrict.id(), List.of())));
                    progress.accept(++count, subdistricts.size());
                }
            }
        }
        scoped.transaction(SCOPE, () -> {
            divisionStore.raiseStamp();
            loaded.finish();
            changes.publish(new Change("network", "NetworkLoaded", "first-load", null));
        });
    }

    private void loadDivisions(NetworkWords words) {
        Sheet sheet = new DivisionLoad(words, ids::next, clock.instant(), settings.demo()).sheet();
        scoped.transaction(SCOPE, () -> {
            writer.write(sheet);
            divisionStore.raiseStamp();
            changes.publish(new Change("network", "DivisionsLoaded", "first-load", null));
        });
    }

    private void loadCityOrganisations(NetworkWords words) {
        Sheet sheet = new Sheet();
        organisationSheet(sheet, words).addCity(divisions.city(), divisions.listDistricts(), settings.demo());
        scoped.transaction(SCOPE, () -> {
            if (!loaded.hasCityOrganisations()) {
                writer.write(sheet);
            }
        });
    }

    private OrganisationSheet organisationSheet(Sheet sheet, NetworkWords words) {
        return new OrganisationSheet(sheet, words.organisations(), words.party(), words.forms(), ids::next);
    }

    private @Nullable UUID partyOf(Division district) {
        return organisations.list(district.id(), Organisation.Kind.PARTY).stream()
                .map(Organisation::id)
                .findFirst()
                .orElse(null);
    }

    private Map<DivisionId, List<double[]>> placesIn(Division district, List<Division> subdistricts) {
        List<Integer> counts = subdistricts.stream()
                .map(subdistrict -> divisions.children(subdistrict.id()).size())
                .toList();
        List<List<double[]>> places = SamplePlaces.scatter(shapeOf(district), counts);
        Map<DivisionId, List<double[]>> bySubdistrict = new HashMap<>();
        for (int i = 0; i < subdistricts.size(); i++) {
            bySubdistrict.put(subdistricts.get(i).id(), places.get(i));
        }
        return bySubdistrict;
    }

    private Shape shapeOf(Division district) {
        return shapes.shapes().stream()
                .filter(shape -> shape.districtCode().equals(district.code()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no shape for " + district.code()));
    }

    /** @param places the middle of the cell, then one for each committee; empty where places are not invented */
    private record Task(
            Division district,
            Division subdistrict,
            @Nullable UUID districtParty,
            List<double[]> places) {}

    private void load(NetworkWords words, Task task) {
        Division subdistrict = task.subdistrict();
        List<Division> committees = divisions.children(subdistrict.id());
        boolean demo = !task.places().isEmpty();
        Sheet sheet = new Sheet();
        organisationSheet(sheet, words)
                .addSubdistrict(
                        subdistrict,
                        committees,
                        task.districtParty(),
                        demo
                                ? new OrganisationSheet.Demo(
                                        words.sample(), task.places().getFirst())
                                : null);
        SubdistrictSheet.Setting setting = new SubdistrictSheet.Setting(
                subdistrict,
                profiles.find(task.district().id()).map(DistrictProfile::brand).orElse(null),
                task.district().code(),
                words.sample(),
                ids::next,
                LocalDate.now(clock),
                demo);
        SubdistrictSheet stations = new SubdistrictSheet(sheet, words.stationNames(), setting);
        List<double[]> places = demo ? task.places().subList(1, task.places().size()) : List.of();
        Map<String, UUID> byCommittee = stations.addStations(committees, places);
        if (demo && subdistrict.code().equals(words.sample().demoSubdistrict())) {
            new DemoSubdistrict(stations, shapeOf(task.district())).add(homes(committees, byCommittee, places));
        }
        scoped.transaction(SCOPE, () -> {
            scheduling.open(sheet);
            writer.write(sheet);
        });
    }

    private static List<DemoSubdistrict.Home> homes(
            List<Division> committees, Map<String, UUID> byCommittee, List<double[]> places) {
        List<DemoSubdistrict.Home> homes = new ArrayList<>();
        for (int i = 0; i < committees.size(); i++) {
            UUID station = byCommittee.get(committees.get(i).code());
            if (station != null) {
                homes.add(new DemoSubdistrict.Home(committees.get(i), station, places.get(i)));
            }
        }
        return homes;
    }
}
