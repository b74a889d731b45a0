package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Phone;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.registry.Contact;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.PersonPhone;
import org.jiamenkou.registry.Persons;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A station that closes for days after all, and a seat that becomes free; on the real sample of plans. */
@Tag("slow")
class SlotMakingTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final LocalDate DAY =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(4);

    private final TestApp app = TestApp.shared();
    private final BookingChoices choices = app.bean(BookingChoices.class);
    private final QueuePlace place = place();
    private final ServiceItem item = choices.listItems(place).getFirst();
    private final BookablePlace at = choices.find(item, place).orElseThrow();

    /** One that no other test writes at. */
    private QueuePlace place() {
        QueuePlaces places = app.bean(QueuePlaces.class);
        QueuePlace one = places.findByCode("5y22").orElseThrow();
        return places.listBySubdistrict(new DivisionId(one.id().subdistrictId())).reversed().stream()
                .filter(station -> station.schedule() != null
                        && !choices.listItems(station).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private PersonId somebody(String digits) {
        return app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> app.bean(Persons.class)
                                .meet(new Contact("时示例", PersonPhone.of(new Phone(digits)), place.place())));
    }

    private List<Slot> slotsOfDay() {
        return choices.listSlots(at).stream()
                .filter(slot -> slot.startsAt().toLocalDate().equals(DAY))
                .toList();
    }

    private Booking booked(Slot slot, PersonId person) {
        BookingAnswer answer = app.bean(BookingWriter.class)
                .write(new BookingWish.Seat(
                        new BookingWish.Wanted(slot.id(), item.id(), person, PriorityGroup.NONE),
                        new BookingWish.Request("test", BookingChannel.PHONE, UUID.randomUUID()),
                        null));
        assertThat(answer).isInstanceOf(BookingAnswer.Booked.class);
        return ((BookingAnswer.Booked) answer).booking();
    }

    private long count(String what) {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("select count(*) from " + what)
                                .query(Long.class)
                                .single());
    }

    private void except(OpeningException exception) {
        Schedules schedules = app.bean(Schedules.class);
        Schedule today =
                schedules.findSchedule(Objects.requireNonNull(place.schedule())).orElseThrow();
        schedules.addException(TEST, new Schedules.Edit(today.id(), place.place(), today.version()), exception);
        app.bean(SlotMaking.class).make(place.id());
    }

    @Test
    void whoeverIsBookedWhenAStationClosesIsToldAndOfferedAnotherTime() {
        Booking booking = booked(slotsOfDay().getLast(), somebody("13512340001"));
        except(new OpeningException(DAY, DAY.plusDays(1), List.of(), LocalText.of("停电检修")));
        assertThat(slotsOfDay()).isEmpty();
        Booking now = app.bean(Bookings.class).find(booking.id()).orElseThrow();
        assertThat(now.isDisplaced()).isTrue();
        assertThat(now.state()).as("it is not lost, and no fault of theirs").isEqualTo(BookingState.BOOKED);
        assertThat(app.bean(Bookings.class).nearest(now))
                .hasSize(2)
                .allSatisfy(free -> assertThat(free.startsAt().toLocalDate()).isNotIn(DAY, DAY.plusDays(1)));
        assertThat(messages("booking-displaced")).isPositive();
        Schedules schedules = app.bean(Schedules.class);
        Schedule closed =
                schedules.findSchedule(Objects.requireNonNull(place.schedule())).orElseThrow();
        schedules.listExceptions(closed.id()).stream()
                .filter(one -> one.exception().from().equals(DAY))
                .forEach(one -> schedules.removeException(
                        TEST,
                        new Schedules.Edit(
                                closed.id(),
                                place.place(),
                                schedules
                                        .findSchedule(closed.id())
                                        .orElseThrow()
                                        .version()),
                        one.id()));
        app.bean(SlotMaking.class).make(place.id());
        assertThat(app.bean(Bookings.class).find(booking.id()).orElseThrow().isDisplaced())
                .isFalse();
    }

    private long messages(String template) {
        return app.bean(Scoped.class)
                .read(
                        new SystemScope("notices.test"),
                        () -> app.bean(JdbcClient.class)
                                .sql("select count(*) from notices.outbox where template = :template")
                                .param("template", template)
                                .query(Long.class)
                                .single());
    }

    @Test
    void anOfferHoldsASeatAndGoesOnWhenNobodyTakesIt() {
        WaitingList list = app.bean(WaitingList.class);
        PersonId person = somebody("13512340002");
        UUID subdistrict = place.id().subdistrictId();
        UUID id = UUID.randomUUID();
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql(
                                        "insert into queue.waiting_list (subdistrict_id, id, area_id, place_id, plan_id, item_id, day,"
                                                + " person_id, priority, code, channel, state, made_by, request_key, made_at) values"
                                                + " (:s, :id, :a, :p, :plan, :item, :day, :person, 'NONE', '5Y' || translate(upper(substr("
                                                + "md5(random()::text), 1, 6)), '01', '23'), 'WEB', 'WAITING', 'test', :id, now())")
                                .param("s", subdistrict)
                                .param("id", id)
                                .param("a", place.place().areaId())
                                .param("p", place.id().id())
                                .param("plan", at.plan().id().id())
                                .param("item", item.id().value())
                                .param("day", DAY.plusDays(2))
                                .param("person", person.value())
                                .update());
        while (count("queue.waiting_list where id = '" + id + "' and state = 'WAITING'") > 0) {
            list.round();
        }
        String offered = "queue.slots s join queue.waiting_list w on w.offered_slot = s.id where w.id = '" + id + "'";
        assertThat(count(offered + " and w.state = 'OFFERED' and s.taken = 1")).isEqualTo(1);
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql(
                                        "update queue.waiting_list set offered_until = now() - interval '1 minute' where id = :id")
                                .param("id", id)
                                .update());
        list.round();
        assertThat(count(offered + " and w.state = 'EXPIRED' and s.taken = 0")).isEqualTo(1);
    }
}
