package org.jiamenkou.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody comes with.
 *
 * @param items slugs of service items; empty when they do not know yet
 * @param person null for somebody who gives no name
 * @param remoteFrom where the person sits when a station draws a number of the centre
 * @param booking the booking checked in, null without
 */
public record NewTicket(
        Channel channel,
        List<String> items,
        PriorityGroup priority,
        int companions,
        @Nullable PersonId person,
        @Nullable QueuePlaceId remoteFrom,
        @Nullable CheckedIn booking) {
    public NewTicket {
        items = List.copyOf(items);
    }

    /** A booking whose person is there. */
    public record CheckedIn(UUID bookingId, Instant dueAt) {}

    /** Somebody who walks in and is written down by nobody. */
    public static NewTicket walkIn(Channel channel, List<String> items) {
        return new NewTicket(channel, items, PriorityGroup.NONE, 0, null, null, null);
    }

    public NewTicket withPriority(PriorityGroup kind) {
        return new NewTicket(channel, items, kind, companions, person, remoteFrom, booking);
    }
}
