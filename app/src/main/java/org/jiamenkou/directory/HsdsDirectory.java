package org.jiamenkou.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.hsds.HsdsPage;
import org.jiamenkou.directory.hsds.HsdsQuery;
import org.jiamenkou.directory.hsds.HsdsRecords;
import org.jiamenkou.directory.hsds.HsdsWords;
import org.jiamenkou.directory.hsds.OfferedIndex;
import org.jiamenkou.directory.hsds.OfferedIndex.Choice;
import org.jiamenkou.directory.hsds.OfferedIndex.Cut;
import org.jiamenkou.directory.hsds.OfferedIndex.Pair;
import org.jiamenkou.directory.hsds.ScheduleRow;
import org.jiamenkou.directory.hsds.Terms;
import org.jiamenkou.directory.store.OfferedStore;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is offered where, as HSDS 3.0 has it: services at locations. Public data only. */
@Service
public class HsdsDirectory {
    private final HsdsSnapshots snapshots;
    private final OfferedStore store;
    private final Schedules schedules;
    private final OpeningPatterns patterns;
    private final Divisions divisions;
    private final Scoped scoped;

    HsdsDirectory(
            HsdsSnapshots snapshots,
            OfferedStore store,
            Schedules schedules,
            OpeningPatterns patterns,
            Divisions divisions,
            Scoped scoped) {
        this.snapshots = snapshots;
        this.store = store;
        this.schedules = schedules;
        this.patterns = patterns;
        this.divisions = divisions;
        this.scoped = scoped;
    }

    /** A page of what is offered where; the particulars of the whole page are one query. */
    public HsdsPage listOffered(HsdsQuery query, HsdsWords words) {
        query.refusePostcodes();
        HsdsSnapshots.Snapshot now = snapshots.current();
        Cut cut = now.index().cut(choice(query, now), (query.page() - 1L) * query.perPage(), query.perPage());
        return HsdsPage.of(cut.total(), query, records(cut.pairs(), query.full(), words));
    }

    /** One item at one station with all that belongs to it. */
    public Optional<Map<String, Object>> findOffered(UUID id, HsdsWords words) {
        return snapshots
                .current()
                .index()
                .find(id)
                .map(pair -> records(List.of(pair), true, words).getFirst());
    }

    private List<Map<String, Object>> records(List<Pair> pairs, boolean full, HsdsWords words) {
        HsdsSnapshots.Snapshot now = snapshots.current();
        HsdsRecords records = new HsdsRecords(words, now.terms());
        Set<StationId> at = new HashSet<>();
        Set<ItemId> what = new HashSet<>();
        pairs.forEach(pair -> {
            at.add(pair.station().id());
            what.add(pair.item().id());
        });
        Map<UUID, OfferedStore.Offered> found = new HashMap<>();
        if (!at.isEmpty()) {
            scoped.read(PublicScope.PUBLIC, () -> store.listAt(at, what))
                    .forEach(one -> found.put(org.jiamenkou.directory.hsds.HsdsIds.of(one.station(), one.item()), one));
        }
        Hours hours = full ? hours(pairs, found.values()) : new Hours(Map.of());
        Map<UUID, Map<String, Object>> services = new HashMap<>();
        Map<UUID, Map<String, Object>> places = new HashMap<>();
        List<Map<String, Object>> answer = new ArrayList<>();
        for (Pair pair : pairs) {
            OfferedStore.Offered offered = found.get(pair.id());
            Map<String, Object> service =
                    services.computeIfAbsent(pair.item().id().value(), id -> service(pair.item(), full, records, now));
            Map<String, Object> place = places.computeIfAbsent(
                    pair.station().id().id(),
                    id -> full ? inFull(pair.station(), records, hours) : records.location(pair.station()));
            Map<String, Object> one = records.offered(pair, description(pair, offered, records, words), place, service);
            if (full) {
                one.put("schedules", own(pair, offered, records, hours));
            }
            answer.add(one);
        }
        return answer;
    }

    private static String description(
            Pair pair, OfferedStore.@Nullable Offered offered, HsdsRecords records, HsdsWords words) {
        boolean sample = pair.station().sample() || pair.item().sample() || (offered != null && offered.sample());
        return words.marked(
                sample,
                offered == null
                        ? pair.item().name().zh()
                        : records.description(
                                pair, offered.ways(), Arrays.asList(offered.hoursNote(), offered.reason())));
    }

    private record Hours(Map<ScheduleId, Schedule> byId) {}

    private Hours hours(List<Pair> pairs, Iterable<OfferedStore.Offered> offered) {
        Set<ScheduleId> wanted = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.station().schedule() != null) {
                wanted.add(pair.station().schedule());
            }
        }
        for (OfferedStore.Offered one : offered) {
            if (one.schedule() != null) {
                wanted.add(new ScheduleId(one.schedule()));
            }
        }
        return new Hours(schedules.listSchedules(wanted));
    }

    private List<ScheduleRow> rows(@Nullable ScheduleId id, Hours hours) {
        Schedule schedule = id == null ? null : hours.byId().get(id);
        return schedule == null ? List.of() : snapshots.rows(schedule);
    }

    private Map<String, Object> inFull(Station station, HsdsRecords records, Hours hours) {
        String region = divisions
                .find(new DivisionId(station.id().subdistrictId()))
                .map(one -> one.name().zh())
                .orElse("");
        return records.locationInFull(station, region, rows(station.schedule(), hours));
    }

    private List<Object> own(Pair pair, OfferedStore.@Nullable Offered offered, HsdsRecords records, Hours hours) {
        List<Object> rows = new ArrayList<>();
        if (offered == null) {
            return rows;
        }
        if (offered.ways().contains("station")) {
            ScheduleId own =
                    offered.schedule() == null ? pair.station().schedule() : new ScheduleId(offered.schedule());
            rows.addAll(records.schedules(
                    rows(own, hours), new HsdsRecords.Hours(pair.id(), "service_at_location_id", "in_person")));
        }
        if (offered.ways().contains("video") && offered.videoPattern() != null) {
            rows.addAll(records.schedules(
                    snapshots.rows(patterns.schedule(offered.videoPattern())),
                    new HsdsRecords.Hours(pair.id(), "service_at_location_id", "video")));
        }
        return rows;
    }

    private static Map<String, Object> service(
            ServiceItem item, boolean full, HsdsRecords records, HsdsSnapshots.Snapshot now) {
        Instant modified = now.changes().city();
        return full ? records.serviceInFull(item, modified) : records.service(item, modified);
    }

    static Choice choice(HsdsQuery query, HsdsSnapshots.Snapshot now) {
        Predicate<ServiceItem> items = item -> true;
        Predicate<Station> stations = station -> true;
        UUID term = query.taxonomyTerm();
        if (term != null && now.terms().isOfStations(term)) {
            stations = stations.and(station -> Terms.has(station, term));
        } else if (term != null) {
            items = items.and(item -> Terms.has(item, term));
        }
        UUID taxonomy = query.taxonomy();
        if (taxonomy != null) {
            boolean known =
                    Terms.SETS.stream().anyMatch(set -> Terms.taxonomy(set).equals(taxonomy));
            items = items.and(item -> known);
        }
        UUID organisation = query.organisation();
        if (organisation != null && !organisation.equals(HsdsRecords.NETWORK)) {
            stations =
                    stations.and(station -> organisation.equals(now.operators().get(station.id())));
        }
        Instant after = query.modifiedAfter();
        if (after != null) {
            stations = stations.and(
                    station -> !now.changes().of(station.id().subdistrictId()).isBefore(after));
        }
        return searched(query.search(), new Choice(items, stations), now.index());
    }

    /** Each word narrows services where some service has it, else places. */
    private static Choice searched(String search, Choice choice, OfferedIndex index) {
        Predicate<ServiceItem> items = choice.items() == null ? item -> true : choice.items();
        Predicate<Station> stations = choice.stations();
        for (String word : search.split("\\s+")) {
            if (word.isEmpty()) {
                continue;
            }
            Predicate<ServiceItem> named = item -> mentions(item, word);
            if (index.items().stream().anyMatch(named)) {
                items = items.and(named);
            } else {
                stations = stations.and(station -> station.code().equalsIgnoreCase(word)
                        || contains(station.name().zh(), word)
                        || (station.name().en() != null
                                && contains(station.name().en(), word))
                        || (station.address() != null
                                && contains(station.address().zh(), word)));
            }
        }
        return new Choice(items, stations);
    }

    static boolean mentions(ServiceItem item, String word) {
        return contains(item.name().zh(), word)
                || (item.name().en() != null && contains(item.name().en(), word))
                || item.aliases().stream().anyMatch(alias -> contains(alias, word))
                || contains(item.guide().summary().zh(), word);
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }
}
