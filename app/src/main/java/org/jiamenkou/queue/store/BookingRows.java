package org.jiamenkou.queue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingChannel;
import org.jiamenkou.queue.BookingId;
import org.jiamenkou.queue.BookingState;
import org.jiamenkou.queue.PlanId;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.SlotId;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/** Rows of queue.slots and queue.bookings as values. */
final class BookingRows {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final String COLUMNS =
            "b.subdistrict_id, b.id, b.area_id, b.place_id, b.slot_id, b.item_id, b.person_id, b.code,"
                    + " b.state, b.channel, b.priority, b.starts_at, b.minutes, b.made_by, b.made_at, b.displaced_at";

    private BookingRows() {}

    static Booking booking(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject("subdistrict_id", UUID.class);
        return new Booking(
                new BookingId(subdistrict, rs.getObject("id", UUID.class)),
                new PublicCode(rs.getString("code")),
                new QueuePlaceId(subdistrict, rs.getObject("place_id", UUID.class)),
                new Place(rs.getObject("area_id", UUID.class), subdistrict),
                new SlotId(subdistrict, rs.getObject("slot_id", UUID.class)),
                new ItemId(rs.getObject("item_id", UUID.class)),
                new PersonId(rs.getObject("person_id", UUID.class)),
                BookingState.valueOf(rs.getString("state")),
                BookingChannel.valueOf(rs.getString("channel")),
                PriorityGroup.valueOf(rs.getString("priority")),
                shanghai(rs.getTimestamp("starts_at")),
                rs.getInt("minutes"),
                rs.getString("made_by"),
                shanghai(rs.getTimestamp("made_at")),
                orNull(rs.getTimestamp("displaced_at")));
    }

    /** Of {@code select s.* from queue.slots s}. */
    static Slot slot(ResultSet rs) throws SQLException {
        UUID subdistrict = rs.getObject("subdistrict_id", UUID.class);
        UUID item = rs.getObject("item_id", UUID.class);
        return new Slot(
                new SlotId(subdistrict, rs.getObject("id", UUID.class)),
                new PlanId(subdistrict, rs.getObject("plan_id", UUID.class)),
                new QueuePlaceId(subdistrict, rs.getObject("place_id", UUID.class)),
                item == null ? null : new ItemId(item),
                shanghai(rs.getTimestamp("starts_at")),
                rs.getInt("minutes"),
                shanghai(rs.getTimestamp("opens_at")),
                new Slot.Seats(
                        rs.getInt("capacity"), rs.getInt("reserved"), rs.getInt("taken"), rs.getInt("taken_priority")),
                rs.getString("state").equals("REMOVED"));
    }

    static LocalDateTime shanghai(Timestamp at) {
        return LocalDateTime.ofInstant(at.toInstant(), SHANGHAI);
    }

    static Timestamp instant(LocalDateTime at) {
        return Timestamp.from(at.atZone(SHANGHAI).toInstant());
    }

    private static @Nullable LocalDateTime orNull(@Nullable Timestamp at) {
        return at == null ? null : shanghai(at);
    }
}
