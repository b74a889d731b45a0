package org.jiamenkou.network;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.network.rules.Neighbourhood;
import org.jiamenkou.network.rules.StationSpace;
import org.jiamenkou.network.store.StationDetailStore;
import org.jiamenkou.network.store.StationStore;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.text.PublicCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The stations of the city and their points. Everything here is public; inside a running transaction it reads in that
 * transaction's scope.
 */
@Service
public class Stations {
    private final PublicReads reads;
    private final StationStore store;
    private final StationDetailStore details;
    private final Divisions divisions;
    private final TemplateUnits units;
    private final Kept<Copy> kept;

    Stations(
            PublicReads reads,
            StationStore store,
            StationDetailStore details,
            Divisions divisions,
            TemplateUnits units,
            ChangeVersions versions) {
        this.reads = reads;
        this.store = store;
        this.details = details;
        this.divisions = divisions;
        this.units = units;
        this.kept = new Kept<>(versions, before -> load());
    }

    private record Copy(List<Station> all, Neighbourhood neighbourhood) {}

    /** By public code as typed (case and spaces do not matter). */
    public Optional<Station> findByCode(String code) {
        String normal = PublicCode.normalise(code);
        return PublicCode.isWellFormed(normal) ? reads.read(() -> store.findByCode(normal)) : Optional.empty();
    }

    public Optional<Station> find(StationId id) {
        return reads.read(() -> store.find(id));
    }

    /** @throws NoSuchElementException when there is no such station, or it has closed */
    public Station get(StationId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no station " + id));
    }

    /** The committee's own station, else the first that serves it. Empty for a virtual committee. */
    public Optional<Station> of(Division committee) {
        return listByCommittee(committee.id()).stream().findFirst();
    }

    /** Stations and points that serve the committee, its own station first. */
    public List<Station> listByCommittee(DivisionId committee) {
        return reads.read(() -> store.listServing(committee.value()));
    }

    public List<Station> listBySubdistrict(DivisionId subdistrict) {
        return reads.read(() -> store.listIn(List.of(subdistrict.value())));
    }

    public List<Station> listByDistrict(DivisionId district) {
        return reads.read(() -> store.listIn(divisions.children(district).stream()
                .map(child -> child.id().value())
                .toList()));
    }

    /** All of them, for the search index and the map; kept in memory until the network changes. */
    public List<Station> listAll() {
        return kept.get().all();
    }

    /** The nearest with a known place, nearest first. The point must be in {@link CoordinateSystem#WGS84}. */
    public List<Nearby> nearest(Point from, int count) {
        if (from.system() != CoordinateSystem.WGS84) {
            throw new IllegalArgumentException("convert to WGS84 first: " + from);
        }
        return kept.get().neighbourhood().nearest(from, count);
    }

    /** Everything the station's own page shows. */
    public StationDetails details(Station station) {
        return reads.read(() -> {
            StationDetailStore.Particulars own = details.particulars(station.id());
            List<StationDetailStore.RoomRow> rows = details.listRooms(station.id());
            List<StationDetails.Room> rooms =
                    rows.stream().map(StationDetailStore.RoomRow::room).toList();
            Set<String> present = rows.stream()
                    .map(StationDetailStore.RoomRow::unit)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            List<Post> board = details.listBoard(station.id());
            return new StationDetails(
                    station,
                    rooms,
                    own.squareMetres() == null ? StationSpace.squareMetres(rooms) : own.squareMetres(),
                    StationSpace.residentSharePercent(rooms),
                    StationSpace.units(units.of(station.template()), present),
                    own.premises(),
                    details.listChecks(station.id()),
                    details.listPlates(station.id()),
                    details.listFacilities(station.id()),
                    board,
                    post(board, own.responsiblePost()),
                    post(board, own.bRolePost()),
                    own.serviceArea(),
                    store.listPointsOf(station.id()),
                    details.listClusters(station),
                    details.operator(own));
        });
    }

    private static @Nullable Post post(List<Post> board, @Nullable UUID id) {
        return board.stream()
                .filter(post -> post.postId().equals(id))
                .findFirst()
                .orElse(null);
    }

    private Copy load() {
        List<Station> all = reads.read(store::listAll);
        return new Copy(all, new Neighbourhood(all));
    }
}
