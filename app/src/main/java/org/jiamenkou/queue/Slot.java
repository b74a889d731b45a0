package org.jiamenkou.queue;

import java.time.LocalDateTime;
import org.jiamenkou.catalogue.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * A piece of time that can be booked, as it stands at the moment of reading. Times are Shanghai time.
 *
 * @param item null when it is for every item of the place
 * @param opensAt from when it may be booked
 * @param removed the place is closed then after all; nobody may book it, whoever has is told
 */
public record Slot(
        SlotId id,
        PlanId plan,
        QueuePlaceId place,
        @Nullable ItemId item,
        LocalDateTime startsAt,
        int minutes,
        LocalDateTime opensAt,
        Seats seats,
        boolean removed) {

    /**
     * @param reserved kept for people with priority, at this moment
     * @param takenPriority of those taken
     */
    public record Seats(int capacity, int reserved, int taken, int takenPriority) {
        /** Seats that somebody of this group may still have. */
        public int freeFor(PriorityGroup group) {
            int free = capacity - taken;
            int kept = group.hasPriority() ? 0 : Math.max(0, reserved - takenPriority);
            return Math.max(0, free - kept);
        }
    }

    public LocalDateTime endsAt() {
        return startsAt.plusMinutes(minutes);
    }

    /** Whether it may be booked at this moment, seats apart. */
    public boolean isOpenAt(LocalDateTime moment) {
        return !removed && !moment.isBefore(opensAt) && moment.isBefore(startsAt);
    }
}
