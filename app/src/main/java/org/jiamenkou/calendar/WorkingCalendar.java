package org.jiamenkou.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The loaded years as a value: kinds of days and arithmetic in working days. The day on which something is accepted is not
 * counted; make-up working days count. Every question about a year that is not loaded throws
 * {@link BeyondLoadedYearsException}.
 */
public final class WorkingCalendar {
    private final Map<LocalDate, DayKind> announced;
    private final Set<Integer> years;

    /**
     * @param announced public holidays and make-up working days; other days follow from the weekday
     * @param years years whose notice is loaded
     */
    public WorkingCalendar(Map<LocalDate, DayKind> announced, Set<Integer> years) {
        this.announced = Map.copyOf(announced);
        this.years = new TreeSet<>(years);
    }

    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }

    public DayKind kindOf(LocalDate day) {
        if (!knows(day)) {
            throw new BeyondLoadedYearsException(day.getYear());
        }
        DayKind kind = announced.get(day);
        if (kind != null) {
            return kind;
        }
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? DayKind.REST_DAY
                : DayKind.WORKDAY;
    }

    /** The n-th working day after this day; n of 0 gives the day itself. */
    public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days are counted forwards: " + workingDays);
        }
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (kindOf(reached).isWorking()) {
                left--;
            }
        }
        return reached;
    }

    /** Working days after {@code from}, up to and including {@code to}. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (kindOf(day).isWorking()) {
                count++;
            }
        }
        return count;
    }

    /** @throws IllegalStateException when no year is loaded */
    public LocalDate lastLoadedDay() {
        if (years.isEmpty()) {
            throw new IllegalStateException("no year is loaded");
        }
        return LocalDate.of(((TreeSet<Integer>) years).last(), 12, 31);
    }
}
