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
                update queue.tickets set waited_minutes = :minutes
                where subdistrict_id = :subdistrict and id = :ticket and waited_minutes is null""")
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
                    select t.subdistrict_id, t.place_id,
                           count(*) filter (where t.state = 'WAITING') as waiting,
                           count(*) filter (where t.state = 'FINISHED' and t.day = :day) as served,
                           count(*) filter (where t.state = 'LEFT' and t.day = :day) as gone,
                           percentile_disc(0.5) within group (order by t.waited_minutes)
                               filter (where t.day = :day and t.waited_minutes is not null) as wait,
                           max(t.waited_minutes) filter (where t.day = :day) as longest,
                           percentile_disc(0.5) within group
                               (order by abs(t.waited_minutes - (e.low_minutes + e.high_minutes) / 2))
                               filter (where e.day = :day and t.waited_minutes is not null) as error,
                           100 * count(*) filter (where e.day = :day
                                                  and t.waited_minutes between e.low_minutes and e.high_minutes)
                               / nullif(count(*) filter (where e.day = :day and t.waited_minutes is not null), 0)
                               as coverage
                    from queue.tickets t
                    left join queue.estimates e on e.subdistrict_id = t.subdistrict_id and e.ticket_id = t.id
                    where t.subdistrict_id = any (:subdistricts)
                      and (t.day = :day or t.state in ('EXPECTED', 'WAITING', 'CALLED', 'SERVING', 'HELD', 'PASSED'))
                    group by t.subdistrict_id, t.place_id),
                s as (
                    select subdistrict_id, place_id, count(*) filter (where not paused) as counters
                    from queue.sittings where subdistrict_id = any (:subdistricts) and until is null
                    group by subdistrict_id, place_id)
                select coalesce(t.subdistrict_id, s.subdistrict_id), coalesce(t.place_id, s.place_id),
                       coalesce(t.waiting, 0), coalesce(s.counters, 0), coalesce(t.served, 0), coalesce(t.gone, 0),
                       t.wait, t.longest, t.error, t.coverage
                from t full join s on s.subdistrict_id = t.subdistrict_id and s.place_id = t.place_id""")
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
