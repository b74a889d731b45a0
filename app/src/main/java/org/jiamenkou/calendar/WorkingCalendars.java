package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Service;

/** The loaded years, kept in memory until one is edited. */
@Service
public class WorkingCalendars {
    private static final Set<String> MODULE = Set.of("calendar");

    private final Scoped scoped;
    private final DayStore days;
    private final ChangeVersions versions;
    private volatile Copy copy = new Copy(-1, new WorkingCalendar(Map.of(), Set.of()));

    WorkingCalendars(Scoped scoped, DayStore days, ChangeVersions versions) {
        this.scoped = scoped;
        this.days = days;
        this.versions = versions;
    }

    private record Copy(long version, WorkingCalendar calendar) {}

    public WorkingCalendar current() {
        Copy kept = copy;
        long version = versions.of(MODULE);
        if (kept.version() != version) {
            kept = new Copy(version, load());
            copy = kept;
        }
        return kept.calendar();
    }

    private WorkingCalendar load() {
        return Scoped.isRunning() ? read() : scoped.read(PublicScope.PUBLIC, this::read);
    }

    private WorkingCalendar read() {
        Map<LocalDate, DayKind> announced = new HashMap<>();
        days.listCurrentDays().forEach(one -> announced.put(one.day(), one.kind()));
        Set<Integer> years = new TreeSet<>();
        days.listCurrent().forEach(edition -> years.add(edition.year()));
        return new WorkingCalendar(announced, years);
    }

    /** The newest edition of each year, for the page that shows them. */
    public List<YearEdition> listEditions() {
        return scoped.read(PublicScope.PUBLIC, days::listCurrent);
    }

    /** Announced days of all years, in order. */
    public List<AnnouncedDay> listAnnounced() {
        return scoped.read(PublicScope.PUBLIC, days::listCurrentDays);
    }
}
