package org.jiamenkou.queue.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.rules.CallingOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The row of a place and day whose lock orders everything that happens there. */
@Component
public final class QueueDayStore {
    private final JdbcClient sql;

    QueueDayStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A place on one day. @param place where it lies, for rights */
    public record Day(QueuePlaceId id, Place place, LocalDate date) {}

    /** The counters of a day, under its lock until the transaction ends. */
    public record Locked(int lastNumber, long lastArrival, CallingOrder.Taken taken) {}

    /** Locks the row of the day, made when it is the first of the day. */
    public Locked lock(Day day) {
        return find(day).orElseGet(() -> {
            sql.sql("""
                    insert into queue.days (subdistrict_id, place_id, day, area_id)
                    values (:subdistrict, :place, :day, :area) on conflict do nothing""")
                    .param("subdistrict", day.id().subdistrictId())
                    .param("place", day.id().id())
                    .param("day", day.date())
                    .param("area", day.place().areaId())
                    .update();
            return find(day).orElseThrow();
        });
    }

    private Optional<Locked> find(Day day) {
        return sql.sql("""
                select last_number, last_arrival, due_taken, priority_taken from queue.days
                where subdistrict_id = :subdistrict and place_id = :place and day = :day for update""")
                .param("subdistrict", day.id().subdistrictId())
                .param("place", day.id().id())
                .param("day", day.date())
                .query((rs, n) ->
                        new Locked(rs.getInt(1), rs.getLong(2), new CallingOrder.Taken(rs.getInt(3), rs.getInt(4))))
                .optional();
    }

    /** What has been called since the last ticket in plain order; nothing when the day has not begun. Takes no lock. */
    public CallingOrder.Taken taken(Day day) {
        return sql.sql("""
                select due_taken, priority_taken from queue.days
                where subdistrict_id = :subdistrict and place_id = :place and day = :day""")
                .param("subdistrict", day.id().subdistrictId())
                .param("place", day.id().id())
                .param("day", day.date())
                .query((rs, n) -> new CallingOrder.Taken(rs.getInt(1), rs.getInt(2)))
                .optional()
                .orElse(CallingOrder.Taken.NOTHING);
    }

    /** Writes the counters back; the row is locked by this transaction. */
    public void set(Day day, Locked to) {
        sql.sql("""
                update queue.days
                set last_number = :number, last_arrival = :arrival, due_taken = :due, priority_taken = :priority
                where subdistrict_id = :subdistrict and place_id = :place and day = :day""")
                .param("number", to.lastNumber())
                .param("arrival", to.lastArrival())
                .param("due", to.taken().due())
                .param("priority", to.taken().priority())
                .param("subdistrict", day.id().subdistrictId())
                .param("place", day.id().id())
                .param("day", day.date())
                .update();
    }

    /** Numbers of the day that are on no ticket: there must be none. */
    public List<Integer> listUnaccounted(Day day) {
        return sql.sql("""
                select n from queue.days d cross join generate_series(1, d.last_number) n
                where d.subdistrict_id = :subdistrict and d.place_id = :place and d.day = :day
                  and not exists (select from queue.tickets t
                                  where t.subdistrict_id = d.subdistrict_id and t.place_id = d.place_id
                                    and t.day = d.day and t.number = n)
                order by n""")
                .param("subdistrict", day.id().subdistrictId())
                .param("place", day.id().id())
                .param("day", day.date())
                .query((rs, n) -> rs.getInt(1))
                .list();
    }
}
