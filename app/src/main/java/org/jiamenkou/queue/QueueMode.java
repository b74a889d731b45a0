package org.jiamenkou.queue;

/** How a place receives people. */
public enum QueueMode {
    /** Whoever comes is written down and served in turn; the default at a committee's station. */
    RECEPTION_LOG,
    /** Served by booking only. */
    BOOKED_ONLY,
    /** Numbers are drawn and called to counters; the default at a service centre. */
    NUMBERS;

    public String messageKey() {
        return "queue.mode." + name();
    }
}
