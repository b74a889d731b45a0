package org.jiamenkou.queue;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * How a place gives out its time for an item: in pieces within its opening hours (M-062). All numbers are data.
 *
 * @param item null for every item done there that has no plan of its own
 * @param validTo last day, null when open
 * @param sample whether it is invented (示例)
 * @param version raised with each edit
 */
public record SlotPlan(
        PlanId id,
        QueuePlaceId placeId,
        Place place,
        @Nullable ItemId item,
        Pieces pieces,
        Release release,
        Limits limits,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        boolean sample,
        int version) {

    /**
     * @param minutes of one slot
     * @param capacity people at once
     * @param reserved of these, kept for elderly, disabled, pregnant and military
     * @param reservedUntilMinutes before the start, when what is left of them is for everybody
     * @param breaks in which nobody is received
     */
    public record Pieces(int minutes, int capacity, int reserved, int reservedUntilMinutes, List<Span> breaks) {
        public Pieces {
            breaks = List.copyOf(breaks);
        }
    }

    /**
     * @param daysAhead a day's slots open so many days before it
     * @param minuteOfDay at this minute of the day
     */
    public record Release(int daysAhead, int minuteOfDay) {}

    /**
     * @param openPerPerson bookings of one item that one person may hold at once
     * @param dayPerPerson bookings of one person on one day in the subdistrict
     * @param changeUntilMinutes before the start, a booking may be changed or cancelled
     */
    public record Limits(int openPerPerson, int dayPerPerson, int changeUntilMinutes) {}

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
