package org.jiamenkou.directory.hsds;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;

/**
 * Which items are available at which stations, as one bit each, in a stable order (by station, then by item). It counts and
 * cuts pages of some hundred thousand pairs in well under a millisecond.
 */
public final class OfferedIndex {
    private final List<Station> stations = new ArrayList<>();
    private final List<BitSet> offered = new ArrayList<>();
    private final List<ServiceItem> items;
    private final Map<Long, Integer> stationByHalf = new HashMap<>();
    private final Map<Long, Integer> itemByHalf = new HashMap<>();
    private final Map<UUID, Integer> itemById = new HashMap<>();
    private final Map<UUID, Integer> stationById = new HashMap<>();

    /** @param items in the order in which a station's are listed */
    public OfferedIndex(List<ServiceItem> items) {
        this.items = List.copyOf(items);
        for (int i = 0; i < this.items.size(); i++) {
            ItemId id = this.items.get(i).id();
            itemById.put(id.value(), i);
            itemByHalf.put(HsdsIds.half(id), i);
        }
    }

    /** Adds the next station of the order; items that are not listed here are left out. */
    public void add(Station station, Iterable<UUID> available) {
        BitSet bits = new BitSet(items.size());
        for (UUID id : available) {
            Integer item = itemById.get(id);
            if (item != null) {
                bits.set(item);
            }
        }
        stationByHalf.put(HsdsIds.half(station.id()), stations.size());
        stationById.put(station.id().id(), stations.size());
        stations.add(station);
        offered.add(bits);
    }

    /** One item at one station. */
    public record Pair(Station station, ServiceItem item) {
        public UUID id() {
            return HsdsIds.of(station.id(), item.id());
        }
    }

    /** @param total how many there are on all pages */
    public record Cut(int total, List<Pair> pairs) {
        public Cut {
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * @param items which items, null for all
     * @param stations which stations
     */
    public record Choice(@Nullable Predicate<ServiceItem> items, Predicate<Station> stations) {
        public static final Choice ALL = new Choice(null, station -> true);
    }

    /** The pairs {@code from} (0 is the first) up to {@code from + size} among those chosen. */
    public Cut cut(Choice choice, long from, int size) {
        BitSet wanted = wanted(choice.items());
        List<Pair> pairs = new ArrayList<>();
        int seen = 0;
        for (int i = 0; i < stations.size(); i++) {
            if (!choice.stations().test(stations.get(i))) {
                continue;
            }
            BitSet here = and(offered.get(i), wanted);
            int count = here.cardinality();
            if (seen + count > from && pairs.size() < size) {
                int at = seen;
                for (int item = here.nextSetBit(0);
                        item >= 0 && pairs.size() < size;
                        item = here.nextSetBit(item + 1)) {
                    if (at++ >= from) {
                        pairs.add(new Pair(stations.get(i), items.get(item)));
                    }
                }
            }
            seen += count;
        }
        return new Cut(seen, pairs);
    }

    private @Nullable BitSet wanted(@Nullable Predicate<ServiceItem> predicate) {
        if (predicate == null) {
            return null;
        }
        BitSet wanted = new BitSet(items.size());
        for (int i = 0; i < items.size(); i++) {
            wanted.set(i, predicate.test(items.get(i)));
        }
        return wanted;
    }

    private static BitSet and(BitSet bits, @Nullable BitSet wanted) {
        if (wanted == null) {
            return bits;
        }
        BitSet both = (BitSet) bits.clone();
        both.and(wanted);
        return both;
    }

    /** The pair with this id, if the item is available there. */
    public Optional<Pair> find(UUID id) {
        Integer station = stationByHalf.get(id.getMostSignificantBits());
        Integer item = itemByHalf.get(id.getLeastSignificantBits());
        return station == null || item == null || !offered.get(station).get(item)
                ? Optional.empty()
                : Optional.of(new Pair(stations.get(station), items.get(item)));
    }

    public Optional<ServiceItem> findItem(UUID id) {
        Integer item = itemById.get(id);
        return item == null ? Optional.empty() : Optional.of(items.get(item));
    }

    public List<ServiceItem> items() {
        return items;
    }

    public List<Station> stations() {
        return List.copyOf(stations);
    }

    /** The items available at one or more of these stations. */
    public List<ServiceItem> itemsAt(List<Station> some) {
        BitSet all = new BitSet(items.size());
        for (Station station : some) {
            Integer at = stationById.get(station.id().id());
            if (at != null) {
                all.or(offered.get(at));
            }
        }
        return all.stream().mapToObj(items::get).toList();
    }
}
