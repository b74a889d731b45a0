package org.jiamenkou.queue.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingHolder;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.Bookings;
import org.jiamenkou.queue.PlacesOfActor;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.WaitingList;
import org.jiamenkou.registry.MaskedPerson;
import org.jiamenkou.registry.PersonId;
import org.jiamenkou.registry.PersonPhone;
import org.jiamenkou.registry.Persons;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The bookings of a place for its staff: the list of a day, who is looked for, whose slot is gone, who waits. */
@RestController
@WithForm
class DeskBookingPages {
    private final Bookings bookings;
    private final WaitingList waiting;
    private final QueuePlaces places;
    private final PlacesOfActor own;
    private final Persons persons;
    private final Items items;
    private final Pages pages;

    DeskBookingPages(
            Bookings bookings,
            WaitingList waiting,
            QueuePlaces places,
            PlacesOfActor own,
            Persons persons,
            Items items,
            Pages pages) {
        this.bookings = bookings;
        this.waiting = waiting;
        this.places = places;
        this.own = own;
        this.persons = persons;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping("/desk/bookings")
    ResponseEntity<byte[]> day(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String q) {
        if (!actor.holds(Right.BOOK_FOR_OTHERS)) {
            throw new AccessRefusedException("may not see bookings");
        }
        List<QueuePlace> mine = own.list(actor, Right.BOOK_FOR_OTHERS);
        Optional<QueuePlace> at = place.isEmpty() ? mine.stream().findFirst() : places.findByCode(place);
        if (at.isEmpty()) {
            return place.isEmpty()
                    ? pages.ok("queue/deskChoose", page, Map.of("path", "/desk/bookings", "title", "queue.desk.title"))
                    : pages.notFound(page, "queue.desk.unknownPlace", place);
        }
        LocalDate shown = BookingForms.day(day).orElse(page.now().toLocalDate());
        Bookings.DayList list = bookings.day(actor, at.get(), shown);
        Map<String, Object> model = new HashMap<>();
        model.put("place", at.get());
        model.put("mine", mine);
        model.put("day", shown);
        model.put("list", list);
        model.put("waiting", waiting.listAt(actor, at.get()));
        model.put("words", new BookingWords(items, page));
        model.put("q", q);
        model.put("found", q.isBlank() ? List.of() : find(page, actor, at.get(), q.strip()));
        model.put("mayPlan", actor.may(Right.EDIT_SLOTS, at.get().place()));
        return pages.ok("queue/desk", page, model);
    }

    /** By code, by the last four characters today, by phone or by full name. */
    private List<FoundBooking> find(Page page, Actor actor, QueuePlace place, String q) {
        List<Booking> found = new ArrayList<>();
        bookings.findByCode(q)
                .filter(one -> actor.may(Right.BOOK_FOR_OTHERS, one.area()))
                .ifPresent(found::add);
        bookings.day(actor, place, page.now().toLocalDate()).bookings().stream()
                .filter(one -> one.shortCode().equalsIgnoreCase(q))
                .filter(one -> !found.contains(one))
                .forEach(found::add);
        Optional<PersonPhone> phone = PersonPhone.read(q);
        List<MaskedPerson> people = phone.isPresent()
                ? persons.listByPhone(actor, phone.get())
                : BookingForms.name(q).length() < 2
                        ? List.of()
                        : persons.listByName(actor, place.id().subdistrictId(), BookingForms.name(q));
        bookings.listOf(actor, people.stream().map(MaskedPerson::id).toList()).stream()
                .filter(one -> !found.contains(one))
                .forEach(found::add);
        Map<PersonId, MaskedPerson> names = bookings.names(found);
        return found.stream()
                .map(one -> {
                    MaskedPerson person = names.get(one.person());
                    return person == null
                            ? new FoundBooking(one, "", "")
                            : new FoundBooking(one, person.name(), String.join(" ", person.phones()));
                })
                .toList();
    }

    @PostMapping("/desk/bookings/{code}/cancel")
    ResponseEntity<byte[]> cancel(Page page, Actor actor, @PathVariable String code) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        return switch (bookings.cancel(new BookingHolder.Worker(actor), found.get())) {
            case BookingAnswer.Refused(BookingRefusal why) -> back(found.get(), why.messageKey());
            case BookingAnswer.Ended ended -> back(found.get(), "");
            case BookingAnswer.Booked booked -> back(found.get(), "");
        };
    }

    @PostMapping("/desk/bookings/{code}/attendance")
    ResponseEntity<byte[]> correct(
            Page page, Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String was) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        bookings.correct(actor, found.get(), was.equals("there"));
        return back(found.get(), "");
    }

    private ResponseEntity<byte[]> back(Booking booking, String why) {
        return Pages.seeOther(
                "/desk/bookings?place=" + places.get(booking.place()).code() + "&day="
                        + booking.startsAt().toLocalDate() + (why.isEmpty() ? "" : "&why=" + why));
    }
}
