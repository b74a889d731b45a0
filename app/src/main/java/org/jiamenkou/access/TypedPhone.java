package org.jiamenkou.access;

/** What somebody typed where a mobile number was asked for. */
public sealed interface TypedPhone {
    record Mobile(Phone phone) implements TypedPhone {}

    /** A fixed line (021-…): it cannot get a short message. */
    record Landline() implements TypedPhone {}

    record Unreadable() implements TypedPhone {}
}
