package org.jiamenkou.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.catalogue.store.OfferingStore.Effective;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Nearby;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationId;
import org.jiamenkou.network.Stations;
import org.springframework.stereotype.Service;

/**
 * What is offered where today: rules for the whole city, its districts and subdistricts, with exceptions by station
 * (M-044, M-060). Every station has an answer for every item that some rule names for its type.
 */
@Service
public class Offerings {
    /** Nearest stations looked at first; most items are offered almost everywhere. */
    private static final int FIRST_LOOK = 40;
    /** Then this many, before giving up. */
    private static final int SECOND_LOOK = 800;

    private final CatalogueReads reads;
    private final OfferingStore store;
    private final Items items;
    private final Stations stations;

    Offerings(CatalogueReads reads, OfferingStore store, Items items, Stations stations) {
        this.reads = reads;
        this.store = store;
        this.items = items;
        this.stations = stations;
    }

    /** The effective list of a station, by class and slug, with what is not taken on. One query. */
    public List<Offering> at(Station station) {
        return reads.read(() -> store.listAt(station.id())).stream()
                .map(Effective::offering)
                .flatMap(offering -> named(offering).stream())
                .sorted(Comparator.comparing(Offering::serviceClass).thenComparing(Offering::slug))
                .toList();
    }

    /** One item at one station; empty when no rule names it there. */
    public Optional<Offering> find(Station station, ItemId item) {
        return reads.read(() -> store.listForItem(item, List.of(station.id()))).stream()
                .map(Effective::offering)
                .flatMap(offering -> named(offering).stream())
                .findFirst();
    }

    /** The nearest stations where the item is available, nearest first. The point is in WGS-84. */
    public List<StationOffering> stationsOffering(ServiceItem item, Point near, int limit) {
        List<StationOffering> found = among(item, stations.nearest(near, FIRST_LOOK), limit);
        return found.size() >= limit ? found : among(item, stations.nearest(near, SECOND_LOOK), limit);
    }

    private List<StationOffering> among(ServiceItem item, List<Nearby> nearby, int limit) {
        Map<StationId, Offering> available =
                available(item, nearby.stream().map(one -> one.station().id()).toList());
        List<StationOffering> found = new ArrayList<>();
        for (Nearby one : nearby) {
            Offering offering = available.get(one.station().id());
            if (offering != null && found.size() < limit) {
                found.add(new StationOffering(one.station(), offering.ways(), one.metres()));
            }
        }
        return found;
    }

    /** Stations of a subdistrict where the item is available, by code. */
    public List<StationOffering> stationsOffering(ServiceItem item, DivisionId subdistrict, int limit) {
        List<Station> there = stations.listBySubdistrict(subdistrict).stream()
                .sorted(Comparator.comparing(Station::code))
                .toList();
        Map<StationId, Offering> available =
                available(item, there.stream().map(Station::id).toList());
        List<StationOffering> found = new ArrayList<>();
        for (Station station : there) {
            Offering offering = available.get(station.id());
            if (offering != null && found.size() < limit) {
                found.add(new StationOffering(station, offering.ways(), null));
            }
        }
        return found;
    }

    /** How many stations of the city have the item available. */
    public int countStationsOffering(ServiceItem item) {
        return reads.read(() -> store.countStationsOffering(item.id()));
    }

    /** How many items in force each class has; the seven tiles of the home page. */
    public Map<String, Integer> countsByClass() {
        return items.countsByClass();
    }

    private Map<StationId, Offering> available(ServiceItem item, List<StationId> among) {
        Map<StationId, Offering> found = new HashMap<>();
        if (among.isEmpty()) {
            return found;
        }
        reads.read(() -> store.listForItem(item.id(), among)).stream()
                .filter(row -> row.offering().isAvailable())
                .forEach(row -> found.put(row.station(), row.offering()));
        return found;
    }

    /** With the item's names in both languages; nothing for an item that does not exist here (示例 outside demo). */
    private Optional<Offering> named(Offering row) {
        return items.find(row.item())
                .map(item -> new Offering(
                        row.item(),
                        item.slug(),
                        item.name(),
                        item.serviceClass(),
                        row.readiness(),
                        row.ways(),
                        row.origin(),
                        row.reason(),
                        row.hoursNote(),
                        row.sample()));
    }
}
