package org.jiamenkou.calendar.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.calendar.HoursOutcome;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;

/** What opening hours must keep: the spans of one day never overlap, and exceptions lie ahead within known years. */
public final class HoursRules {
    private HoursRules() {}

    /** The first two lines that overlap on some day, if any. */
    public static Optional<HoursOutcome> refusal(List<OpeningLine> week) {
        for (int i = 0; i < week.size(); i++) {
            for (int j = i + 1; j < week.size(); j++) {
                OpeningLine one = week.get(i);
                OpeningLine other = week.get(j);
                if (one.dayKind() == other.dayKind()
                        && !Collections.disjoint(one.weekdays(), other.weekdays())
                        && one.span().overlaps(other.span())) {
                    return Optional.of(new HoursOutcome.Overlapping(one.dayKind(), one.span(), other.span()));
                }
            }
        }
        return Optional.empty();
    }

    public static Optional<HoursOutcome> refusal(
            OpeningException exception, WorkingCalendar calendar, LocalDate today) {
        if (exception.to().isBefore(today)) {
            return Optional.of(new HoursOutcome.InThePast(exception.to()));
        }
        if (!calendar.knows(exception.to())) {
            return Optional.of(new HoursOutcome.BeyondLoadedYears(exception.to().getYear()));
        }
        List<Span> spans = exception.spans();
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                if (spans.get(i).overlaps(spans.get(j))) {
                    return Optional.of(new HoursOutcome.Overlapping(
                            calendar.kindOf(exception.from().isBefore(today) ? today : exception.from()),
                            spans.get(i),
                            spans.get(j)));
                }
            }
        }
        return Optional.empty();
    }
}
