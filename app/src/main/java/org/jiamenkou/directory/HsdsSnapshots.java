package org.jiamenkou.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.hsds.OfferedIndex;
import org.jiamenkou.directory.hsds.ScheduleRow;
import org.jiamenkou.directory.hsds.ScheduleRows;
import org.jiamenkou.directory.hsds.Terms;
import org.jiamenkou.directory.store.OfferedStore;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationId;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the open interfaces keep on the node: who offers what, the organisations, resolved hours. Made anew after changes. */
@Component
class HsdsSnapshots {
    static final Set<String> MODULES = Set.of("network", "catalogue", "calendar", "elements");

    private final Scoped scoped;
    private final OfferedStore store;
    private final Items items;
    private final Stations stations;
    private final CodeSets codes;
    private final WorkingCalendars calendars;
    private final ChangeVersions versions;
    private final Clock clock;
    private volatile @Nullable Snapshot kept;
    private final Cache<HoursKey, List<ScheduleRow>> hours =
            Caffeine.newBuilder().maximumSize(2000).build();

    HsdsSnapshots(
            Scoped scoped,
            OfferedStore store,
            Items items,
            Stations stations,
            CodeSets codes,
            WorkingCalendars calendars,
            ChangeVersions versions,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.items = items;
        this.stations = stations;
        this.codes = codes;
        this.calendars = calendars;
        this.versions = versions;
        this.clock = clock;
    }

    /** One state of the directory. */
    record Snapshot(
            long version,
            LocalDate day,
            OfferedIndex index,
            Terms terms,
            Map<UUID, OfferedStore.OrganisationRow> organisations,
            Map<StationId, UUID> operators,
            OfferedStore.LastChanges changes) {}

    private record HoursKey(WorkingCalendar calendar, LocalDate from, List<?> week, List<?> exceptions) {}

    Snapshot current() {
        Snapshot have = kept;
        return have != null && isCurrent(have) ? have : refreshed();
    }

    private boolean isCurrent(Snapshot one) {
        return one.version() == versions.of(MODULES) && one.day().equals(LocalDate.now(clock));
    }

    private synchronized Snapshot refreshed() {
        Snapshot have = kept;
        if (have != null && isCurrent(have)) {
            return have;
        }
        long version = versions.of(MODULES);
        Snapshot fresh = scoped.read(PublicScope.PUBLIC, () -> load(version));
        kept = fresh;
        return fresh;
    }

    private Snapshot load(long version) {
        Map<StationId, Station> known = new HashMap<>();
        stations.listAll().forEach(one -> known.put(one.id(), one));
        OfferedIndex index = new OfferedIndex(items.listAll().stream()
                .sorted(Comparator.comparing(ServiceItem::slug))
                .toList());
        for (OfferedStore.AtStation one : store.listAll()) {
            Station station = known.get(one.station());
            if (station != null) {
                index.add(station, one.items());
            }
        }
        Map<UUID, OfferedStore.OrganisationRow> organisations = new LinkedHashMap<>();
        store.listOrganisations().forEach(one -> organisations.put(one.id(), one));
        Terms terms = new Terms(
                Terms.SETS.stream().flatMap(set -> codes.findSet(set).stream()).toList());
        return new Snapshot(
                version, LocalDate.now(clock), index, terms, organisations, store.listOperators(), store.lastChanges());
    }

    /** The rows of a schedule for the loaded years. */
    List<ScheduleRow> rows(Schedule schedule) {
        WorkingCalendar calendar = calendars.current();
        LocalDate from = ScheduleRows.firstLoadedDay(calendar, LocalDate.now(clock));
        return hours.get(
                new HoursKey(calendar, from, schedule.week(), schedule.exceptions()),
                key -> ScheduleRows.of(schedule, calendar, from));
    }

    ZoneId zone() {
        return clock.getZone();
    }
}
