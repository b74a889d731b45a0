package org.jiamenkou.queue.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.PlanId;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.queue.SlotPlan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Slots as rows: made, taken away, and looked through. */
@Component
public class SlotStore {
    private final JdbcClient sql;

    SlotStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A slot as a plan wants it. */
    public record Wanted(UUID id, LocalDateTime startsAt, LocalDateTime opensAt, int capacity) {}

    /** One node at a time makes the slots of a place; until the transaction ends. */
    public void lockMaking(QueuePlaceId place) {
        sql.sql("select count(pg_advisory_xact_lock(:key))")
                .param(
                        "key",
                        place.id().getMostSignificantBits() ^ place.id().getLeastSignificantBits() ^ 0x510751075107L)
                .query(Long.class)
                .single();
    }

    /** Adds the slots of a plan or brings those that are there in line. Seats already given stay given. */
    public void put(SlotPlan plan, List<Wanted> wanted) {
        sql.sql("""
                        insert into queue.slots as s (subdistrict_id, id, area_id, place_id, plan_id, item_id, day, starts_at,
                            minutes, opens_at, capacity, reserved)
                        select :subdistrict, w.id, :area, :place, :plan, :item, (w.starts at time zone 'Asia/Shanghai')::date,
                               w.starts, :minutes, w.opens, w.capacity, least(:reserved, w.capacity)
                        from unnest(:ids::uuid[], :starts::timestamptz[], :opens::timestamptz[], :capacities::int[])
                             w (id, starts, opens, capacity)
                        on conflict (subdistrict_id, plan_id, starts_at) do update
                        set minutes = excluded.minutes, opens_at = excluded.opens_at, capacity = excluded.capacity,
                            reserved = excluded.reserved, state = 'OPEN', removed_why = null
                        where (s.minutes, s.opens_at, s.capacity, s.reserved, s.state)
                              is distinct from
                              (excluded.minutes, excluded.opens_at, excluded.capacity, excluded.reserved, 'OPEN')""")
                .param("subdistrict", plan.id().subdistrictId())
                .param("area", plan.place().areaId())
                .param("place", plan.placeId().id())
                .param("plan", plan.id().id())
                .param("item", plan.item() == null ? null : plan.item().value())
                .param("minutes", plan.pieces().minutes())
                .param("reserved", plan.pieces().reserved())
                .param("ids", BatchStore.uuids(wanted, Wanted::id))
                .param("starts", texts(wanted, Wanted::startsAt))
                .param("opens", texts(wanted, Wanted::opensAt))
                .param("capacities", wanted.stream().mapToInt(Wanted::capacity).toArray())
                .update();
    }

    private static String[] texts(List<Wanted> wanted, java.util.function.Function<Wanted, LocalDateTime> time) {
        return BatchStore.texts(
                wanted, one -> BookingRows.instant(time.apply(one)).toInstant().toString());
    }

    /** Takes away the open slots of a plan from a moment on that are not among these starts. @return how many */
    public int removeOthers(PlanId plan, LocalDateTime from, Collection<LocalDateTime> starts, String why) {
        return sql.sql("""
                        update queue.slots set state = 'REMOVED', removed_why = :why
                        where subdistrict_id = :subdistrict and plan_id = :plan and state = 'OPEN' and starts_at > :from
                          and not starts_at = any(:starts::timestamptz[])""")
                .param("why", why)
                .param("subdistrict", plan.subdistrictId())
                .param("plan", plan.id())
                .param("from", BookingRows.instant(from))
                .param(
                        "starts",
                        BatchStore.texts(
                                starts,
                                one -> BookingRows.instant(one).toInstant().toString()))
                .update();
    }

    /** Bookings of a place whose slot is gone and who have not been told, marked as told now. */
    public List<Booking> markDisplaced(QueuePlaceId place, Instant now) {
        return sql.sql("update queue.bookings b set displaced_at = :now from queue.slots s"
                        + " where b.subdistrict_id = :subdistrict and b.place_id = :place and b.state = 'BOOKED'"
                        + " and b.displaced_at is null and s.subdistrict_id = b.subdistrict_id and s.id = b.slot_id"
                        + " and s.state = 'REMOVED' and b.starts_at > :now returning " + BookingRows.COLUMNS)
                .param("now", Timestamp.from(now))
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** Bookings whose slot came back before the person chose another: they stand again. */
    public List<Booking> markRestored(QueuePlaceId place) {
        return sql.sql("update queue.bookings b set displaced_at = null from queue.slots s"
                        + " where b.subdistrict_id = :subdistrict and b.place_id = :place and b.state = 'BOOKED'"
                        + " and b.displaced_at is not null and s.subdistrict_id = b.subdistrict_id and s.id = b.slot_id"
                        + " and s.state = 'OPEN' returning " + BookingRows.COLUMNS)
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    public Optional<Slot> find(SlotId id) {
        return sql.sql("select s.* from queue.slots s where s.subdistrict_id = :subdistrict and s.id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query((rs, n) -> BookingRows.slot(rs))
                .optional();
    }

    /** By id alone, as a form names it. */
    public Optional<Slot> find(UUID id) {
        return sql.sql("select s.* from queue.slots s where s.id = :id")
                .param("id", id)
                .query((rs, n) -> BookingRows.slot(rs))
                .optional();
    }

    /** Slots of a plan that have not begun, full ones too, in order. */
    public List<Slot> listOf(PlanId plan, LocalDateTime from, LocalDate until) {
        return sql.sql("""
                        select s.* from queue.slots s
                        where s.subdistrict_id = :subdistrict and s.plan_id = :plan and s.state = 'OPEN' and s.starts_at > :from
                          and s.day <= :until order by s.starts_at""")
                .param("subdistrict", plan.subdistrictId())
                .param("plan", plan.id())
                .param("from", BookingRows.instant(from))
                .param("until", until)
                .query((rs, n) -> BookingRows.slot(rs))
                .list();
    }

    /** Open slots of these plans with a seat left for everybody, nearest in time to a moment. */
    public List<Slot> listNearest(Collection<PlanId> plans, LocalDateTime around, LocalDateTime now, int most) {
        return sql.sql("""
                        select s.* from queue.slots s
                        where s.plan_id = any(:plans) and s.state = 'OPEN' and s.starts_at > :now and s.opens_at <= :now
                          and s.capacity - s.taken - greatest(0, s.reserved - s.taken_priority) > 0
                        order by abs(extract(epoch from s.starts_at - :around)), s.starts_at limit :most""")
                .param("plans", BatchStore.uuids(plans, PlanId::id))
                .param("around", BookingRows.instant(around))
                .param("now", BookingRows.instant(now))
                .param("most", most)
                .query((rs, n) -> BookingRows.slot(rs))
                .list();
    }
}
