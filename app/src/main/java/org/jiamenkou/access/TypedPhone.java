package org.jiamenkou.access;

/** What somebody typed where a mobile number was asked for. */
public sealed interface TypedPhone {
    record Mobile(Phone phone) implements TypedPhone {}

    /**
     * A fixed line (021-…): it cannot get a short message.
     *
     * @param digits with the area code, 021 where none was typed
     */
    record Landline(String digits) implements TypedPhone {}

    record Unreadable() implements TypedPhone {}
}
