package org.jiamenkou.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jiamenkou.network.Centre;
import org.jiamenkou.network.Centres;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.ChangeConsumer;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.store.PlaceStore;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every station and every service centre is a place of the queue, also one that comes later; loads the rules that ship. */
@Component
class PlaceData implements StartupTask, ChangeConsumer {
    private static final SystemScope SCOPE = new SystemScope("queue.place-data");
    /** Code of the set centre-kind: the service centre (社区事务受理服务中心). */
    private static final String SERVICE_CENTRE = "affairs";
    /** Follows the two characters of the subdistrict; stations have four characters in all. */
    private static final String CENTRE_CODE = "ZXA";

    private static final Set<String> ADDING =
            Set.of("StationsChanged", "OrganisationsChanged", "DivisionEditionConfirmed");

    private final Scoped scoped;
    private final PlaceStore store;
    private final Stations stations;
    private final Centres centres;
    private final Divisions divisions;

    PlaceData(Scoped scoped, PlaceStore store, Stations stations, Centres centres, Divisions divisions) {
        this.scoped = scoped;
        this.store = store;
        this.stations = stations;
        this.centres = centres;
        this.divisions = divisions;
    }

    record Rules(
            LocalDate validFrom,
            int dueBeforeMinutes,
            int dueAfterMinutes,
            int mostInARow,
            int recalls,
            int returns,
            String source) {}

    @Override
    public int floor() {
        return 5;
    }

    @Override
    public String nameKey() {
        return "queue.task.places";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, () -> {
            for (Rules one : read()) {
                store.addRules(
                        one.validFrom(),
                        new OrderRules(
                                one.dueBeforeMinutes(),
                                one.dueAfterMinutes(),
                                one.mostInARow(),
                                one.recalls(),
                                one.returns()),
                        one.source());
            }
            addMissing(stations.listAll(), centres.listAll());
        });
    }

    private void addMissing(List<Station> theirStations, List<Centre> theirCentres) {
        List<PlaceStore.Row> rows = new ArrayList<>();
        theirStations.stream().map(PlaceData::of).forEach(rows::add);
        theirCentres.stream()
                .filter(centre -> centre.kind().equals(SERVICE_CENTRE))
                .flatMap(centre -> divisions.find(centre.subdistrict()).stream()
                        .filter(division -> division.codePrefix() != null)
                        .map(division -> of(centre, division)))
                .forEach(rows::add);
        store.addMissing(rows);
    }

    @Override
    public Set<String> modules() {
        return Set.of("network");
    }

    /** Stations and centres that came since the start. */
    @Override
    public void onChanges(List<Change> changes) {
        List<Change> mayAdd = changes.stream()
                .filter(change -> ADDING.contains(change.kind()))
                .toList();
        if (mayAdd.stream().anyMatch(change -> change.subdistrictId() == null)) {
            scoped.transaction(SCOPE, () -> addMissing(stations.listAll(), centres.listAll()));
            return;
        }
        mayAdd.stream()
                .map(Change::subdistrictId)
                .filter(Objects::nonNull)
                .distinct()
                .map(DivisionId::new)
                .forEach(subdistrict -> scoped.transaction(
                        SCOPE, () -> addMissing(stations.listBySubdistrict(subdistrict), centres.list(subdistrict))));
    }

    private static PlaceStore.Row of(Station station) {
        return new PlaceStore.Row(
                new QueuePlaceId(station.id().subdistrictId(), station.id().id()),
                station.place(),
                QueuePlace.Kind.STATION,
                station.code(),
                QueueMode.RECEPTION_LOG,
                false);
    }

    private static PlaceStore.Row of(Centre centre, Division subdistrict) {
        return new PlaceStore.Row(
                new QueuePlaceId(centre.subdistrict().value(), centre.id()),
                subdistrict.place(),
                QueuePlace.Kind.CENTRE,
                subdistrict.codePrefix() + CENTRE_CODE,
                QueueMode.NUMBERS,
                false);
    }

    private static List<Rules> read() {
        try (InputStream in = PlaceData.class.getResourceAsStream("/data/queue/order-rules.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Rules>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
