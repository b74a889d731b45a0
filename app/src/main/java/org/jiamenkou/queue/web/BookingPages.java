package org.jiamenkou.queue.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Resident;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.SquareCode;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.BookablePlace;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.BookingHolder;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.BookingState;
import org.jiamenkou.queue.Bookings;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.web.BookingForms.Problem;
import org.jiamenkou.registry.MaskedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The receipt of a booking, and what its holder may still do. Whoever has the code sees place, time and a masked name; changing
 * and cancelling asks for the account that holds it, or for the last four digits of the phone.
 */
@RestController
@WithForm
class BookingPages {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Bookings bookings;
    private final BookingChoices choices;
    private final QueuePlaces places;
    private final Items items;
    private final Pages pages;
    private final Clock clock;

    BookingPages(Bookings bookings, BookingChoices choices, QueuePlaces places, Items items, Pages pages, Clock clock) {
        this.bookings = bookings;
        this.choices = choices;
        this.places = places;
        this.items = items;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/bookings/{code}")
    ResponseEntity<byte[]> receipt(
            Page page,
            @Nullable Resident resident,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String made) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        Booking booking = found.get();
        Map<String, Object> model = model(page, resident, booking);
        model.put("made", !made.isEmpty());
        model.put("square", SquareCode.dataAddress(booking.code().value()));
        model.put("nearest", booking.isDisplaced() ? bookings.nearest(booking) : List.of());
        return pages.ok("queue/booking", page, model);
    }

    private Map<String, Object> model(Page page, @Nullable Resident resident, Booking booking) {
        QueuePlace place = places.get(booking.place());
        MaskedPerson person = bookings.names(List.of(booking)).get(booking.person());
        Map<String, Object> model = new HashMap<>();
        model.put("booking", booking);
        model.put("place", place);
        model.put("name", person == null ? "" : person.name());
        model.put("words", new BookingWords(items, page));
        model.put("own", resident != null && bookings.mayHold(resident, booking));
        model.put("open", booking.state() == BookingState.BOOKED && page.now().isBefore(booking.endsAt()));
        return model;
    }

    @GetMapping("/bookings/{code}/calendar.ics")
    ResponseEntity<byte[]> calendar(Page page, @PathVariable String code) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        Booking booking = found.get();
        BookingWords words = new BookingWords(items, page);
        String feed = BookingFeed.of(
                booking,
                new BookingFeed.Words(
                        page.text(words.item(booking)),
                        page.text(places.get(booking.place()).name()),
                        page.t("queue.booking.feedNote", booking.code().value())),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + booking.code().value() + ".ics\"")
                .body(feed.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/bookings/{code}/cancel")
    ResponseEntity<byte[]> askCancel(Page page, @Nullable Resident resident, @PathVariable String code) {
        return cancelPage(page, resident, code, null);
    }

    private ResponseEntity<byte[]> cancelPage(
            Page page, @Nullable Resident resident, String code, @Nullable Problem why) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        Map<String, Object> model = model(page, resident, found.get());
        model.put("why", Optional.ofNullable(why));
        return pages.status(status(why), "queue/cancel", page, model);
    }

    @PostMapping("/bookings/{code}/cancel")
    ResponseEntity<byte[]> cancel(
            Page page,
            @Nullable Resident resident,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String digits) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        try {
            return switch (bookings.cancel(holder(resident, found.get(), digits), found.get())) {
                case BookingAnswer.Refused(BookingRefusal why) ->
                    cancelPage(page, resident, code, Problem.of(page, why));
                case BookingAnswer.Ended ended ->
                    Pages.seeOther("/bookings/" + found.get().code().value());
                case BookingAnswer.Booked booked ->
                    Pages.seeOther("/bookings/" + found.get().code().value());
            };
        } catch (AccessRefusedException notTheirs) {
            return cancelPage(page, resident, code, Problem.of("digits", page.t("queue.booking.wrongDigits")));
        }
    }

    /** Signed in where it is theirs; else whoever knows the phone. */
    private BookingHolder holder(@Nullable Resident resident, Booking booking, String digits) {
        return resident != null && bookings.mayHold(resident, booking)
                ? new BookingHolder.SignedIn(resident)
                : new BookingHolder.Caller(digits.strip());
    }

    @GetMapping("/bookings/{code}/change")
    ResponseEntity<byte[]> askChange(
            Page page,
            @Nullable Resident resident,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day) {
        return changePage(page, resident, code, new Chosen(place, day, null));
    }

    /** Where and when somebody looks for another time. */
    private record Chosen(
            String place, String day, @Nullable Problem why) {}

    private ResponseEntity<byte[]> changePage(Page page, @Nullable Resident resident, String code, Chosen chosen) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        Booking booking = found.get();
        var item = items.find(booking.item());
        Optional<BookablePlace> at = item.flatMap(one -> places.findByCode(chosen.place())
                .filter(other -> other.id().subdistrictId().equals(booking.id().subdistrictId()))
                .or(() -> places.find(booking.place()))
                .flatMap(other -> choices.find(one, other)));
        Map<String, Object> model = model(page, resident, booking);
        var days = at.map(one -> BookingWords.byDay(choices.listSlots(one))).orElse(Map.of());
        model.put("at", at);
        model.put("days", days);
        model.put(
                "day",
                BookingForms.day(chosen.day())
                        .filter(days::containsKey)
                        .orElseGet(() -> days.keySet().stream()
                                .filter(one -> !one.isBefore(booking.startsAt().toLocalDate()))
                                .findFirst()
                                .orElse(page.now().toLocalDate())));
        model.put(
                "others",
                item.map(one -> choices.listPlaces(one, booking.id().subdistrictId()))
                        .orElse(List.of()));
        model.put("key", Idempotency.freshKey());
        model.put("why", Optional.ofNullable(chosen.why()));
        return pages.status(status(chosen.why()), "queue/change", page, model);
    }

    @PostMapping("/bookings/{code}/change")
    ResponseEntity<byte[]> change(
            Page page,
            @Nullable Resident resident,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String digits,
            @RequestParam String key) {
        Optional<Booking> found = bookings.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.booking.unknown", code);
        }
        Optional<UUID> chosen = BookingForms.uuid(slot);
        if (chosen.isEmpty()) {
            return changePage(
                    page,
                    resident,
                    code,
                    new Chosen(place, day, Problem.of("times", page.t("queue.book.nothingChosen"))));
        }
        Booking booking = found.get();
        try {
            BookingAnswer answer = bookings.change(
                    holder(resident, booking, digits),
                    booking,
                    new Bookings.Choice(chosen.get(), booking.item(), booking.priority(), BookingForms.key(key)));
            return switch (answer) {
                case BookingAnswer.Booked(Booking fresh, boolean repeated) ->
                    Pages.seeOther("/bookings/" + fresh.code().value() + "?made=1");
                case BookingAnswer.Ended ended ->
                    Pages.seeOther("/bookings/" + booking.code().value());
                case BookingAnswer.Refused(BookingRefusal why) ->
                    changePage(page, resident, code, new Chosen(place, day, Problem.of(page, why)));
            };
        } catch (AccessRefusedException notTheirs) {
            return changePage(
                    page,
                    resident,
                    code,
                    new Chosen(place, day, Problem.of("digits", page.t("queue.booking.wrongDigits"))));
        }
    }

    private static HttpStatus status(@Nullable Problem why) {
        return why == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
    }
}
