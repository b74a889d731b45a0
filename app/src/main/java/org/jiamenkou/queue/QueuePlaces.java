package org.jiamenkou.queue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jiamenkou.network.Centre;
import org.jiamenkou.network.Centres;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationId;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.store.PlaceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The places people come to. All of it is public. */
@Service
public class QueuePlaces {
    private final Scoped scoped;
    private final PlaceStore store;
    private final Stations stations;
    private final Centres centres;

    QueuePlaces(Scoped scoped, PlaceStore store, Stations stations, Centres centres) {
        this.scoped = scoped;
        this.store = store;
        this.stations = stations;
        this.centres = centres;
    }

    /** By public code as typed (case and spaces do not matter). Empty also when the station has closed. */
    public Optional<QueuePlace> findByCode(String typed) {
        String code = PublicCode.normalise(typed);
        return PublicCode.isWellFormed(code)
                ? read(() -> store.findByCode(code).flatMap(this::withNetwork))
                : Optional.empty();
    }

    public Optional<QueuePlace> find(QueuePlaceId id) {
        return read(() -> store.find(id).flatMap(this::withNetwork));
    }

    /** @throws NoSuchElementException when there is no such place, or it has closed */
    public QueuePlace get(QueuePlaceId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no place " + id));
    }

    /** Those of these that are open, in no particular order; three reads, however many are asked for. */
    public List<QueuePlace> list(Collection<QueuePlaceId> ids) {
        return read(() -> withNetwork(store.list(ids)));
    }

    /** Those with these public codes that are open, in no particular order; three reads, like {@link #list}. */
    public List<QueuePlace> listByCodes(Set<String> codes) {
        return read(() -> withNetwork(store.listByCodes(codes)));
    }

    private List<QueuePlace> withNetwork(List<PlaceStore.Row> rows) {
        Set<UUID> wanted = rows.stream().map(row -> row.id().id()).collect(Collectors.toSet());
        Map<UUID, Station> stationsById = stations.listAll().stream()
                .filter(station -> wanted.contains(station.id().id()))
                .collect(Collectors.toMap(station -> station.id().id(), Function.identity()));
        Map<UUID, Centre> centresById = centres.listAll().stream()
                .filter(centre -> wanted.contains(centre.id()))
                .collect(Collectors.toMap(Centre::id, Function.identity()));
        return combined(rows, stationsById, centresById);
    }

    /** The service centre of a subdistrict. */
    public Optional<QueuePlace> findCentre(DivisionId subdistrict) {
        return read(() -> store.findCentre(subdistrict.value()).flatMap(this::withNetwork));
    }

    /** The service centre first, then the stations by code. */
    public List<QueuePlace> listBySubdistrict(DivisionId subdistrict) {
        return read(() -> {
            Map<UUID, Station> stationsById = stations.listBySubdistrict(subdistrict).stream()
                    .collect(Collectors.toMap(station -> station.id().id(), Function.identity()));
            Map<UUID, Centre> centresById =
                    centres.list(subdistrict).stream().collect(Collectors.toMap(Centre::id, Function.identity()));
            return combined(store.listIn(subdistrict.value()), stationsById, centresById);
        });
    }

    private static List<QueuePlace> combined(
            List<PlaceStore.Row> rows, Map<UUID, Station> stationsById, Map<UUID, Centre> centresById) {
        return rows.stream()
                .flatMap(row -> combined(
                        row,
                        stationsById.get(row.id().id()),
                        centresById.get(row.id().id()))
                        .stream())
                .toList();
    }

    /** The rules of the order on this day. */
    public OrderRules rules(LocalDate day) {
        return read(() -> store.rules(day));
    }

    private Optional<QueuePlace> withNetwork(PlaceStore.Row row) {
        return switch (row.kind()) {
            case STATION ->
                combined(
                        row,
                        stations.find(new StationId(
                                        row.id().subdistrictId(), row.id().id()))
                                .orElse(null),
                        null);
            case CENTRE ->
                combined(
                        row,
                        null,
                        centres.list(new DivisionId(row.id().subdistrictId())).stream()
                                .filter(centre -> centre.id().equals(row.id().id()))
                                .findFirst()
                                .orElse(null));
        };
    }

    private static Optional<QueuePlace> combined(
            PlaceStore.Row row, @Nullable Station station, @Nullable Centre centre) {
        if (station != null) {
            return Optional.of(new QueuePlace(
                    row.id(),
                    row.kind(),
                    row.code(),
                    station.place(),
                    row.mode(),
                    station.name(),
                    station.schedule(),
                    station.phone(),
                    row.ownMachine(),
                    station.sample()));
        }
        return centre == null
                ? Optional.empty()
                : Optional.of(new QueuePlace(
                        row.id(),
                        row.kind(),
                        row.code(),
                        row.place(),
                        row.mode(),
                        centre.name(),
                        centre.schedule(),
                        centre.phone(),
                        row.ownMachine(),
                        centre.sample()));
    }

    private <T> T read(Supplier<T> work) {
        return scoped.read(Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC, work);
    }
}
