package org.jiamenkou.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jspecify.annotations.Nullable;

/** Who covers a slot. {@code a} is there, {@code b} stands in; null for nobody yet. */
public record DutyShift(
        UUID id,
        LocalDate day,
        Span span,
        ShiftKind shift,
        @Nullable UUID a,
        @Nullable UUID b) {
    public DutyShift withA(@Nullable UUID worker) {
        return new DutyShift(id, day, span, shift, worker, b);
    }

    public DutyShift withB(@Nullable UUID worker) {
        return new DutyShift(id, day, span, shift, a, worker);
    }
}
