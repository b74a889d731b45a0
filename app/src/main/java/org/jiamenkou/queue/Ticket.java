package org.jiamenkou.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.registry.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A ticket: one visit, one or more items.
 *
 * @param number unique at the place on its day; says nothing about the order
 * @param code what its page is found by, eight characters that cannot be guessed
 * @param arrival place in the order of arrival, null until the person is there
 * @param dueAt time of the booking it was made from, null without
 * @param items slugs of service items; may be empty
 * @param classes service classes of the items
 * @param remoteFrom the place where the person sits, when it is not this one
 * @param present false while nobody at {@code remoteFrom} says that the person is in the room
 * @param counter where it was called to last
 * @param forCounter the only counter that may call it, after a transfer
 * @param owner who answers for it now; null where it waits for the duty of the place
 * @param passed how often it was passed
 */
public record Ticket(
        TicketId id,
        QueuePlaceId place,
        LocalDate day,
        int number,
        String code,
        TicketState state,
        Channel channel,
        @Nullable Long arrival,
        @Nullable Instant arrivedAt,
        Instant issuedAt,
        PriorityGroup priority,
        @Nullable UUID bookingId,
        @Nullable Instant dueAt,
        @Nullable PersonId person,
        int companions,
        List<String> items,
        Set<String> classes,
        @Nullable QueuePlaceId remoteFrom,
        boolean present,
        @Nullable UUID counter,
        @Nullable UUID forCounter,
        @Nullable Owner owner,
        int calls,
        int passed,
        @Nullable Instant calledAt,
        @Nullable Instant servingAt,
        int version) {
    public Ticket {
        items = List.copyOf(items);
        classes = Set.copyOf(classes);
    }

    /** @param name as shown to colleagues */
    public record Owner(UUID accountId, String name) {}

    /** As it stands on paper and screens: a letter for how it came, and three figures. */
    public String label() {
        String letter = remoteFrom != null ? "R" : bookingId != null ? "Y" : priority.hasPriority() ? "V" : "A";
        return letter + String.format(Locale.ROOT, "%03d", number);
    }
}
