package org.jiamenkou.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the notices that ship with the program (holiday-cn, MIT; each names the State Council's notice). A year that is in the
 * database already, perhaps edited, is left alone.
 */
@Component
class HolidayNotices implements StartupTask {
    private static final SystemScope SCOPE = new SystemScope("calendar.holiday-notices");
    private static final int[] YEARS = {2024, 2025, 2026};

    private final Scoped scoped;
    private final DayStore days;
    private final Changes changes;
    private final Clock clock;

    HolidayNotices(Scoped scoped, DayStore days, Changes changes, Clock clock) {
        this.scoped = scoped;
        this.days = days;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public int floor() {
        return 2;
    }

    @Override
    public String nameKey() {
        return "calendar.task.holidays";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        scoped.transaction(SCOPE, () -> {
            Set<Integer> loaded = new TreeSet<>();
            days.listCurrent().forEach(edition -> loaded.add(edition.year()));
            for (int year : YEARS) {
                if (!loaded.contains(year)) {
                    load(year);
                }
            }
        });
    }

    private void load(int year) {
        try (InputStream in = HolidayNotices.class.getResourceAsStream("/data/calendar/holiday-cn_" + year + ".json")) {
            JsonNode notice = new JsonMapper().readTree(in);
            List<AnnouncedDay> announced = new ArrayList<>();
            for (JsonNode one : notice.get("days")) {
                LocalDate day = LocalDate.parse(one.get("date").asString());
                if (day.getYear() == year) {
                    announced.add(new AnnouncedDay(
                            day,
                            one.get("isOffDay").asBoolean() ? DayKind.PUBLIC_HOLIDAY : DayKind.MAKE_UP_WORKDAY,
                            one.get("name").asString()));
                }
            }
            String source = notice.get("papers").isEmpty()
                    ? "holiday-cn " + year
                    : notice.get("papers").get(0).asString();
            days.addEdition(new YearEdition(year, 1, source, SCOPE.actorKey(), clock.instant()), announced);
            changes.publish(new Change("calendar", "YearEdited", String.valueOf(year), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
