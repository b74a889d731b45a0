package org.jiamenkou.queue;

/** Who goes before others by custom of the halls (老残孕军). */
public enum Priority {
    ELDER,
    DISABLED,
    PREGNANT,
    MILITARY;

    public String messageKey() {
        return "queue.priority." + name();
    }
}
