package org.jiamenkou.calendar;

/** A span of a certain day with its shift. */
public record DaySpan(Span span, ShiftKind shift) {}
