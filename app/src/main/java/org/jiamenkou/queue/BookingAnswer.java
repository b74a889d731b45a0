package org.jiamenkou.queue;

/** How an attempt to book, change or cancel ended. What it says is in the database. */
public sealed interface BookingAnswer {
    /** @param repeated the same request came before, and this is what it led to */
    record Booked(Booking booking, boolean repeated) implements BookingAnswer {}

    record Ended(Booking booking) implements BookingAnswer {}

    record Refused(BookingRefusal why) implements BookingAnswer {}
}
