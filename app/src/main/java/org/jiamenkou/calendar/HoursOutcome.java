package org.jiamenkou.calendar;

import java.time.LocalDate;

/** How an edit of opening hours ended. */
public sealed interface HoursOutcome {
    /** @param version of the schedule as it now stands */
    record Saved(int version) implements HoursOutcome {}

    /** Two spans of one kind of day overlap on some weekday. */
    record Overlapping(DayKind dayKind, Span first, Span second) implements HoursOutcome {}

    /** Somebody else saved in between; nothing was written. */
    record ChangedMeanwhile() implements HoursOutcome {}

    /** An exception that lies wholly in the past would change nothing. */
    record InThePast(LocalDate lastDay) implements HoursOutcome {}

    /** Holidays of that year are not announced; the exception would be guesswork. */
    record BeyondLoadedYears(int year) implements HoursOutcome {}

    default String messageKey() {
        return switch (this) {
            case Saved(int version) -> "calendar.hours.saved";
            case Overlapping(DayKind kind, Span first, Span second) -> "calendar.hours.overlapping";
            case ChangedMeanwhile() -> "calendar.hours.changedMeanwhile";
            case InThePast(LocalDate day) -> "calendar.hours.inThePast";
            case BeyondLoadedYears(int year) -> "calendar.hours.beyondLoadedYears";
        };
    }

    default Object[] args() {
        return switch (this) {
            case Saved(int version) -> new Object[0];
            case Overlapping(DayKind kind, Span first, Span second) -> new Object[] {first.text(), second.text()};
            case ChangedMeanwhile() -> new Object[0];
            case InThePast(LocalDate day) -> new Object[] {day.toString()};
            case BeyondLoadedYears(int year) -> new Object[] {String.valueOf(year)};
        };
    }
}
