package org.jiamenkou.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.BookingChannel;
import org.jiamenkou.queue.PlanId;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.queue.Waiting;
import org.jiamenkou.registry.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The waiting list of a plan's day: in order of coming, offers hold a seat of a slot. */
@Component
public class WaitingStore {
    private static final String SELECT = """
            select w.*, (select count(*) from queue.waiting_list a
                         where a.subdistrict_id = w.subdistrict_id and a.plan_id = w.plan_id and a.day = w.day
                           and a.state = 'WAITING' and (a.made_at, a.id) < (w.made_at, w.id)) as ahead
            from queue.waiting_list w""";

    private final JdbcClient sql;

    WaitingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false when the person waits for that day already, or the key was used before */
    public boolean add(Waiting waiting, UUID key, Instant now) {
        return sql.sql("""
                        insert into queue.waiting_list (subdistrict_id, id, area_id, place_id, plan_id, item_id, day, person_id,
                            priority, code, channel, state, made_by, request_key, made_at)
                        values (:subdistrict, :id, :area, :place, :plan, :item, :day, :person, :priority, :code, :channel,
                            'WAITING', :by, :key, :now)
                        on conflict do nothing""")
                        .param("subdistrict", waiting.plan().subdistrictId())
                        .param("id", waiting.id())
                        .param("area", waiting.area().areaId())
                        .param("place", waiting.place().id())
                        .param("plan", waiting.plan().id())
                        .param("item", waiting.item().value())
                        .param("day", waiting.day())
                        .param("person", waiting.person().value())
                        .param("priority", waiting.priority().name())
                        .param("code", waiting.code().value())
                        .param("channel", waiting.channel().name())
                        .param("by", waiting.madeBy())
                        .param("key", key)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    public Optional<Waiting> findByCode(UUID subdistrict, String code) {
        return sql.sql(SELECT + " where w.subdistrict_id = :subdistrict and w.code = :code")
                .param("subdistrict", subdistrict)
                .param("code", code)
                .query((rs, n) -> waiting(rs))
                .optional();
    }

    /** The open entry of a person for a day, or the one a key made. */
    public Optional<Waiting> findSame(Waiting like, UUID key) {
        return sql.sql(SELECT + " where w.subdistrict_id = :subdistrict and (w.made_by = :by and w.request_key = :key"
                        + " or w.person_id = :person and w.plan_id = :plan and w.day = :day and w.state in ('WAITING', 'OFFERED'))"
                        + " order by (w.made_by = :by and w.request_key = :key) desc limit 1")
                .param("subdistrict", like.plan().subdistrictId())
                .param("by", like.madeBy())
                .param("key", key)
                .param("person", like.person().value())
                .param("plan", like.plan().id())
                .param("day", like.day())
                .query((rs, n) -> waiting(rs))
                .optional();
    }

    public List<Waiting> listOfPeople(Collection<UUID> people, LocalDate since) {
        return sql.sql(SELECT + " where w.person_id = any(:people) and w.day >= :since"
                        + " and w.state in ('WAITING', 'OFFERED') order by w.day, w.made_at")
                .param("people", people.toArray(UUID[]::new))
                .param("since", since)
                .query((rs, n) -> waiting(rs))
                .list();
    }

    public List<Waiting> listAt(QueuePlaceId place, LocalDate since) {
        return sql.sql(SELECT + " where w.subdistrict_id = :subdistrict and w.place_id = :place and w.day >= :since"
                        + " and w.state in ('WAITING', 'OFFERED') order by w.day, w.made_at, w.id limit 200")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("since", since)
                .query((rs, n) -> waiting(rs))
                .list();
    }

    /** Slots with a free seat on days somebody waits for, locked; the earliest first. */
    public List<Slot> lockWanted(Instant now, Instant notBefore, int most) {
        return sql.sql("""
                        select s.* from queue.slots s
                        where s.state = 'OPEN' and s.taken < s.capacity and s.opens_at <= :now and s.starts_at > :notBefore
                          and exists (select 1 from queue.waiting_list w
                                      where w.subdistrict_id = s.subdistrict_id and w.plan_id = s.plan_id and w.day = s.day
                                        and w.state = 'WAITING')
                        order by s.subdistrict_id, s.id limit :most for no key update of s skip locked""")
                .param("now", Timestamp.from(now))
                .param("notBefore", Timestamp.from(notBefore))
                .param("most", most)
                .query((rs, n) -> BookingRows.slot(rs))
                .list();
    }

    /** Who waits for a day of a plan, in order, locked. */
    public List<Waiting> lockWaiting(PlanId plan, LocalDate day, int most) {
        return sql.sql("""
                        select w.*, 0 as ahead from queue.waiting_list w
                        where w.subdistrict_id = :subdistrict and w.plan_id = :plan and w.day = :day and w.state = 'WAITING'
                        order by w.made_at, w.id limit :most for update of w skip locked""")
                .param("subdistrict", plan.subdistrictId())
                .param("plan", plan.id())
                .param("day", day)
                .param("most", most)
                .query((rs, n) -> waiting(rs))
                .list();
    }

    public void offer(Waiting to, SlotId slot, Instant until) {
        sql.sql("""
                        update queue.waiting_list set state = 'OFFERED', offered_slot = :slot, offered_until = :until
                        where subdistrict_id = :subdistrict and id = :id""")
                .param("slot", slot.id())
                .param("until", Timestamp.from(until))
                .param("subdistrict", slot.subdistrictId())
                .param("id", to.id())
                .update();
    }

    /** A seat that was given back. */
    public record Freed(SlotId slot, boolean priority) {}

    /** Slots of offers whose time is over; locked first, because seats are given back under the slot's lock. */
    public List<SlotId> lockSlotsOfOver(Instant now) {
        return sql.sql("""
                        select s.subdistrict_id, s.id from queue.slots s
                        where (s.subdistrict_id, s.id) in
                              (select w.subdistrict_id, w.offered_slot from queue.waiting_list w
                               where w.state = 'OFFERED' and (w.offered_until <= :now))
                        order by s.subdistrict_id, s.id for no key update of s skip locked""")
                .param("now", Timestamp.from(now))
                .query((rs, n) -> new SlotId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)))
                .list();
    }

    public List<Freed> expire(Collection<SlotId> slots, Instant now) {
        return sql.sql("""
                        update queue.waiting_list w set state = 'EXPIRED'
                        from unnest(:subdistricts::uuid[], :slots::uuid[]) o (subdistrict_id, slot)
                        where w.subdistrict_id = o.subdistrict_id and w.offered_slot = o.slot and w.state = 'OFFERED'
                          and w.offered_until <= :now
                        returning w.subdistrict_id, w.offered_slot, w.priority""")
                .param("subdistricts", BatchStore.uuids(slots, SlotId::subdistrictId))
                .param("slots", BatchStore.uuids(slots, SlotId::id))
                .param("now", Timestamp.from(now))
                .query((rs, n) -> freed(rs))
                .list();
    }

    /** Days that are over: nobody waits for them any more. */
    public int expireDays(LocalDate today) {
        return sql.sql("update queue.waiting_list set state = 'EXPIRED' where state = 'WAITING' and day < :today")
                .param("today", today)
                .update();
    }

    /** Leaves the list; the seat of an offer is given back by the caller. @return the seat, empty when none was held */
    public Optional<Freed> leave(UUID subdistrict, UUID id) {
        return sql.sql("""
                        with before as (select subdistrict_id, id, state, offered_slot, priority from queue.waiting_list
                                        where subdistrict_id = :subdistrict and id = :id for update),
                        done as (update queue.waiting_list w set state = 'LEFT' from before b
                                 where w.subdistrict_id = b.subdistrict_id and w.id = b.id
                                   and b.state in ('WAITING', 'OFFERED') returning w.id)
                        select b.subdistrict_id, b.offered_slot, b.priority from before b join done d on d.id = b.id
                        where b.state = 'OFFERED'""")
                .param("subdistrict", subdistrict)
                .param("id", id)
                .query((rs, n) -> freed(rs))
                .optional();
    }

    private static Freed freed(ResultSet rs) throws SQLException {
        return new Freed(
                new SlotId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                !rs.getString(3).equals("NONE"));
    }

    private static Waiting waiting(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject("subdistrict_id", UUID.class);
        UUID offered = rs.getObject("offered_slot", UUID.class);
        Timestamp until = rs.getTimestamp("offered_until");
        LocalDateTime offeredUntil = until == null ? null : BookingRows.shanghai(until);
        return new Waiting(
                rs.getObject("id", UUID.class),
                new PublicCode(rs.getString("code")),
                new QueuePlaceId(subdistrict, rs.getObject("place_id", UUID.class)),
                new Place(rs.getObject("area_id", UUID.class), subdistrict),
                new PlanId(subdistrict, rs.getObject("plan_id", UUID.class)),
                new ItemId(rs.getObject("item_id", UUID.class)),
                rs.getObject("day", LocalDate.class),
                new PersonId(rs.getObject("person_id", UUID.class)),
                PriorityGroup.valueOf(rs.getString("priority")),
                BookingChannel.valueOf(rs.getString("channel")),
                Waiting.State.valueOf(rs.getString("state")),
                rs.getString("made_by"),
                rs.getInt("ahead"),
                offered == null ? null : new SlotId(subdistrict, offered),
                offeredUntil);
    }
}
