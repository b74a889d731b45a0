package org.jiamenkou.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.queue.Counter;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Sitting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counters and who sits at them. */
@Component
public final class CounterStore {
    private static final String SELECT = """
            select c.subdistrict_id, c.place_id, c.id, c.number, c.room_zh, c.room_en, c.classes,
                   s.id, s.account_id, s.worker, s.classes, s.since, s.paused, s.help_wanted
            from queue.counters c
            left join queue.sittings s
                on s.subdistrict_id = c.subdistrict_id and s.counter_id = c.id and s.until is null
            """;

    private final JdbcClient sql;

    CounterStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The counters of a place by number, with who sits there. */
    public List<Counter> list(QueuePlaceId place) {
        return sql.sql(SELECT + """
                where c.subdistrict_id = :subdistrict and c.place_id = :place and c.closed_on is null order by c.number""")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> counter(rs))
                .list();
    }

    public Optional<Counter> find(UUID subdistrict, UUID id) {
        return sql.sql(SELECT + "where c.subdistrict_id = :subdistrict and c.id = :id and c.closed_on is null")
                .param("subdistrict", subdistrict)
                .param("id", id)
                .query((rs, n) -> counter(rs))
                .optional();
    }

    /** Where this worker sits now. */
    public Optional<Counter> findOfWorker(UUID accountId) {
        return sql.sql(SELECT + "where s.account_id = :account order by s.since desc limit 1")
                .param("account", accountId)
                .query((rs, n) -> counter(rs))
                .optional();
    }

    /** A counter to be added. */
    public record NewCounter(
            QueuePlaceId place,
            UUID id,
            Place where,
            int number,
            @Nullable LocalText room,
            Set<String> classes,
            boolean sample) {}

    /** @return false when the place has a counter of this number */
    public boolean add(NewCounter counter) {
        LocalText room = counter.room();
        return sql.sql("""
                insert into queue.counters
                    (subdistrict_id, id, place_id, area_id, number, room_zh, room_en, classes, sample)
                values (:subdistrict, :id, :place, :area, :number, :roomZh, :roomEn, :classes, :sample)
                on conflict do nothing""")
                        .param("subdistrict", counter.place().subdistrictId())
                        .param("id", counter.id())
                        .param("place", counter.place().id())
                        .param("area", counter.where().areaId())
                        .param("number", counter.number())
                        .param("roomZh", room == null ? null : room.zh())
                        .param("roomEn", room == null ? null : room.en())
                        .param("classes", counter.classes().toArray(String[]::new))
                        .param("sample", counter.sample())
                        .update()
                == 1;
    }

    /** Sits a worker down. @return false when the counter or the worker is taken */
    public boolean sit(QueuePlaceId place, Place where, Sitting sitting) {
        return sql.sql("""
                insert into queue.sittings
                    (subdistrict_id, id, place_id, counter_id, area_id, account_id, worker, classes, since)
                values (:subdistrict, :id, :place, :counter, :area, :account, :worker, :classes, :since)
                on conflict do nothing""")
                        .param("subdistrict", place.subdistrictId())
                        .param("id", sitting.id())
                        .param("place", place.id())
                        .param("counter", sitting.counter())
                        .param("area", where.areaId())
                        .param("account", sitting.accountId())
                        .param("worker", sitting.worker())
                        .param("classes", sitting.classes().toArray(String[]::new))
                        .param("since", Timestamp.from(sitting.since()))
                        .update()
                == 1;
    }

    /** The worker gets up, wherever they sit. */
    public void rise(UUID accountId, Instant at) {
        sql.sql(
                        "update queue.sittings set until = :at, help_wanted = false where account_id = :account and until is null")
                .param("at", Timestamp.from(at))
                .param("account", accountId)
                .update();
    }

    public void set(UUID subdistrict, Sitting sitting) {
        sql.sql("""
                update queue.sittings set paused = :paused, help_wanted = :help
                where subdistrict_id = :subdistrict and id = :id and until is null""")
                .param("paused", sitting.paused())
                .param("help", sitting.helpWanted())
                .param("subdistrict", subdistrict)
                .param("id", sitting.id())
                .update();
    }

    private static Counter counter(ResultSet rs) throws SQLException {
        String room = rs.getString(5);
        UUID sitting = rs.getObject(8, UUID.class);
        UUID counter = rs.getObject(3, UUID.class);
        return new Counter(
                new QueuePlaceId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                counter,
                rs.getInt(4),
                room == null ? null : new LocalText(room, rs.getString(6)),
                Set.of((String[]) rs.getArray(7).getArray()),
                sitting == null
                        ? null
                        : new Sitting(
                                sitting,
                                counter,
                                rs.getObject(9, UUID.class),
                                rs.getString(10),
                                Set.of((String[]) rs.getArray(11).getArray()),
                                rs.getTimestamp(12).toInstant(),
                                rs.getBoolean(13),
                                rs.getBoolean(14)));
    }
}
