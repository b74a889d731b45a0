package org.jiamenkou.queue;

/** How a ticket came about; each way leaves the same record. */
public enum Channel {
    RECEPTION,
    /** A floor guide (导办) drew it for somebody. */
    GUIDE,
    KIOSK,
    /** Taken by phone: expected until the person is there. */
    PHONE,
    /** Drawn at a station for the centre. */
    REMOTE,
    /** On paper during an outage, entered afterwards. */
    PAPER,
    /** From the hall's own number machine. */
    MACHINE,
    /** Check-in of a booking. */
    BOOKING;

    public String messageKey() {
        return "queue.channel." + name();
    }
}
