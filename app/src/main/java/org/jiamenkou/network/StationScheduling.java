package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiamenkou.calendar.NewSchedule;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.network.rules.RegularHours;
import org.jiamenkou.network.rules.Sheet;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.springframework.stereotype.Component;

/** Gives the rows of a sheet their schedules, from the opening patterns of the calendar. */
@Component
class StationScheduling {
    private final Schedules schedules;
    private final OpeningPatterns patterns;
    private final Ids ids;

    StationScheduling(Schedules schedules, OpeningPatterns patterns, Ids ids) {
        this.schedules = schedules;
        this.patterns = patterns;
        this.ids = ids;
    }

    /** Runs inside the transaction that writes the sheet. */
    void open(Sheet sheet) {
        List<NewSchedule> made = new ArrayList<>();
        for (Sheet.Opening opening : sheet.openings()) {
            ScheduleId id = new ScheduleId(ids.next());
            List<OpeningLine> week = patterns.get(opening.pattern());
            Place at = new Place(id(opening, "area_id"), id(opening, "subdistrict_id"));
            made.add(new NewSchedule(id, at, week));
            opening.row().put("schedule_id", id.value());
            opening.row().computeIfPresent("opens_short", (column, was) -> RegularHours.opensShort(week));
        }
        schedules.createAll(made);
    }

    private static UUID id(Sheet.Opening opening, String column) {
        return (UUID) Objects.requireNonNull(opening.row().get(column));
    }
}
