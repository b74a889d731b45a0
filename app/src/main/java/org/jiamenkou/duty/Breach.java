package org.jiamenkou.duty;

import java.time.LocalDate;
import java.util.UUID;
import org.jiamenkou.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * One place where a roster breaks a rule.
 *
 * @param worker whom it is about, null for a slot without anybody
 */
public record Breach(
        Kind kind, LocalDate day, Span span, @Nullable UUID worker) {
    /** Which rule. */
    public enum Kind {
        /** Open and nobody there who can serve (M-080). */
        GAP,
        /** A weekend or holiday not led by 书记 or 主任 (M-081). */
        NO_LEAD,
        /** Nobody stands in, or the one who should is away (M-033). */
        NO_B,
        /** More than the hours of one day. */
        TOO_LONG,
        /** Too little rest since the day before. */
        TOO_LITTLE_REST,
        /** Too many days in a row. */
        TOO_MANY_DAYS,
        /** In two places of the roster at once. */
        TWICE;

        /** What leaves people before a closed door or without a lead, against what is unfair to a worker. */
        public boolean isGap() {
            return this == GAP || this == NO_LEAD || this == NO_B;
        }
    }

    public String messageKey() {
        return "duty.breach." + kind.name();
    }
}
