package org.jiamenkou.catalogue;

import java.time.LocalDate;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An item in the list of the desk.
 *
 * @param version the newest, 0 while it has never been published
 * @param draftBy who saved the open draft last, null without one
 */
public record ItemLine(
        String slug,
        LocalText name,
        Code line,
        int version,
        @Nullable LocalDate validTo,
        boolean sample,
        @Nullable String draftBy) {
    /** Of the set {@code functional-line}. */
    public record Code(String value) {}
}
