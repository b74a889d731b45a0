package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.calendar.rules.OpeningHours;

/**
 * When a place, or one way of doing an item there, is open: a week by kinds of days, and dated exceptions that win.
 *
 * @param version raised with each edit, so that two editors do not overwrite each other
 */
public record Schedule(ScheduleId id, int version, List<OpeningLine> week, List<OpeningException> exceptions) {
    public Schedule {
        week = List.copyOf(week);
        exceptions = List.copyOf(exceptions);
    }

    /** The spans of a day in order; none means closed. @throws BeyondLoadedYearsException where no notice is loaded */
    public List<DaySpan> spansOn(WorkingCalendar calendar, LocalDate day) {
        return OpeningHours.spansOn(week, exceptions, calendar, day);
    }

    /** The exception that decides this day, if one does. */
    public Optional<OpeningException> exceptionOn(LocalDate day) {
        return OpeningHours.exceptionOn(exceptions, day);
    }

    public OpenState stateAt(WorkingCalendar calendar, LocalDateTime moment) {
        return OpeningHours.stateAt(week, exceptions, calendar, moment);
    }

    /** The first moment after this one at which what {@link #stateAt} says may differ; at the latest next midnight. */
    public LocalDateTime nextChangeAfter(WorkingCalendar calendar, LocalDateTime moment) {
        return OpeningHours.nextChangeAfter(week, exceptions, calendar, moment);
    }

    public int openMinutesOn(WorkingCalendar calendar, LocalDate day) {
        return spansOn(calendar, day).stream()
                .mapToInt(one -> one.span().minutes())
                .sum();
    }

    /** The shortest of these days, closed days left out; 0 when it is closed on all of them (M-038). */
    public int leastOpenMinutesPerDay(WorkingCalendar calendar, LocalDate from, int days) {
        return from.datesUntil(from.plusDays(days))
                .filter(calendar::knows)
                .mapToInt(day -> openMinutesOn(calendar, day))
                .filter(minutes -> minutes > 0)
                .min()
                .orElse(0);
    }
}
