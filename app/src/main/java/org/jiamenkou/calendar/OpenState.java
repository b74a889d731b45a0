package org.jiamenkou.calendar;

import java.time.LocalDateTime;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Whether a place is open at a moment, and what comes next. Times are Shanghai time. */
public sealed interface OpenState {
    /**
     * @param shift the shift of this moment
     * @param closesAt when the doors close, through adjoining spans; null when they stay open for the next 24 hours
     */
    record Open(ShiftKind shift, @Nullable LocalDateTime closesAt) implements OpenState {}

    /**
     * @param opensAt the next opening within two weeks, null when none is known
     * @param reason why today's exception closes it, null on an ordinary day
     */
    record Closed(@Nullable LocalDateTime opensAt, @Nullable LocalText reason) implements OpenState {}

    /** "Not known" is never shown as closed. */
    record NotKnown(Reason why) implements OpenState {}

    enum Reason {
        NO_HOURS,
        BEYOND_LOADED_YEARS
    }

    default boolean isOpen() {
        return this instanceof Open;
    }
}
