package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.util.List;
import org.jiamenkou.platform.text.LocalText;

/**
 * Dates on which other hours hold than the week says. Exceptions win.
 *
 * @param from first day
 * @param to last day, included
 * @param spans the hours of each of these days; empty means closed
 * @param reason said to the public
 */
public record OpeningException(LocalDate from, LocalDate to, List<Span> spans, LocalText reason) {
    public OpeningException {
        spans = List.copyOf(spans);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an exception that ends before it begins");
        }
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
