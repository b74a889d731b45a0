package org.jiamenkou.duty;

import java.time.LocalDate;
import org.jiamenkou.calendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty in one stretch of a day, from a published roster.
 *
 * @param a who is there; null when not known (nobody named, or away)
 * @param b who stands in; null when not known
 * @param substituted whether b is there in place of the absent a (补位, M-033); then {@code a} is already b
 * @param stationPhone where a call goes to the person on duty; null when not known
 */
public record OnDuty(
        LocalDate day,
        Span span,
        @Nullable Worker a,
        @Nullable Worker b,
        boolean substituted,
        @Nullable String stationPhone) {}
