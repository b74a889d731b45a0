package org.jiamenkou.network;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a record's history: who changed which field from what to what.
 *
 * @param field empty when the record was made; {@code now} then says how many, for records made together
 */
public record RecordEdit(
        LocalDateTime at,
        ByWhom by,
        Kind kind,
        String field,
        @Nullable String was,
        Now now) {
    public record ByWhom(String name) {}

    public record Now(@Nullable String text) {}

    public enum Kind {
        STATION,
        ROOM,
        CHECK,
        PLATE,
        FACILITY,
        ORGANISATION
    }
}
