package org.jiamenkou.queue.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Resident;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.BookablePlace;
import org.jiamenkou.queue.BookedFor;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.BookingPeople;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.Bookings;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.WaitingList;
import org.jiamenkou.queue.web.BookingForms.Helped;
import org.jiamenkou.queue.web.BookingForms.Problem;
import org.jiamenkou.queue.web.BookingForms.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Choosing a place and a time, and booking it. Times are everybody's to see; booking them asks for a phone or a worker. */
@RestController
@WithForm
class BookPages {
    private final Items items;
    private final QueuePlaces places;
    private final BookingChoices choices;
    private final Bookings bookings;
    private final WaitingList waiting;
    private final BookingPeople people;
    private final Divisions divisions;
    private final Pages pages;

    BookPages(
            Items items,
            QueuePlaces places,
            BookingChoices choices,
            Bookings bookings,
            WaitingList waiting,
            BookingPeople people,
            Divisions divisions,
            Pages pages) {
        this.items = items;
        this.places = places;
        this.choices = choices;
        this.bookings = bookings;
        this.waiting = waiting;
        this.people = people;
        this.divisions = divisions;
        this.pages = pages;
    }

    @GetMapping("/services/{slug}/book")
    ResponseEntity<byte[]> choose(
            Page page,
            @Nullable Resident resident,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String station,
            @RequestParam(defaultValue = "") String day) {
        Optional<ServiceItem> item = items.findBySlug(slug);
        if (item.isEmpty()) {
            return pages.notFound(page, "queue.book.unknownItem", slug);
        }
        Optional<BookablePlace> at =
                places.findByCode(place.isEmpty() ? station : place).flatMap(found -> choices.find(item.get(), found));
        return at.isPresent()
                ? times(page, new Asked(resident, item.get(), at.get(), day(day)), Typed.NOTHING, null)
                : placesPage(page, item.get(), places.findByCode(station));
    }

    private ResponseEntity<byte[]> placesPage(Page page, ServiceItem item, Optional<QueuePlace> near) {
        Map<String, Object> model = new HashMap<>();
        model.put("item", item);
        var subdistricts = choices.listSubdistricts(item);
        Optional<UUID> chosen = near.map(place -> place.id().subdistrictId())
                .filter(subdistricts::contains)
                .or(() -> subdistricts.size() == 1
                        ? Optional.of(subdistricts.iterator().next())
                        : Optional.empty());
        model.put("places", chosen.map(one -> choices.listPlaces(item, one)).orElse(List.of()));
        model.put(
                "subdistricts",
                subdistricts.stream()
                        .flatMap(id -> divisions.find(new DivisionId(id)).stream())
                        .toList());
        return pages.ok("queue/bookPlaces", page, model);
    }

    /** Who asks, for what, where and on which day; the first day with a free time when none was chosen. */
    private record Asked(
            @Nullable Resident resident,
            ServiceItem item,
            BookablePlace at,
            @Nullable LocalDate day) {}

    private ResponseEntity<byte[]> times(Page page, Asked asked, Typed typed, @Nullable Problem why) {
        BookingWords words = new BookingWords(items, page);
        var days = BookingWords.byDay(choices.listSlots(asked.at()));
        LocalDate day = asked.day() != null && days.containsKey(asked.day())
                ? asked.day()
                : days.entrySet().stream()
                        .filter(one -> words.free(one.getValue(), PriorityGroup.NONE) > 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(
                                days.isEmpty()
                                        ? page.now().toLocalDate()
                                        : days.keySet().iterator().next());
        Resident resident = asked.resident();
        Map<String, Object> model = new HashMap<>();
        model.put("item", asked.item());
        model.put("place", asked.at().place());
        model.put("plan", asked.at().plan());
        model.put("days", days);
        model.put("day", day);
        model.put("words", words);
        model.put("signedIn", resident != null);
        model.put("own", resident == null ? List.of() : people.own(resident));
        model.put("typed", typed);
        model.put("key", Idempotency.freshKey());
        model.put("why", Optional.ofNullable(why));
        return pages.status(why == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "queue/book", page, model);
    }

    @PostMapping("/services/{slug}/book")
    ResponseEntity<byte[]> book(
            Page page,
            @Nullable Resident resident,
            @PathVariable String slug,
            @RequestParam String place,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String slot,
            @RequestParam(defaultValue = "") String whom,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String relation,
            @RequestParam(defaultValue = "NONE") String priority,
            @RequestParam(defaultValue = "") String wait,
            @RequestParam String key) {
        Optional<ServiceItem> item = items.findBySlug(slug);
        Optional<QueuePlace> found = places.findByCode(place);
        if (item.isEmpty() || found.isEmpty()) {
            return pages.notFound(page, "queue.book.unknownItem", slug);
        }
        if (resident == null) {
            return Pages.seeOther("/me/sign-in?to="
                    + page.encode(
                            "/services/" + slug + "/book?place=" + found.get().code() + "&day=" + day));
        }
        Typed typed = new Typed(slot, whom, new Helped(name, relation), priority);
        Optional<BookablePlace> at = choices.find(item.get(), found.get());
        Optional<BookedFor> bookedFor = BookingForms.whom(typed.whom(), name, relation);
        if (at.isEmpty()) {
            return placesPage(page, item.get(), found);
        }
        Asked asked = new Asked(resident, item.get(), at.get(), day(day));
        if (bookedFor.isEmpty()) {
            return times(page, asked, typed, Problem.of("name", page.t("queue.book.nameMissing")));
        }
        if (!wait.isEmpty() && asked.day() != null) {
            var entry = waiting.join(
                    resident,
                    bookedFor.get(),
                    at.get(),
                    new WaitingList.Wish(
                            item.get(), asked.day(), BookingForms.priority(priority), BookingForms.key(key)));
            return Pages.seeOther("/waiting/" + entry.code().value());
        }
        Optional<UUID> chosen = BookingForms.uuid(slot);
        if (chosen.isEmpty()) {
            return times(page, asked, typed, Problem.of("times", page.t("queue.book.nothingChosen")));
        }
        BookingAnswer answer = bookings.book(
                resident,
                bookedFor.get(),
                new Bookings.Choice(
                        chosen.get(), item.get().id(), BookingForms.priority(priority), BookingForms.key(key)));
        return switch (answer) {
            case BookingAnswer.Booked(var booking, boolean repeated) ->
                Pages.seeOther("/bookings/" + booking.code().value() + "?made=1");
            case BookingAnswer.Ended ended -> Pages.seeOther("/me");
            case BookingAnswer.Refused(BookingRefusal why) -> times(page, asked, typed, Problem.of(page, why));
        };
    }

    private static @Nullable LocalDate day(String typed) {
        return BookingForms.day(typed).orElse(null);
    }
}
