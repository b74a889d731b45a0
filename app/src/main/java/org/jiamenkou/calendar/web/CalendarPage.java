package org.jiamenkou.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.calendar.AnnouncedDay;
import org.jiamenkou.calendar.HolidayNames;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.calendar.YearEdition;
import org.jiamenkou.calendar.rules.DayRuns;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For everybody: which days are off, which weekend days are worked, by which notice. */
@RestController
class CalendarPage {
    private static final Set<String> MODULES = Set.of("calendar");

    private final WorkingCalendars calendars;
    private final HolidayNames names;
    private final PublicPageCache cache;
    private final Pages pages;

    CalendarPage(WorkingCalendars calendars, HolidayNames names, PublicPageCache cache, Pages pages) {
        this.calendars = calendars;
        this.names = names;
        this.cache = cache;
        this.pages = pages;
    }

    @GetMapping("/calendar")
    ResponseEntity<byte[]> show(Page page, HttpServletRequest request) {
        cache.mayKeep(request, MODULES, page.now().toLocalDate().plusDays(1).atStartOfDay());
        List<AnnouncedDay> days = calendars.listAnnounced();
        List<YearTable> years = new ArrayList<>();
        for (YearEdition edition : calendars.listEditions()) {
            List<AnnouncedDay> own = days.stream()
                    .filter(one -> one.day().getYear() == edition.year())
                    .toList();
            years.add(new YearTable(
                    edition,
                    DayRuns.of(own).stream()
                            .map(run -> new YearTable.Row(run, names.text(run.name())))
                            .toList()));
        }
        years.sort(Comparator.comparing(
                        (YearTable one) -> one.edition().year() < page.now().getYear())
                .thenComparing(one -> one.edition().year()));
        int last = years.stream().mapToInt(one -> one.edition().year()).max().orElse(0);
        return pages.ok("calendar/years", page, Map.of("years", years, "lastYear", String.valueOf(last)));
    }
}
