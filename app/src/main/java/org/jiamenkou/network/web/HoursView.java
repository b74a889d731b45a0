package org.jiamenkou.network.web;

import java.util.List;
import java.util.Objects;
import org.jiamenkou.calendar.DatedException;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.rules.WeekForm;
import org.jspecify.annotations.Nullable;

/**
 * The editor of hours.
 *
 * @param version of the schedule the editor saw
 * @param general a refusal that concerns no single row, already in words; null when there is none
 */
public record HoursView(
        Station station,
        WeekForm form,
        List<WeekForm.Problem> problems,
        int version,
        String key,
        List<DatedException> exceptions,
        ExceptionForm exception,
        @Nullable String general,
        @Nullable String exceptionError) {
    /** What was typed for a new exception. */
    public record ExceptionForm(String from, CharSequence to, Hours hours, Reason reason) {
        static final ExceptionForm EMPTY =
                new ExceptionForm("", "", new Hours("", new Until("")), new Reason("", null));
    }

    public record Hours(String opens, Until closes) {}

    public record Until(String text) {}

    public record Reason(String zh, @Nullable English en) {
        public String english() {
            return en == null ? "" : en.text();
        }
    }

    public record English(String text) {}

    public @Nullable String problemOf(int row) {
        return problems.stream()
                .filter(problem -> problem.row() == row)
                .map(WeekForm.Problem::messageKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    public boolean hasErrors() {
        return !problems.isEmpty() || general != null || exceptionError != null;
    }
}
