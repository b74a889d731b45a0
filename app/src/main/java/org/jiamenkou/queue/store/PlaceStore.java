package org.jiamenkou.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.queue.OrderRules;
import org.jiamenkou.queue.QueueMode;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Places of the queue and the rules of the order. */
@Component
public final class PlaceStore {
    private static final String SELECT =
            "select subdistrict_id, id, area_id, kind, code, mode, own_machine from queue.places";

    private final JdbcClient sql;

    PlaceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A place without what the network knows about it. */
    public record Row(
            QueuePlaceId id, Place place, QueuePlace.Kind kind, String code, QueueMode mode, boolean ownMachine) {}

    public Optional<Row> find(QueuePlaceId id) {
        return sql.sql(SELECT + " where subdistrict_id = :subdistrict and id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query((rs, n) -> row(rs))
                .optional();
    }

    public Optional<Row> findByCode(String code) {
        return sql.sql(SELECT + " where code = :code")
                .param("code", code)
                .query((rs, n) -> row(rs))
                .optional();
    }

    public List<Row> listIn(UUID subdistrict) {
        return sql.sql(SELECT + " where subdistrict_id = :subdistrict order by kind, code")
                .param("subdistrict", subdistrict)
                .query((rs, n) -> row(rs))
                .list();
    }

    public List<Row> list(Collection<QueuePlaceId> ids) {
        return sql.sql(SELECT + " where subdistrict_id = any (:subdistricts) and id = any (:ids)")
                .param(
                        "subdistricts",
                        ids.stream().map(QueuePlaceId::subdistrictId).distinct().toArray(UUID[]::new))
                .param("ids", ids.stream().map(QueuePlaceId::id).toArray(UUID[]::new))
                .query((rs, n) -> row(rs))
                .list();
    }

    public List<Row> listByCodes(Collection<String> codes) {
        return sql.sql(SELECT + " where code = any (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((rs, n) -> row(rs))
                .list();
    }

    public Optional<Row> findCentre(UUID subdistrict) {
        return sql.sql(SELECT + " where subdistrict_id = :subdistrict and kind = 'CENTRE' order by code limit 1")
                .param("subdistrict", subdistrict)
                .query((rs, n) -> row(rs))
                .optional();
    }

    private static Row row(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject(1, UUID.class);
        return new Row(
                new QueuePlaceId(subdistrict, rs.getObject(2, UUID.class)),
                new Place(rs.getObject(3, UUID.class), subdistrict),
                QueuePlace.Kind.valueOf(rs.getString(4)),
                rs.getString(5),
                QueueMode.valueOf(rs.getString(6)),
                rs.getBoolean(7));
    }

    /** Adds places that are not there yet; the others keep the mode they were given. Returns how many were added. */
    public int addMissing(List<Row> rows) {
        return sql.sql("""
                insert into queue.places (subdistrict_id, id, area_id, kind, code, mode)
                select * from unnest(:subdistricts::uuid[], :ids::uuid[], :areas::uuid[], :kinds::text[], :codes::text[],
                                     :modes::text[])
                on conflict do nothing""")
                .param(
                        "subdistricts",
                        rows.stream().map(row -> row.id().subdistrictId()).toArray(UUID[]::new))
                .param("ids", rows.stream().map(row -> row.id().id()).toArray(UUID[]::new))
                .param("areas", rows.stream().map(row -> row.place().areaId()).toArray(UUID[]::new))
                .param("kinds", rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("codes", rows.stream().map(Row::code).toArray(String[]::new))
                .param("modes", rows.stream().map(row -> row.mode().name()).toArray(String[]::new))
                .update();
    }

    /** The rules of this day. */
    public OrderRules rules(LocalDate day) {
        return sql.sql("""
                select due_before_minutes, due_after_minutes, most_in_a_row, recalls, returns from queue.order_rules
                where valid_from <= :day order by valid_from desc limit 1""")
                .param("day", day)
                .query((rs, n) -> new OrderRules(rs.getInt(1), rs.getInt(2), rs.getInt(3), rs.getInt(4), rs.getInt(5)))
                .single();
    }

    /** Rules that ship with the program; a line of the same day that is there stays. */
    public void addRules(LocalDate validFrom, OrderRules rules, String source) {
        sql.sql("""
                insert into queue.order_rules
                    (valid_from, due_before_minutes, due_after_minutes, most_in_a_row, recalls, returns, source)
                values (:from, :before, :after, :most, :recalls, :returns, :source) on conflict do nothing""")
                .param("from", validFrom)
                .param("before", rules.dueBeforeMinutes())
                .param("after", rules.dueAfterMinutes())
                .param("most", rules.mostInARow())
                .param("recalls", rules.recalls())
                .param("returns", rules.returns())
                .param("source", source)
                .update();
    }
}
