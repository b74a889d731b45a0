package org.jiamenkou.duty;

import java.time.LocalDate;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;

/**
 * A stretch of open hours that one shift can cover.
 *
 * @param led whether 书记 or 主任 must lead it: a rest day or a public holiday
 */
public record OpenSlot(LocalDate day, Span span, ShiftKind shift, boolean led) {}
