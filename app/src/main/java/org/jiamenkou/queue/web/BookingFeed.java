package org.jiamenkou.queue.web;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Uid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.jiamenkou.queue.Booking;

/** A booking for the calendar of a phone. Times are written in UTC, which every calendar reads. */
final class BookingFeed {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private BookingFeed() {}

    record Words(String summary, String place, String note) {}

    static String of(Booking booking, Words words, Instant made) {
        VEvent event = new VEvent();
        event.setUid(new Uid(booking.code().value() + "@jiamenkou"));
        event.setDateTimeStamp(Date.from(made));
        event.setDateStart(at(booking.startsAt()));
        event.setDateEnd(at(booking.endsAt()));
        event.setSummary(words.summary());
        event.setLocation(words.place());
        event.setDescription(words.note());
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//jiamenkou//bookings//ZH");
        calendar.addEvent(event);
        return Biweekly.write(calendar).go();
    }

    private static Date at(LocalDateTime time) {
        return Date.from(time.atZone(SHANGHAI).toInstant());
    }
}
