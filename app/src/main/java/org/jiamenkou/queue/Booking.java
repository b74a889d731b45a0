package org.jiamenkou.queue;

import java.time.LocalDateTime;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's seat in a slot. Times are Shanghai time.
 *
 * @param code eight characters; the last four are enough at check-in there on that day
 * @param madeBy key of who typed it
 * @param displacedAt since when its slot is gone, null while it stands
 */
public record Booking(
        BookingId id,
        PublicCode code,
        QueuePlaceId place,
        Place area,
        SlotId slot,
        ItemId item,
        PersonId person,
        BookingState state,
        BookingChannel channel,
        PriorityGroup priority,
        LocalDateTime startsAt,
        int minutes,
        String madeBy,
        LocalDateTime madeAt,
        @Nullable LocalDateTime displacedAt) {

    public LocalDateTime endsAt() {
        return startsAt.plusMinutes(minutes);
    }

    /** What is said at the desk: the last four characters. */
    public String shortCode() {
        return code.value().substring(code.value().length() - 4);
    }

    public boolean isDisplaced() {
        return displacedAt != null && state == BookingState.BOOKED;
    }
}
