package org.jiamenkou.calendar;

import java.time.LocalDate;

/**
 * A day that differs from its weekday by notice.
 *
 * @param name of the holiday, as the notice has it
 */
public record AnnouncedDay(LocalDate day, DayKind kind, String name) {}
