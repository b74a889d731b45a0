package org.jiamenkou.queue;

/** What happened to a ticket, as queue.ticket_events keeps it. */
public enum TicketEvent {
    ISSUED,
    CHECKED_IN,
    PRESENT,
    ABSENT,
    CALLED,
    RECALLED,
    PASSED,
    RETURNED,
    SERVING,
    HELD,
    RESUMED,
    TRANSFERRED,
    FINISHED,
    LEFT;

    public String messageKey() {
        return "queue.event." + name();
    }
}
