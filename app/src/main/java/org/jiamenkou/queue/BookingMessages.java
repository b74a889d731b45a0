package org.jiamenkou.queue;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiamenkou.notices.Outbox;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.PersonPhone;
import org.jiamenkou.registry.Persons;
import org.springframework.stereotype.Component;

/**
 * What people are told about their bookings, by short message where they have a mobile. Who has none stands on the desk's list
 * to be phoned. All methods work in the running transaction of a system actor, so that a message leaves if and only if what it
 * tells was written.
 */
@Component
class BookingMessages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M-d HH:mm");

    private final Outbox outbox;
    private final Persons persons;
    private final QueuePlaces places;

    BookingMessages(Outbox outbox, Persons persons, QueuePlaces places) {
        this.outbox = outbox;
        this.persons = persons;
        this.places = places;
    }

    /** Codes of the texts in data/notices/templates.yaml. */
    enum Text {
        MADE("booking-made"),
        REMINDER("booking-reminder"),
        DISPLACED("booking-displaced"),
        RESTORED("booking-restored");

        private final String code;

        Text(String code) {
            this.code = code;
        }
    }

    /** @return how many have a mobile and were written to */
    int tell(Text text, Collection<Booking> bookings) {
        if (bookings.isEmpty()) {
            return 0;
        }
        Map<PersonId, PersonPhone> phones = persons.mobiles(
                bookings.stream().map(Booking::person).distinct().toList());
        Map<QueuePlaceId, String> names = new HashMap<>();
        int told = 0;
        for (Booking booking : bookings) {
            PersonPhone phone = phones.get(booking.person());
            if (phone != null && phone.mobile().isPresent()) {
                String place = names.computeIfAbsent(
                        booking.place(), id -> places.get(id).name().zh());
                outbox.add(new Outbox.NewMessage(
                        text.code,
                        Lang.ZH,
                        phone.mobile().get(),
                        Map.of(
                                "place",
                                place,
                                "time",
                                booking.startsAt().format(TIME),
                                "code",
                                booking.code().value())));
                told++;
            }
        }
        return told;
    }

    /** An offer from the waiting list. */
    void offer(PersonId person, QueuePlaceId place, Offered offered) {
        PersonPhone phone = persons.mobiles(List.of(person)).get(person);
        if (phone != null && phone.mobile().isPresent()) {
            outbox.add(new Outbox.NewMessage(
                    "booking-offer",
                    Lang.ZH,
                    phone.mobile().get(),
                    Map.of(
                            "place",
                            places.get(place).name().zh(),
                            "time",
                            offered.startsAt().format(TIME),
                            "until",
                            offered.until().format(TIME),
                            "code",
                            offered.code())));
        }
    }

    record Offered(java.time.LocalDateTime startsAt, java.time.LocalDateTime until, String code) {}
}
