package org.jiamenkou.calendar.store;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** Weekdays as bits; bit 0 is Monday. */
final class Weekdays {
    private Weekdays() {}

    static Set<DayOfWeek> of(int bits) {
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((bits & 1 << day.ordinal()) != 0) {
                days.add(day);
            }
        }
        return days;
    }

    static int bits(Set<DayOfWeek> days) {
        return days.stream().mapToInt(day -> 1 << day.ordinal()).sum();
    }
}
