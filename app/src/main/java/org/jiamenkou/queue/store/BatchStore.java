package org.jiamenkou.queue.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingId;
import org.jiamenkou.queue.BookingState;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.queue.SlotPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The few statements with which any number of bookings is written. Locks are taken in this order: people, slots, bookings. */
@Component
public class BatchStore {
    private final JdbcClient sql;

    BatchStore(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One person's bookings are decided one after another, on whichever node; until the transaction ends. Plans are made for
     * the batch at hand: one made for ten rows does not serve a thousand, and tables grow fast in a rush.
     */
    public void lockPeople(Collection<UUID> people) {
        long[] keys = people.stream()
                .mapToLong(id -> id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17))
                .sorted()
                .distinct()
                .toArray();
        sql.sql("select count(pg_advisory_xact_lock(k)), set_config('plan_cache_mode', 'force_custom_plan', true)"
                        + " from unnest(:keys::bigint[]) k")
                .param("keys", keys)
                .query((rs, n) -> rs.getLong(1))
                .single();
    }

    /**
     * A booking and the request that made it.
     *
     * @param requestKey of the actor and the key of the form
     */
    public record Fact(Booking booking, UUID requestKey) {}

    /** Everything of these people since a day, whatever became of it. */
    public List<Fact> listFacts(Collection<UUID> people, LocalDate since) {
        return sql.sql("select " + BookingRows.COLUMNS + ", b.request_key from queue.bookings b"
                        + " where b.person_id = any(:people) and b.day >= :since")
                .param("people", people.toArray(UUID[]::new))
                .param("since", since)
                .query((rs, n) -> new Fact(BookingRows.booking(rs), rs.getObject("request_key", UUID.class)))
                .list();
    }

    /** The booking that a request made, whatever became of it. */
    public Optional<Booking> findByKey(UUID subdistrict, UUID requestKey) {
        return sql.sql("select " + BookingRows.COLUMNS + " from queue.bookings b"
                        + " where b.subdistrict_id = :subdistrict and b.request_key = :key")
                .param("subdistrict", subdistrict)
                .param("key", requestKey)
                .query((rs, n) -> BookingRows.booking(rs))
                .optional();
    }

    /** Slots of bookings; a booking never changes its slot. */
    public List<SlotId> listSlotsOf(Collection<BookingId> bookings) {
        return sql.sql("""
                        select b.subdistrict_id, b.slot_id from queue.bookings b
                        join unnest(:subdistricts::uuid[], :ids::uuid[]) w (subdistrict_id, id) using (subdistrict_id, id)""")
                .param("subdistricts", uuids(bookings, BookingId::subdistrictId))
                .param("ids", uuids(bookings, BookingId::id))
                .query((rs, n) -> new SlotId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .list();
    }

    /** @param reserved kept seats as planned, whatever the moment */
    public record Locked(
            Slot slot,
            SlotPlan.Limits limits,
            int reservedUntilMinutes,
            UUID areaId,
            @Nullable String prefix) {}

    /** Each slot locked once, in the order of ids. */
    public List<Locked> lockSlots(Set<SlotId> slots) {
        return sql.sql("""
                        select s.*, p.open_per_person, p.day_per_person, p.change_until_minutes, p.reserved_until_minutes,
                               left(q.code, 2) as prefix
                        from queue.slots s
                        join unnest(:subdistricts::uuid[], :ids::uuid[]) w (subdistrict_id, id) using (subdistrict_id, id)
                        join queue.slot_plans p on p.subdistrict_id = s.subdistrict_id and p.id = s.plan_id
                        join queue.places q on q.subdistrict_id = s.subdistrict_id and q.id = s.place_id
                        order by s.subdistrict_id, s.id for no key update of s""")
                .param("subdistricts", uuids(slots, SlotId::subdistrictId))
                .param("ids", uuids(slots, SlotId::id))
                .query((rs, n) -> new Locked(
                        BookingRows.slot(rs),
                        new SlotPlan.Limits(
                                rs.getInt("open_per_person"),
                                rs.getInt("day_per_person"),
                                rs.getInt("change_until_minutes")),
                        rs.getInt("reserved_until_minutes"),
                        rs.getObject("area_id", UUID.class),
                        rs.getString("prefix")))
                .list();
    }

    public List<Booking> lockBookings(Collection<BookingId> bookings) {
        return sql.sql("select " + BookingRows.COLUMNS + " from queue.bookings b"
                        + " join unnest(:subdistricts::uuid[], :ids::uuid[]) w (subdistrict_id, id) using (subdistrict_id, id)"
                        + " order by b.subdistrict_id, b.id for no key update of b")
                .param("subdistricts", uuids(bookings, BookingId::subdistrictId))
                .param("ids", uuids(bookings, BookingId::id))
                .query((rs, n) -> BookingRows.booking(rs))
                .list();
    }

    /** A code at a place on a day, where its last four characters must tell it from the others. */
    public record Coded(QueuePlaceId place, LocalDate day, String code) {}

    /** Those codes that cannot be given there: taken in the subdistrict, or their last four at the place on that day. */
    public Set<String> listTaken(List<Coded> codes) {
        return Set.copyOf(sql.sql("""
                        select n.code
                        from unnest(:subdistricts::uuid[], :places::uuid[], :days::date[], :codes::text[])
                             n (subdistrict, place, day, code)
                        cross join lateral (select 1 from queue.bookings b
                                            where b.subdistrict_id = n.subdistrict and b.place_id = n.place
                                              and b.day = n.day and b.short_code = right(n.code, 4) limit 1) t""")
                .param("subdistricts", uuids(codes, one -> one.place().subdistrictId()))
                .param("places", uuids(codes, one -> one.place().id()))
                .param("days", texts(codes, one -> one.day().toString()))
                .param("codes", texts(codes, Coded::code))
                .query(String.class)
                .list());
    }

    public void add(List<Fact> rows, Instant now) {
        sql.sql("""
                        insert into queue.bookings (subdistrict_id, id, area_id, place_id, slot_id, item_id, person_id, code,
                            state, channel, priority, day, starts_at, minutes, made_by, request_key, made_at)
                        select s.subdistrict_id, n.id, s.area_id, s.place_id, s.id, n.item, n.person, n.code,
                               'BOOKED', n.channel, n.priority, s.day, s.starts_at, s.minutes, n.made_by, n.key, :now
                        from unnest(:ids::uuid[], :subdistricts::uuid[], :slots::uuid[], :items::uuid[], :people::uuid[],
                                    :codes::text[], :channels::text[], :priorities::text[], :by::text[], :keys::uuid[])
                             n (id, subdistrict, slot, item, person, code, channel, priority, made_by, key)
                        join queue.slots s on s.subdistrict_id = n.subdistrict and s.id = n.slot""")
                .param("now", Timestamp.from(now))
                .param("ids", uuids(rows, row -> row.booking().id().id()))
                .param("subdistricts", uuids(rows, row -> row.booking().id().subdistrictId()))
                .param("slots", uuids(rows, row -> row.booking().slot().id()))
                .param("items", uuids(rows, row -> row.booking().item().value()))
                .param("people", uuids(rows, row -> row.booking().person().value()))
                .param("codes", texts(rows, row -> row.booking().code().value()))
                .param("channels", texts(rows, row -> row.booking().channel().name()))
                .param("priorities", texts(rows, row -> row.booking().priority().name()))
                .param("by", texts(rows, row -> row.booking().madeBy()))
                .param("keys", uuids(rows, Fact::requestKey))
                .update();
    }

    /** @param into what became of it; {@code by}: the actor */
    public record Ending(
            BookingId booking,
            BookingState into,
            String by,
            @Nullable BookingId replacement) {}

    public void end(List<Ending> endings, Instant now) {
        sql.sql("""
                        update queue.bookings b set state = e.state, ended_at = :now, ended_by = e.by
                        from unnest(:subdistricts::uuid[], :ids::uuid[], :states::text[], :by::text[])
                             e (subdistrict_id, id, state, by)
                        where b.subdistrict_id = e.subdistrict_id and b.id = e.id""")
                .param("now", Timestamp.from(now))
                .param("subdistricts", uuids(endings, one -> one.booking().subdistrictId()))
                .param("ids", uuids(endings, one -> one.booking().id()))
                .param("states", texts(endings, one -> one.into().name()))
                .param("by", texts(endings, Ending::by))
                .update();
    }

    /** The new booking of a change names the old one; what only ended is left out. */
    public void linkMoves(List<Ending> endings) {
        List<Ending> moves =
                endings.stream().filter(one -> one.replacement() != null).toList();
        if (moves.isEmpty()) {
            return;
        }
        sql.sql("""
                        update queue.bookings b set moved_from = m.old
                        from unnest(:subdistricts::uuid[], :news::uuid[], :olds::uuid[]) m (subdistrict_id, id, old)
                        where b.subdistrict_id = m.subdistrict_id and b.id = m.id""")
                .param("subdistricts", uuids(moves, one -> one.booking().subdistrictId()))
                .param(
                        "news",
                        uuids(
                                moves,
                                one -> one.replacement() == null
                                        ? null
                                        : one.replacement().id()))
                .param("olds", uuids(moves, one -> one.booking().id()))
                .update();
    }

    /** Seats given and given back. */
    public record Moved(SlotId slot, int taken, int takenPriority) {}

    public void move(List<Moved> moved) {
        sql.sql("""
                        update queue.slots s set taken = s.taken + m.taken, taken_priority = s.taken_priority + m.priority
                        from unnest(:subdistricts::uuid[], :ids::uuid[], :taken::int[], :priority::int[])
                             m (subdistrict_id, id, taken, priority)
                        where s.subdistrict_id = m.subdistrict_id and s.id = m.id""")
                .param("subdistricts", uuids(moved, one -> one.slot().subdistrictId()))
                .param("ids", uuids(moved, one -> one.slot().id()))
                .param("taken", moved.stream().mapToInt(Moved::taken).toArray())
                .param("priority", moved.stream().mapToInt(Moved::takenPriority).toArray())
                .update();
    }

    static <T> @Nullable UUID[] uuids(Collection<T> from, Function<T, @Nullable UUID> id) {
        return from.stream().map(id).toArray(UUID[]::new);
    }

    static <T> String[] texts(Collection<T> from, Function<T, String> text) {
        return from.stream().map(text).toArray(String[]::new);
    }
}
