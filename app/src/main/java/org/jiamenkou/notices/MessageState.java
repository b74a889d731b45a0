package org.jiamenkou.notices;

/** Where a message stands; a CHECK in the database mirrors it. */
public enum MessageState {
    WAITING,
    SENDING,
    DELIVERED,
    /** Given up after the last attempt, or refused. */
    DEAD,
    /** Its use was over before it could leave. */
    TOO_LATE;

    public String messageKey() {
        return "notices.state." + name();
    }
}
