package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The shipped years as a value, read from the files without a database. */
public final class SampleCalendar {
    private SampleCalendar() {}

    public static WorkingCalendar shipped() {
        Map<LocalDate, DayKind> announced = new HashMap<>();
        Set<Integer> years = new TreeSet<>(List.of(2024, 2025, 2026));
        for (int year : years) {
            HolidayNotices.read(year).days().forEach(one -> announced.put(one.day(), one.kind()));
        }
        return new WorkingCalendar(announced, years);
    }
}
