package org.jiamenkou.duty.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.duty.DutyRules;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rosters with their shifts and limits. */
@Component
public final class RosterStore {
    private static final String SHIFT =
            "select s.id, s.day, s.opens_minute, s.closes_minute, s.shift, s.a_worker, s.b_worker from duty.shifts s ";

    private final JdbcClient sql;

    RosterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A month of a station as it is stored. */
    public record Row(
            UUID id,
            int version,
            boolean published,
            @Nullable String publishedBy,
            int gapsAcknowledged) {}

    public record NewRoster(UUID id, StationId station, Place place, YearMonth month, boolean sample) {}

    public void addRules(LocalDate validFrom, DutyRules rules, String source) {
        sql.sql("""
                insert into duty.rules (valid_from, least_on_site, most_minutes_per_day, least_rest_minutes,
                    most_days_in_a_row, source)
                values (:from, :least, :minutes, :rest, :days, :source) on conflict (valid_from) do nothing""")
                .param("from", validFrom)
                .param("least", rules.leastOnSite())
                .param("minutes", rules.mostMinutesPerDay())
                .param("rest", rules.leastRestMinutes())
                .param("days", rules.mostDaysInARow())
                .param("source", source)
                .update();
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when none has begun */
    public DutyRules rules(LocalDate day) {
        return sql.sql("""
                select least_on_site, most_minutes_per_day, least_rest_minutes, most_days_in_a_row from duty.rules
                where valid_from <= :day order by valid_from desc limit 1""")
                .param("day", day)
                .query((rs, n) -> new DutyRules(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4)))
                .single();
    }

    public Optional<Row> find(StationId station, YearMonth month) {
        return sql.sql("""
                select id, version, state, published_by, gaps_acknowledged from duty.rosters
                where subdistrict_id = :subdistrict and station_id = :station and month = :month""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("month", month.atDay(1))
                .query((rs, n) -> new Row(
                        rs.getObject(1, UUID.class),
                        rs.getInt(2),
                        rs.getString(3).equals("PUBLISHED"),
                        rs.getString(4),
                        rs.getInt(5)))
                .optional();
    }

    public void add(NewRoster one) {
        sql.sql("""
                insert into duty.rosters (subdistrict_id, id, area_id, station_id, month, state, sample)
                values (:subdistrict, :id, :area, :station, :month, 'DRAFT', :sample)
                on conflict (subdistrict_id, station_id, month) do nothing""")
                .param("subdistrict", one.place().subdistrictId())
                .param("id", one.id())
                .param("area", one.place().areaId())
                .param("station", one.station().id())
                .param("month", one.month().atDay(1))
                .param("sample", one.sample())
                .update();
    }

    /** Whether the version was still the one seen; the row is locked until the transaction ends. */
    public boolean raiseVersion(StationId station, UUID roster, int expected) {
        return sql.sql("""
                update duty.rosters set version = version + 1
                where subdistrict_id = :subdistrict and id = :roster and version = :expected""")
                        .param("subdistrict", station.subdistrictId())
                        .param("roster", roster)
                        .param("expected", expected)
                        .update()
                == 1;
    }

    /** @param name who names himself for the gaps, shown with the roster */
    public record Publication(String name, Instant at, int gaps) {}

    public void publish(StationId station, UUID roster, Publication how) {
        sql.sql("""
                update duty.rosters set state = 'PUBLISHED', published_by = :name, published_at = :at,
                    gaps_acknowledged = :gaps
                where subdistrict_id = :subdistrict and id = :roster""")
                .param("name", how.name())
                .param("at", Timestamp.from(how.at()))
                .param("gaps", how.gaps())
                .param("subdistrict", station.subdistrictId())
                .param("roster", roster)
                .update();
    }

    public List<DutyShift> listShifts(StationId station, UUID roster) {
        return sql.sql(SHIFT + """
                where s.subdistrict_id = :subdistrict and s.roster_id = :roster order by s.day, s.opens_minute, s.id""")
                .param("subdistrict", station.subdistrictId())
                .param("roster", roster)
                .query((rs, n) -> shift(rs))
                .list();
    }

    public List<DutyShift> listPublished(StationId station, LocalDate from, LocalDate to) {
        return sql.sql(SHIFT + """
                join duty.rosters r on r.subdistrict_id = s.subdistrict_id and r.id = s.roster_id
                where s.subdistrict_id = :subdistrict and s.station_id = :station and s.day between :first and :last
                  and r.state = 'PUBLISHED' order by s.day, s.opens_minute, s.id""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("first", from)
                .param("last", to)
                .query((rs, n) -> shift(rs))
                .list();
    }

    private static DutyShift shift(ResultSet rs) throws SQLException {
        return new DutyShift(
                rs.getObject(1, UUID.class),
                rs.getObject(2, LocalDate.class),
                new Span(rs.getInt(3), rs.getInt(4)),
                ShiftKind.of(rs.getString(5)),
                rs.getObject(6, UUID.class),
                rs.getObject(7, UUID.class));
    }

    /** Where shifts belong. */
    public record Belongs(UUID roster, StationId station, Place place) {}

    public void addShifts(Belongs to, Collection<DutyShift> shifts) {
        List<DutyShift> all = List.copyOf(shifts);
        sql.sql("""
                insert into duty.shifts (subdistrict_id, id, area_id, roster_id, station_id, day, opens_minute,
                    closes_minute, shift, a_worker, b_worker)
                select :subdistrict, id, :area, :roster, :station, day, opens, closes, shift, a, b
                from unnest(:ids::uuid[], :days::date[], :opens::smallint[], :closes::smallint[], :kinds::text[],
                    :as::uuid[], :bs::uuid[]) as t (id, day, opens, closes, shift, a, b)""")
                .param("subdistrict", to.place().subdistrictId())
                .param("area", to.place().areaId())
                .param("roster", to.roster())
                .param("station", to.station().id())
                .param("ids", all.stream().map(DutyShift::id).toArray(UUID[]::new))
                .param("days", all.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .param(
                        "opens",
                        all.stream().map(one -> one.span().opensMinute()).toArray(Integer[]::new))
                .param(
                        "closes",
                        all.stream().map(one -> one.span().closesMinute()).toArray(Integer[]::new))
                .param("kinds", all.stream().map(one -> one.shift().code()).toArray(String[]::new))
                .param("as", all.stream().map(DutyShift::a).toArray(UUID[]::new))
                .param("bs", all.stream().map(DutyShift::b).toArray(UUID[]::new))
                .update();
    }

    public void removeShifts(StationId station, Collection<UUID> shifts) {
        sql.sql("delete from duty.shifts where subdistrict_id = :subdistrict and id = any(:ids)")
                .param("subdistrict", station.subdistrictId())
                .param("ids", shifts.toArray(UUID[]::new))
                .update();
    }

    public void assign(StationId station, Collection<DutyShift> shifts) {
        List<DutyShift> all = List.copyOf(shifts);
        sql.sql("""
                update duty.shifts s set a_worker = t.a, b_worker = t.b
                from unnest(:ids::uuid[], :as::uuid[], :bs::uuid[]) as t (id, a, b)
                where s.subdistrict_id = :subdistrict and s.id = t.id""")
                .param("subdistrict", station.subdistrictId())
                .param("ids", all.stream().map(DutyShift::id).toArray(UUID[]::new))
                .param("as", all.stream().map(DutyShift::a).toArray(UUID[]::new))
                .param("bs", all.stream().map(DutyShift::b).toArray(UUID[]::new))
                .update();
    }
}
