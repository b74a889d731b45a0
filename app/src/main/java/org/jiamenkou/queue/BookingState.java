package org.jiamenkou.queue;

import java.util.EnumSet;
import java.util.Set;

/** Where a booking stands; a CHECK of queue.bookings mirrors it. */
public enum BookingState {
    BOOKED,
    CHECKED_IN,
    SERVED,
    CANCELLED,
    NO_SHOW,
    /** Replaced by another booking. */
    MOVED;

    /** Those that hold a seat. */
    public static final Set<BookingState> HOLDING = EnumSet.of(BOOKED, CHECKED_IN, SERVED, NO_SHOW);

    public String messageKey() {
        return "queue.bookingState." + name();
    }
}
