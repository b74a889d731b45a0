package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Announced days that follow each other, of one kind and one holiday.
 *
 * @param last included
 */
public record DayRun(LocalDate first, LocalDate last, DayKind kind, String name) {
    public int days() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }
}
