package org.jiamenkou.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.queue.HallFigures;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.WaitRange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Waits that were told, waits that happened, and the figures of halls. */
@Component
public final class WaitStore {
    private final JdbcClient sql;

    WaitStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Minutes of the latest services at a place, the newest first. */
    public List<Double> listRecentMinutes(QueuePlaceId place, Instant since, int most) {
        return sql.sql("""
                select extract(epoch from ended_at - serving_at) / 60 from queue.tickets
                where subdistrict_id = :subdistrict and place_id = :place and day >= :day
                  and state = 'FINISHED' and serving_at is not null and ended_at >= :since
                order by ended_at desc limit :most""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("day", LocalDate.ofInstant(since, ZoneOffset.UTC))
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((rs, n) -> rs.getDouble(1))
                .list();
    }

    /** How many wait there now, and how many counters serve. */
    public record Load(int waiting, int counters) {}

    public Load load(QueuePlaceId place) {
        return sql.sql("""
                select (select count(*) from queue.tickets
                        where subdistrict_id = :subdistrict and place_id = :place and state = 'WAITING' and present),
                       (select count(*) from queue.sittings
                        where subdistrict_id = :subdistrict and place_id = :place and until is null and not paused)""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> new Load(rs.getInt(1), rs.getInt(2)))
                .single();
    }

    /** Keeps what was told to the holder of a ticket. */
    public void keep(Ticket ticket, UUID area, Load load, WaitRange told) {
        sql.sql("""
                insert into queue.estimates
                    (subdistrict_id, ticket_id, place_id, area_id, at, day, waiting_before, counters, low_minutes, high_minutes)
                values (:subdistrict, :ticket, :place, :area, :at, :day, :before, :counters, :low, :high)
                on conflict do nothing""")
                .param("subdistrict", ticket.id().subdistrictId())
                .param("ticket", ticket.id().id())
                .param("place", ticket.place().id())
                .param("area", area)
                .param("at", Timestamp.from(ticket.issuedAt()))
                .param("day", ticket.day())
                .param("before", load.waiting())
                .param("counters", load.counters())
                .param("low", told.lowMinutes())
                .param("high", told.highMinutes())
                .update();
    }

    /** The wait is over: the first call counts. */
    public void waited(Ticket ticket, int minutes) {
        sql.sql("""
                update queue.estimates set waited_minutes = :minutes
                where subdistrict_id = :subdistrict and ticket_id = :ticket and waited_minutes is null""")
                .param("minutes", minutes)
                .param("subdistrict", ticket.id().subdistrictId())
                .param("ticket", ticket.id().id())
                .update();
    }

    /** The figures of one day of every place in these subdistricts where anything happened, in one query. */
    public Map<QueuePlaceId, HallFigures> figures(List<UUID> subdistricts, LocalDate day) {
        Map<QueuePlaceId, HallFigures> found = new HashMap<>();
        sql.sql("""
                with t as (
                    select subdistrict_id, place_id,
                           count(*) filter (where state = 'WAITING') as waiting,
                           count(*) filter (where state = 'FINISHED' and day = :day) as served,
                           count(*) filter (where state = 'LEFT' and day = :day) as gone
                    from queue.tickets
                    where subdistrict_id = any (:subdistricts)
                      and (day = :day or state in ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED'))
                    group by subdistrict_id, place_id),
                s as (
                    select subdistrict_id, place_id, count(*) filter (where not paused) as counters
                    from queue.sittings where subdistrict_id = any (:subdistricts) and until is null
                    group by subdistrict_id, place_id),
                e as (
                    select subdistrict_id, place_id,
                           percentile_disc(0.5) within group (order by waited_minutes) as wait,
                           max(waited_minutes) as longest,
                           percentile_disc(0.5) within group
                               (order by abs(waited_minutes - (low_minutes + high_minutes) / 2)) as error,
                           100 * count(*) filter (where waited_minutes between low_minutes and high_minutes) / count(*)
                               as coverage
                    from queue.estimates
                    where subdistrict_id = any (:subdistricts) and day = :day and waited_minutes is not null
                    group by subdistrict_id, place_id)
                select coalesce(t.subdistrict_id, s.subdistrict_id), coalesce(t.place_id, s.place_id),
                       coalesce(t.waiting, 0), coalesce(s.counters, 0), coalesce(t.served, 0), coalesce(t.gone, 0),
                       e.wait, e.longest, e.error, e.coverage
                from t full join s using (subdistrict_id, place_id)
                left join e on e.subdistrict_id = coalesce(t.subdistrict_id, s.subdistrict_id)
                           and e.place_id = coalesce(t.place_id, s.place_id)""")
                .param("subdistricts", subdistricts.toArray(UUID[]::new))
                .param("day", day)
                .query(rs -> {
                    found.put(new QueuePlaceId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)), figures(rs));
                });
        return found;
    }

    private static HallFigures figures(ResultSet rs) throws SQLException {
        return new HallFigures(
                rs.getInt(3),
                rs.getInt(4),
                rs.getInt(5),
                rs.getInt(6),
                rs.getObject(7, Integer.class),
                rs.getObject(8, Integer.class),
                rs.getObject(9, Integer.class),
                rs.getObject(10) == null ? null : (Integer) (int) rs.getLong(10));
    }
}
