package org.jiamenkou.queue;

/** Whom seats are kept for, and who is called before others (老残孕军: elderly, disabled, pregnant, military). */
public enum PriorityGroup {
    NONE,
    ELDER,
    DISABLED,
    PREGNANT,
    MILITARY;

    public boolean hasPriority() {
        return this != NONE;
    }

    public String messageKey() {
        return "queue.bookingPriority." + name();
    }
}
