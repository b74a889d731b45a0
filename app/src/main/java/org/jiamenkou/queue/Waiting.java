package org.jiamenkou.queue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place on the waiting list of a day. Times are Shanghai time.
 *
 * @param ahead how many wait before them, 0 for the first
 * @param offered the slot whose seat is kept for them, null while they wait
 * @param offeredUntil until when
 */
public record Waiting(
        UUID id,
        PublicCode code,
        QueuePlaceId place,
        Place area,
        PlanId plan,
        ItemId item,
        LocalDate day,
        PersonId person,
        PriorityGroup priority,
        BookingChannel channel,
        State state,
        String madeBy,
        int ahead,
        @Nullable SlotId offered,
        @Nullable LocalDateTime offeredUntil) {
    public enum State {
        WAITING,
        OFFERED,
        TAKEN,
        EXPIRED,
        LEFT;

        public String messageKey() {
            return "queue.waitingState." + name();
        }
    }
}
