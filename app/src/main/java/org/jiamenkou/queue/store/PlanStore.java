package org.jiamenkou.queue.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.queue.BookingRules;
import org.jiamenkou.queue.PlanId;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.SlotPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans of slots, their exceptions, and the numbers of booking. */
@Component
public class PlanStore {
    private static final String SELECT = """
            select subdistrict_id, id, area_id, place_id, item_id, minutes, capacity, reserved, reserved_until_minutes,
                   days_ahead, release_minute, breaks, open_per_person, day_per_person, change_until_minutes, valid_from,
                   valid_to, source, sample, version
            from queue.slot_plans""";

    private final JdbcClient sql;

    PlanStore(JdbcClient sql) {
        this.sql = sql;
    }

    public BookingRules rules(LocalDate day) {
        return sql.sql("""
                        select no_shows, no_show_window_days, no_show_limit_days, offer_minutes, offer_before_minutes,
                               reminder_hours, wrong_tries
                        from queue.booking_rules where valid_from <= :day order by valid_from desc limit 1""")
                .param("day", day)
                .query((rs, n) -> new BookingRules(
                        new BookingRules.NoShows(rs.getInt(1), rs.getInt(2), rs.getInt(3)),
                        rs.getInt(4),
                        rs.getInt(5),
                        rs.getInt(6),
                        rs.getInt(7)))
                .single();
    }

    /** Numbers that ship with the program; a line of the same day that is there stays. */
    public void addRules(LocalDate validFrom, BookingRules rules, String source) {
        sql.sql("""
                        insert into queue.booking_rules (valid_from, no_shows, no_show_window_days, no_show_limit_days,
                            offer_minutes, offer_before_minutes, reminder_hours, wrong_tries, source)
                        values (:from, :count, :window, :limit, :offer, :before, :reminder, :tries, :source)
                        on conflict do nothing""")
                .param("from", validFrom)
                .param("count", rules.noShows().count())
                .param("window", rules.noShows().windowDays())
                .param("limit", rules.noShows().limitDays())
                .param("offer", rules.offerMinutes())
                .param("before", rules.offerBeforeMinutes())
                .param("reminder", rules.reminderHours())
                .param("tries", rules.wrongTries())
                .param("source", source)
                .update();
    }

    public Optional<SlotPlan> find(PlanId id) {
        return sql.sql(SELECT + " where subdistrict_id = :subdistrict and id = :id")
                .param("subdistrict", id.subdistrictId())
                .param("id", id.id())
                .query((rs, n) -> plan(rs))
                .optional();
    }

    /** Plans that hold today or later. */
    public List<SlotPlan> listAll(LocalDate today) {
        return sql.sql(SELECT + " where valid_to is null or valid_to >= :today order by subdistrict_id, place_id, id")
                .param("today", today)
                .query((rs, n) -> plan(rs))
                .list();
    }

    public List<SlotPlan> listAt(QueuePlaceId place, LocalDate today) {
        return sql.sql(SELECT + " where subdistrict_id = :subdistrict and place_id = :place"
                        + " and (valid_to is null or valid_to >= :today) order by item_id nulls first, valid_from")
                .param("subdistrict", place.subdistrictId())
                .param("place", place.id())
                .param("today", today)
                .query((rs, n) -> plan(rs))
                .list();
    }

    /** Places that give out time for this item today: plans of the item, and of every item. */
    public List<SlotPlan> listFor(ItemId item, LocalDate today) {
        return sql.sql(SELECT + " where (item_id = :item or item_id is null) and valid_from <= :today"
                        + " and (valid_to is null or valid_to >= :today) order by subdistrict_id, place_id")
                .param("item", item.value())
                .param("today", today)
                .query((rs, n) -> plan(rs))
                .list();
    }

    /** Adds plans that are not there yet. */
    public int addMissing(Collection<SlotPlan> plans) {
        int added = 0;
        for (SlotPlan plan : plans) {
            added += sql.sql("""
                            insert into queue.slot_plans (subdistrict_id, id, area_id, place_id, item_id, minutes, capacity,
                                reserved, reserved_until_minutes, days_ahead, release_minute, breaks, open_per_person,
                                day_per_person, change_until_minutes, valid_from, valid_to, source, sample)
                            values (:subdistrict, :id, :area, :place, :item, :minutes, :capacity, :reserved, :reservedUntil,
                                :daysAhead, :releaseMinute, :breaks, :open, :day, :changeUntil, :from, :to, :source, :sample)
                            on conflict do nothing""")
                    .param("subdistrict", plan.id().subdistrictId())
                    .param("id", plan.id().id())
                    .param("area", plan.place().areaId())
                    .param("place", plan.placeId().id())
                    .param("item", plan.item() == null ? null : plan.item().value())
                    .param("minutes", plan.pieces().minutes())
                    .param("capacity", plan.pieces().capacity())
                    .param("reserved", plan.pieces().reserved())
                    .param("reservedUntil", plan.pieces().reservedUntilMinutes())
                    .param("daysAhead", plan.release().daysAhead())
                    .param("releaseMinute", plan.release().minuteOfDay())
                    .param("breaks", minutes(plan.pieces().breaks()))
                    .param("open", plan.limits().openPerPerson())
                    .param("day", plan.limits().dayPerPerson())
                    .param("changeUntil", plan.limits().changeUntilMinutes())
                    .param("from", plan.validFrom())
                    .param("to", plan.validTo())
                    .param("source", plan.source())
                    .param("sample", plan.sample())
                    .update();
        }
        return added;
    }

    /** Saves the numbers of a plan. @return false when somebody saved in between */
    public boolean save(SlotPlan plan) {
        return sql.sql("""
                        update queue.slot_plans
                        set minutes = :minutes, capacity = :capacity, reserved = :reserved, days_ahead = :daysAhead,
                            release_minute = :releaseMinute, breaks = :breaks, open_per_person = :open,
                            day_per_person = :day, change_until_minutes = :changeUntil, version = version + 1
                        where subdistrict_id = :subdistrict and id = :id and version = :version""")
                        .param("minutes", plan.pieces().minutes())
                        .param("capacity", plan.pieces().capacity())
                        .param("reserved", plan.pieces().reserved())
                        .param("daysAhead", plan.release().daysAhead())
                        .param("releaseMinute", plan.release().minuteOfDay())
                        .param("breaks", minutes(plan.pieces().breaks()))
                        .param("open", plan.limits().openPerPerson())
                        .param("day", plan.limits().dayPerPerson())
                        .param("changeUntil", plan.limits().changeUntilMinutes())
                        .param("subdistrict", plan.id().subdistrictId())
                        .param("id", plan.id().id())
                        .param("version", plan.version())
                        .update()
                == 1;
    }

    /** A day on which a plan gives out another number of seats. */
    public record DayException(PlanId plan, LocalDate day, int capacity, String reason) {}

    public List<DayException> listExceptions(Collection<PlanId> plans, LocalDate from) {
        return sql.sql("""
                        select subdistrict_id, plan_id, day, capacity, reason from queue.plan_exceptions
                        where plan_id = any(:plans) and day >= :from order by day""")
                .param("plans", BatchStore.uuids(plans, PlanId::id))
                .param("from", from)
                .query((rs, n) -> new DayException(
                        new PlanId(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class)),
                        rs.getObject(3, LocalDate.class),
                        rs.getInt(4),
                        rs.getString(5)))
                .list();
    }

    public void putException(SlotPlan plan, DayException exception, String by, java.time.Instant now) {
        sql.sql("""
                        insert into queue.plan_exceptions (subdistrict_id, plan_id, day, area_id, capacity, reason, entered_by,
                            entered_at)
                        values (:subdistrict, :plan, :day, :area, :capacity, :reason, :by, :now)
                        on conflict (subdistrict_id, plan_id, day)
                        do update set capacity = excluded.capacity, reason = excluded.reason, entered_by = excluded.entered_by,
                            entered_at = excluded.entered_at""")
                .param("subdistrict", plan.id().subdistrictId())
                .param("plan", plan.id().id())
                .param("day", exception.day())
                .param("area", plan.place().areaId())
                .param("capacity", exception.capacity())
                .param("reason", exception.reason())
                .param("by", by)
                .param("now", java.sql.Timestamp.from(now))
                .update();
    }

    public void removeException(PlanId plan, LocalDate day) {
        sql.sql(
                        "delete from queue.plan_exceptions where subdistrict_id = :subdistrict and plan_id = :plan and day = :day")
                .param("subdistrict", plan.subdistrictId())
                .param("plan", plan.id())
                .param("day", day)
                .update();
    }

    private static Short[] minutes(List<Span> breaks) {
        return breaks.stream()
                .flatMap(span -> java.util.stream.Stream.of((short) span.opensMinute(), (short) span.closesMinute()))
                .toArray(Short[]::new);
    }

    private static List<Span> spans(@Nullable Array minutes) throws SQLException {
        List<Span> spans = new ArrayList<>();
        if (minutes != null) {
            Object[] all = (Object[]) minutes.getArray();
            for (int i = 0; i + 1 < all.length; i += 2) {
                spans.add(new Span(((Number) all[i]).intValue(), ((Number) all[i + 1]).intValue()));
            }
        }
        return spans;
    }

    private static SlotPlan plan(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject("subdistrict_id", UUID.class);
        UUID item = rs.getObject("item_id", UUID.class);
        return new SlotPlan(
                new PlanId(subdistrict, rs.getObject("id", UUID.class)),
                new QueuePlaceId(subdistrict, rs.getObject("place_id", UUID.class)),
                new Place(rs.getObject("area_id", UUID.class), subdistrict),
                item == null ? null : new ItemId(item),
                new SlotPlan.Pieces(
                        rs.getInt("minutes"),
                        rs.getInt("capacity"),
                        rs.getInt("reserved"),
                        rs.getInt("reserved_until_minutes"),
                        spans(rs.getArray("breaks"))),
                new SlotPlan.Release(rs.getInt("days_ahead"), rs.getInt("release_minute")),
                new SlotPlan.Limits(
                        rs.getInt("open_per_person"), rs.getInt("day_per_person"), rs.getInt("change_until_minutes")),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getString("source"),
                rs.getBoolean("sample"),
                rs.getInt("version"));
    }
}
