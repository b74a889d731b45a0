package org.jiamenkou.calendar;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jiamenkou.platform.web.Page;

/** An {@link OpenState} in words a resident says: “open now, today until 20:00”, “closed, opens Monday 8:30”. */
public final class OpenWords {
    private OpenWords() {}

    public static String of(Page page, OpenState state) {
        return switch (state) {
            case OpenState.Open open ->
                open.closesAt() == null
                        ? page.t("calendar.open.allDay")
                        : page.t("calendar.open." + open.shift().code(), closing(page, open.closesAt()));
            case OpenState.Closed closed -> closed(page, closed);
            case OpenState.NotKnown(OpenState.Reason why) ->
                page.t(
                        switch (why) {
                            case NO_HOURS -> "calendar.notKnown.noHours";
                            case BEYOND_LOADED_YEARS -> "calendar.notKnown.beyondLoadedYears";
                        });
        };
    }

    private static String closed(Page page, OpenState.Closed closed) {
        String opens = closed.opensAt() == null
                ? page.t("calendar.closed.unknown")
                : page.t("calendar.closed.opens", when(page, closed.opensAt()));
        return closed.reason() == null ? opens : page.t("calendar.closed.reason", opens, page.text(closed.reason()));
    }

    /** Until when it is open: “until today 16:30”; empty when it is closed or never closes. */
    public static String until(Page page, OpenState state) {
        return state instanceof OpenState.Open(ShiftKind shift, LocalDateTime closesAt) && closesAt != null
                ? page.t("calendar.until", closing(page, closesAt))
                : "";
    }

    /** {@code 今天 20:00}, {@code 明天 8:30}, {@code 周一 8:30}, {@code 12月3日 8:30}. */
    public static String when(Page page, LocalDateTime moment) {
        long days = ChronoUnit.DAYS.between(page.now().toLocalDate(), moment.toLocalDate());
        String clock = Span.clock(moment.getHour() * 60 + moment.getMinute());
        if (days == 0) {
            return page.t("calendar.when.today", clock);
        }
        if (days == 1) {
            return page.t("calendar.when.tomorrow", clock);
        }
        return page.t(
                "calendar.when.day",
                days < 7 ? weekday(page, moment.toLocalDate()) : date(page, moment.toLocalDate()),
                clock);
    }

    /** As {@link #when}, but midnight is the end of the day before: today 24:00, not tomorrow 0:00. */
    private static String closing(Page page, LocalDateTime moment) {
        LocalDateTime now = page.now();
        boolean tonight = moment.equals(now.toLocalDate().plusDays(1).atStartOfDay());
        return tonight ? page.t("calendar.when.today", Span.clock(Span.DAY_MINUTES)) : when(page, moment);
    }

    public static String weekday(Page page, LocalDate day) {
        return page.t("calendar.weekday." + day.getDayOfWeek().getValue());
    }

    public static String date(Page page, LocalDate day) {
        return page.t("calendar.date." + day.getMonthValue(), day.getDayOfMonth());
    }
}
