package org.jiamenkou.calendar.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.database.Place;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opening lines gathered for one insert. */
final class LineRows {
    private static final UUID CITY = new UUID(0, 0);

    private final List<UUID> subdistricts = new ArrayList<>();
    private final List<UUID> schedules = new ArrayList<>();
    private final List<UUID> areas = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<OpeningLine> lines = new ArrayList<>();

    void add(ScheduleId id, Place place, List<OpeningLine> week) {
        for (int i = 0; i < week.size(); i++) {
            subdistricts.add(place.subdistrictId() == null ? CITY : place.subdistrictId());
            schedules.add(id.value());
            areas.add(place.areaId());
            numbers.add(i + 1);
            lines.add(week.get(i));
        }
    }

    void insert(JdbcClient sql) {
        sql.sql("""
                insert into calendar.opening_lines (subdistrict_id, schedule_id, area_id, line, day_kind, weekdays,
                                                    opens_minute, closes_minute, shift)
                select * from unnest(:subdistricts::uuid[], :schedules::uuid[], :areas::uuid[], :numbers::smallint[],
                                     :kinds::text[], :weekdays::smallint[], :opens::smallint[], :closes::smallint[],
                                     :shifts::text[])""")
                .param("subdistricts", subdistricts.toArray(UUID[]::new))
                .param("schedules", schedules.toArray(UUID[]::new))
                .param("areas", areas.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .param(
                        "kinds",
                        lines.stream().map(line -> line.dayKind().code()).toArray(String[]::new))
                .param(
                        "weekdays",
                        lines.stream()
                                .map(line -> Weekdays.bits(line.weekdays()))
                                .toArray(Integer[]::new))
                .param(
                        "opens",
                        lines.stream().map(line -> line.span().opensMinute()).toArray(Integer[]::new))
                .param(
                        "closes",
                        lines.stream().map(line -> line.span().closesMinute()).toArray(Integer[]::new))
                .param("shifts", lines.stream().map(line -> line.shift().code()).toArray(String[]::new))
                .update();
    }
}
