package org.jiamenkou.network;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A line of a station's history. */
public record StationEdit(
        LocalDateTime at, ByWhom by, What what, @Nullable String detail) {
    public record ByWhom(String name) {}

    public enum What {
        HOURS,
        EXCEPTION,
        RESPONSIBLE
    }
}
