package org.jiamenkou.calendar.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiamenkou.calendar.AnnouncedDay;
import org.jiamenkou.calendar.DayKind;

/** Holidays as the notices give them: the days of one holiday follow each other without a gap. */
public final class HolidayRuns {
    /** The longest holiday ever announced has 9 days; two of one name further apart are two holidays. */
    private static final int SAME_HOLIDAY_DAYS = 15;

    private HolidayRuns() {}

    /** Days that interrupt a holiday, with the first day after each: somebody left out a row, or mistyped its kind. */
    public static Map<LocalDate, AnnouncedDay> gaps(List<AnnouncedDay> days) {
        Map<String, List<AnnouncedDay>> byName = new TreeMap<>();
        for (AnnouncedDay day : days) {
            if (day.kind() == DayKind.PUBLIC_HOLIDAY) {
                byName.computeIfAbsent(day.name(), name -> new ArrayList<>()).add(day);
            }
        }
        List<LocalDate> off = days.stream()
                .filter(day -> day.kind() == DayKind.PUBLIC_HOLIDAY)
                .map(AnnouncedDay::day)
                .toList();
        Map<LocalDate, AnnouncedDay> gaps = new TreeMap<>();
        for (List<AnnouncedDay> holiday : byName.values()) {
            holiday.sort(Comparator.comparing(AnnouncedDay::day));
            for (int i = 1; i < holiday.size(); i++) {
                LocalDate before = holiday.get(i - 1).day();
                LocalDate after = holiday.get(i).day();
                if (ChronoUnit.DAYS.between(before, after) > SAME_HOLIDAY_DAYS) {
                    continue;
                }
                for (LocalDate day = before.plusDays(1); day.isBefore(after); day = day.plusDays(1)) {
                    if (!off.contains(day)) {
                        gaps.put(day, holiday.get(i));
                    }
                }
            }
        }
        return gaps;
    }
}
