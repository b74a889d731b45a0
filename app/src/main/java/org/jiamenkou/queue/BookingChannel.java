package org.jiamenkou.queue;

/** How a booking came in; each way leaves the same record. */
public enum BookingChannel {
    WEB,
    /** A worker, for somebody who stands at the desk. */
    DESK,
    /** A worker, for somebody on the phone. */
    PHONE,
    KIOSK;

    /** Missed bookings limit booking without a person on the other side, never phoning or walking in. */
    public boolean isOnline() {
        return this == WEB || this == KIOSK;
    }

    public String messageKey() {
        return "queue.bookingChannel." + name();
    }
}
