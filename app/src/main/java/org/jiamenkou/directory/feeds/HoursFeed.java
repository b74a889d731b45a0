package org.jiamenkou.directory.feeds;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.directory.hsds.ScheduleRow;
import org.jspecify.annotations.Nullable;

/** The opening hours of a place as a calendar that phones and calendar programs can subscribe to. */
public final class HoursFeed {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int OFFSET_HOURS = 8;

    private HoursFeed() {}

    /**
     * What the feed says besides hours.
     *
     * @param key makes the ids of events unique, the public code for example
     * @param name of the calendar
     * @param note stands in every event; says that times are invented where they are
     * @param shifts what an event is called
     */
    public record Words(
            String key,
            String name,
            @Nullable String address,
            @Nullable String note,
            String page,
            Map<ShiftKind, String> shifts) {
        public Words {
            shifts = Map.copyOf(shifts);
        }
    }

    /** The text of the feed. */
    public static String of(List<ScheduleRow> rows, Words words, Instant made) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//jiamenkou//hours//ZH");
        calendar.setName(words.name());
        calendar.setUrl(words.page());
        calendar.getTimezoneInfo().setDefaultTimezone(zone());
        for (ScheduleRow row : rows) {
            calendar.addEvent(event(row, words, made));
        }
        return Biweekly.write(calendar).go();
    }

    /** Shanghai keeps one offset all year, so the zone is said in three lines and never fetched from anywhere. */
    private static TimezoneAssignment zone() {
        VTimezone zone = new VTimezone(SHANGHAI.getId());
        StandardTime standard = new StandardTime();
        standard.setDateStart(new DateTimeComponents(1992, 1, 1, 0, 0, 0, false));
        standard.setTimezoneOffsetFrom(new UtcOffset(true, OFFSET_HOURS, 0));
        standard.setTimezoneOffsetTo(new UtcOffset(true, OFFSET_HOURS, 0));
        zone.addStandardTime(standard);
        return new TimezoneAssignment(TimeZone.getTimeZone(SHANGHAI), zone);
    }

    private static VEvent event(ScheduleRow row, Words words, Instant made) {
        VEvent event = new VEvent();
        event.setUid(new Uid(words.key() + "-" + row.from() + "-" + row.span().opensMinute() + "-"
                + row.span().closesMinute() + "@jiamenkou"));
        event.setDateTimeStamp(Date.from(made));
        event.setDateStart(at(row.from(), row.span().opensMinute()));
        event.setDateEnd(at(row.from(), row.span().closesMinute()));
        event.setSummary(words.name() + " · " + words.shifts().get(row.shift()));
        event.setTransparency(true);
        if (words.address() != null) {
            event.setLocation(words.address());
        }
        String note = row.reason() == null ? "" : row.reason() + " ";
        if (words.note() != null || !note.isEmpty()) {
            event.setDescription(note + (words.note() == null ? "" : words.note()));
        }
        if (!row.isDated()) {
            event.setRecurrenceRule(new Recurrence.Builder(Frequency.WEEKLY)
                    .byDay(row.weekdays().stream().map(HoursFeed::day).toList())
                    .workweekStarts(biweekly.util.DayOfWeek.MONDAY)
                    .until(at(row.until(), row.span().opensMinute()), true)
                    .build());
        }
        return event;
    }

    private static biweekly.util.DayOfWeek day(DayOfWeek day) {
        return biweekly.util.DayOfWeek.valueOf(day.name());
    }

    private static Date at(LocalDate day, int minute) {
        return Date.from(day.atStartOfDay(SHANGHAI).plusMinutes(minute).toInstant());
    }
}
