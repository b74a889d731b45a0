package org.jiamenkou.calendar.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.calendar.DatedException;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.HistoryEntry;
import org.jiamenkou.calendar.NewSchedule;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Schedules with their lines and exceptions. */
@Component
public final class ScheduleStore {
    private static final UUID CITY = new UUID(0, 0);

    private final JdbcClient sql;

    ScheduleStore(JdbcClient sql) {
        this.sql = sql;
    }

    private record LineRow(UUID schedule, OpeningLine line) {}

    private record ExceptionRow(UUID schedule, DatedException exception) {}

    /** Three statements, whatever the number of schedules. */
    public Map<ScheduleId, Schedule> list(Collection<ScheduleId> ids) {
        UUID[] keys = ids.stream().map(ScheduleId::value).distinct().toArray(UUID[]::new);
        Map<UUID, List<OpeningLine>> lines = new HashMap<>();
        sql.sql("""
                select schedule_id, day_kind, weekdays, opens_minute, closes_minute, shift
                from calendar.opening_lines where schedule_id = any (:ids) order by schedule_id, line""")
                .param("ids", keys)
                .query((rs, n) -> line(rs))
                .list()
                .forEach(row -> lines.computeIfAbsent(row.schedule(), k -> new ArrayList<>())
                        .add(row.line()));
        Map<UUID, List<OpeningException>> exceptions = new HashMap<>();
        exceptions(keys)
                .forEach(row -> exceptions
                        .computeIfAbsent(row.schedule(), k -> new ArrayList<>())
                        .add(row.exception().exception()));
        Map<ScheduleId, Schedule> found = new LinkedHashMap<>();
        sql.sql("select id, version from calendar.schedules where id = any (:ids)")
                .param("ids", keys)
                .query((rs, n) -> new Schedule(
                        new ScheduleId(rs.getObject(1, UUID.class)),
                        rs.getInt(2),
                        lines.getOrDefault(rs.getObject(1, UUID.class), List.of()),
                        exceptions.getOrDefault(rs.getObject(1, UUID.class), List.of())))
                .list()
                .forEach(schedule -> found.put(schedule.id(), schedule));
        return found;
    }

    public List<DatedException> listExceptions(ScheduleId id) {
        return exceptions(new UUID[] {id.value()}).stream()
                .map(ExceptionRow::exception)
                .toList();
    }

    private List<ExceptionRow> exceptions(UUID[] keys) {
        return sql.sql("""
                select schedule_id, id, first_day, last_day, spans, reason_zh, reason_en
                from calendar.opening_exceptions where schedule_id = any (:ids) order by schedule_id, entered_at, id""")
                .param("ids", keys)
                .query((rs, n) -> new ExceptionRow(
                        rs.getObject(1, UUID.class),
                        new DatedException(
                                rs.getObject(2, UUID.class),
                                new OpeningException(
                                        rs.getObject(3, LocalDate.class),
                                        rs.getObject(4, LocalDate.class),
                                        spans(rs.getArray(5)),
                                        new LocalText(rs.getString(6), rs.getString(7))))))
                .list();
    }

    private static LineRow line(ResultSet rs) throws SQLException {
        return new LineRow(
                rs.getObject(1, UUID.class),
                new OpeningLine(
                        DayKind.of(rs.getString(2)),
                        Weekdays.of(rs.getInt(3)),
                        new Span(rs.getInt(4), rs.getInt(5)),
                        ShiftKind.of(rs.getString(6))));
    }

    private static List<Span> spans(Array array) throws SQLException {
        Short[] minutes = (Short[]) array.getArray();
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < minutes.length; i += 2) {
            spans.add(new Span(minutes[i], minutes[i + 1]));
        }
        return spans;
    }

    private static UUID subdistrict(Place place) {
        return place.subdistrictId() == null ? CITY : place.subdistrictId();
    }

    /** Two statements, whatever the number of schedules. */
    public void addAll(List<NewSchedule> schedules) {
        sql.sql("""
                insert into calendar.schedules (subdistrict_id, id, area_id)
                select * from unnest(:subdistricts::uuid[], :ids::uuid[], :areas::uuid[])""")
                .param(
                        "subdistricts",
                        schedules.stream().map(one -> subdistrict(one.place())).toArray(UUID[]::new))
                .param("ids", schedules.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param(
                        "areas",
                        schedules.stream().map(one -> one.place().areaId()).toArray(UUID[]::new))
                .update();
        LineRows rows = new LineRows();
        schedules.forEach(one -> rows.add(one.id(), one.place(), one.week()));
        rows.insert(sql);
    }

    /** @return the new version, empty when the expected one is no longer current */
    public Optional<Integer> raiseVersion(ScheduleId id, int expected) {
        return sql.sql("""
                update calendar.schedules set version = version + 1 where id = :id and version = :expected
                returning version""")
                .param("id", id.value())
                .param("expected", expected)
                .query(Integer.class)
                .optional();
    }

    public void replaceLines(ScheduleId id, Place place, List<OpeningLine> week) {
        sql.sql("delete from calendar.opening_lines where schedule_id = :id")
                .param("id", id.value())
                .update();
        LineRows rows = new LineRows();
        rows.add(id, place, week);
        rows.insert(sql);
    }

    public void addException(ScheduleId id, Place place, DatedException dated, Instant at) {
        OpeningException exception = dated.exception();
        Short[] spans = exception.spans().stream()
                .flatMap(span -> java.util.stream.Stream.of((short) span.opensMinute(), (short) span.closesMinute()))
                .toArray(Short[]::new);
        sql.sql("""
                insert into calendar.opening_exceptions (subdistrict_id, schedule_id, id, area_id, first_day, last_day,
                                                         spans, reason_zh, reason_en, entered_at)
                values (:subdistrict, :schedule, :id, :area, :from, :to, :spans, :zh, :en, :at)""")
                .param("subdistrict", subdistrict(place))
                .param("schedule", id.value())
                .param("id", dated.id())
                .param("area", place.areaId())
                .param("from", exception.from())
                .param("to", exception.to())
                .param("spans", spans)
                .param("zh", exception.reason().zh())
                .param("en", exception.reason().en())
                .param("at", Timestamp.from(at))
                .update();
    }

    public boolean removeException(ScheduleId id, UUID exception) {
        return sql.sql("delete from calendar.opening_exceptions where schedule_id = :schedule and id = :id")
                        .param("schedule", id.value())
                        .param("id", exception)
                        .update()
                == 1;
    }

    public void addHistory(ScheduleId id, Place place, HistoryEntry entry, ZoneId zone) {
        sql.sql("""
                insert into calendar.schedule_history (subdistrict_id, schedule_id, version, area_id, changed_by,
                                                       changed_at, before)
                values (:subdistrict, :schedule, :version, :area, :by, :at, :before)""")
                .param("subdistrict", subdistrict(place))
                .param("schedule", id.value())
                .param("version", entry.version())
                .param("area", place.areaId())
                .param("by", entry.changedBy())
                .param("at", Timestamp.from(entry.changedAt().atZone(zone).toInstant()))
                .param("before", entry.before())
                .update();
    }

    public List<HistoryEntry> listHistory(ScheduleId id, ZoneId zone) {
        return sql.sql("""
                select version, changed_by, changed_at, before from calendar.schedule_history
                where schedule_id = :id order by version desc limit 50""")
                .param("id", id.value())
                .query((rs, n) -> new HistoryEntry(
                        rs.getInt(1),
                        rs.getString(2),
                        LocalDateTime.ofInstant(rs.getTimestamp(3).toInstant(), zone),
                        rs.getString(4)))
                .list();
    }
}
