package org.jiamenkou.queue.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.BookablePlace;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingChannel;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.BookingHolder;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.Bookings;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.web.BookingForms.Problem;
import org.jiamenkou.registry.PersonPhone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A worker books, or moves a booking, for somebody who stands at the desk or is on the phone. */
@RestController
@WithForm
class PhoneBookingPages {
    private final Bookings bookings;
    private final BookingChoices choices;
    private final QueuePlaces places;
    private final Items items;
    private final Pages pages;

    PhoneBookingPages(Bookings bookings, BookingChoices choices, QueuePlaces places, Items items, Pages pages) {
        this.bookings = bookings;
        this.choices = choices;
        this.places = places;
        this.items = items;
        this.pages = pages;
    }

    /** Where, what and when. */
    private record Asked(
            QueuePlace place, Optional<ServiceItem> item, Optional<LocalDate> day, Optional<Booking> old) {}

    private Optional<Asked> asked(Actor actor, String place, String item, String day, String old) {
        Optional<Booking> moved = old.isEmpty() ? Optional.empty() : bookings.findByCode(old);
        return places.findByCode(place).map(at -> {
            actor.exercising(Right.BOOK_FOR_OTHERS, at.place());
            moved.ifPresent(one -> actor.exercising(Right.BOOK_FOR_OTHERS, one.area()));
            return new Asked(
                    at,
                    moved.flatMap(one -> items.find(one.item())).or(() -> items.findBySlug(item)),
                    BookingForms.day(day),
                    moved);
        });
    }

    @GetMapping("/desk/bookings/new")
    ResponseEntity<byte[]> form(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String old) {
        return asked(actor, place, item, day, old)
                .map(asked -> show(page, asked, TypedAtDesk.NOTHING, null))
                .orElseGet(() -> pages.notFound(page, "queue.desk.unknownPlace", place));
    }

    private ResponseEntity<byte[]> show(Page page, Asked asked, TypedAtDesk typed, @Nullable Problem why) {
        Optional<BookablePlace> at = asked.item().flatMap(item -> choices.find(item, asked.place()));
        var days = at.map(one -> BookingWords.byDay(choices.listSlots(one))).orElse(Map.of());
        BookingWords words = new BookingWords(items, page);
        Map<String, Object> model = new HashMap<>();
        model.put("place", asked.place());
        model.put("item", asked.item());
        model.put("items", choices.listItems(asked.place()));
        model.put("days", days);
        model.put(
                "day",
                asked.day()
                        .filter(days::containsKey)
                        .orElseGet(() -> days.entrySet().stream()
                                .filter(one -> words.free(one.getValue(), PriorityGroup.NONE) > 0)
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(page.now().toLocalDate())));
        model.put("old", asked.old());
        model.put(
                "oldName",
                asked.old()
                        .map(one -> bookings.names(List.of(one)).get(one.person()))
                        .map(one -> one.name())
                        .orElse(""));
        model.put("words", words);
        model.put("typed", typed);
        model.put("key", Idempotency.freshKey());
        model.put("why", Optional.ofNullable(why));
        return pages.status(
                why == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "queue/deskNew", page, model);
    }

    @PostMapping("/desk/bookings/new")
    ResponseEntity<byte[]> book(
            Page page,
            Actor actor,
            @RequestParam String place,
            @RequestParam String item,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "PHONE") String channel,
            @RequestParam(defaultValue = "NONE") String priority,
            @RequestParam String key) {
        Optional<Asked> found = asked(actor, place, item, day, old);
        if (found.isEmpty() || found.get().item().isEmpty()) {
            return pages.notFound(page, "queue.desk.unknownPlace", place);
        }
        Asked asked = found.get();
        TypedAtDesk typed = new TypedAtDesk(name, new TypedAtDesk.Phone(phone), channel, priority, slot);
        Optional<UUID> chosen = BookingForms.uuid(slot);
        Optional<PersonPhone> number = PersonPhone.read(phone);
        Optional<Problem> problem = problem(page, asked, typed, number);
        if (chosen.isEmpty() || problem.isPresent()) {
            return show(
                    page,
                    asked,
                    typed,
                    problem.orElseGet(() -> Problem.of("times", page.t("queue.book.nothingChosen"))));
        }
        Bookings.Choice choice = new Bookings.Choice(
                chosen.get(), asked.item().get().id(), BookingForms.priority(priority), BookingForms.key(key));
        BookingAnswer answer = asked.old().isPresent()
                ? bookings.change(new BookingHolder.Worker(actor), asked.old().get(), choice)
                : bookings.bookFor(
                        actor,
                        new Bookings.Visitor(
                                BookingForms.name(name),
                                number.orElse(null),
                                channel.equals("DESK") ? BookingChannel.DESK : BookingChannel.PHONE),
                        choice);
        return switch (answer) {
            case BookingAnswer.Booked(Booking booking, boolean repeated) ->
                Pages.seeOther("/bookings/" + booking.code().value() + "?made=1");
            case BookingAnswer.Ended ended -> Pages.seeOther("/desk/bookings?place=" + place);
            case BookingAnswer.Refused(BookingRefusal why) -> show(page, asked, typed, Problem.of(page, why));
        };
    }

    private static Optional<Problem> problem(Page page, Asked asked, TypedAtDesk typed, Optional<PersonPhone> number) {
        if (asked.old().isPresent()) {
            return Optional.empty();
        }
        if (BookingForms.name(typed.name()).isEmpty()) {
            return Optional.of(Problem.of("name", page.t("queue.desk.nameMissing")));
        }
        boolean needed =
                !typed.channel().equals("DESK") || !typed.phone().number().isBlank();
        return needed && number.isEmpty()
                ? Optional.of(Problem.of("phone", page.t("queue.desk.phoneWrong")))
                : Optional.empty();
    }
}
