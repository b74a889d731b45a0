package org.jiamenkou.queue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/** What somebody wants written, after it was decided that they may. */
public sealed interface BookingWish {
    /**
     * A seat.
     *
     * @param key of the form or call: the same key of the same actor is done once
     * @param instead what it replaces, null for a new one
     */
    record Seat(Wanted wanted, Request request, @Nullable Instead instead) implements BookingWish {}

    record Wanted(SlotId slot, ItemId item, PersonId person, PriorityGroup priority) {}

    /** @param by key of the actor who typed it */
    record Request(String by, BookingChannel channel, UUID key) {
        /** The same for the same key of the same actor. */
        UUID id() {
            return UUID.nameUUIDFromBytes((by + ' ' + key).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a seat comes from. */
    sealed interface Instead {
        /** @param freely whether the time limit for changes does not hold (a worker, or the slot is gone) */
        record Booked(BookingId booking, boolean freely) implements Instead {}

        /** An offer from the waiting list, which holds the seat already. */
        record Offered(UUID waitingId) implements Instead {}
    }

    /**
     * An end.
     *
     * @param freely as above
     */
    record End(BookingId booking, Request request, boolean freely) implements BookingWish {}
}
