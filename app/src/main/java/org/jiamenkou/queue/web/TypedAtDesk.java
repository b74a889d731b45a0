package org.jiamenkou.queue.web;

/** What a worker typed so far for somebody else's booking. */
public record TypedAtDesk(String name, Phone phone, String channel, String priority, String slot) {
    static final TypedAtDesk NOTHING = new TypedAtDesk("", new Phone(""), "PHONE", "NONE", "");

    public record Phone(String number) {}
}
