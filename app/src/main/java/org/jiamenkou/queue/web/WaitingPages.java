package org.jiamenkou.queue.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Resident;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jiamenkou.queue.BookingAnswer;
import org.jiamenkou.queue.BookingChannel;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.BookingHolder;
import org.jiamenkou.queue.BookingRefusal;
import org.jiamenkou.queue.BookingWish;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.Waiting;
import org.jiamenkou.queue.WaitingList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Somebody's place on a waiting list, and the seat that is kept for them when one became free. */
@RestController
@WithForm
class WaitingPages {
    private final WaitingList waiting;
    private final BookingChoices choices;
    private final QueuePlaces places;
    private final Items items;
    private final Pages pages;

    WaitingPages(WaitingList waiting, BookingChoices choices, QueuePlaces places, Items items, Pages pages) {
        this.waiting = waiting;
        this.choices = choices;
        this.places = places;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping("/waiting/{code}")
    ResponseEntity<byte[]> entry(Page page, @Nullable Resident resident, @PathVariable String code) {
        return waiting.findByCode(code)
                .map(found -> show(page, resident, found, ""))
                .orElseGet(() -> pages.notFound(page, "queue.waiting.unknown", code));
    }

    private ResponseEntity<byte[]> show(Page page, @Nullable Resident resident, Waiting entry, String error) {
        Map<String, Object> model = new HashMap<>();
        model.put("entry", entry);
        model.put("place", places.get(entry.place()));
        model.put("item", items.find(entry.item()));
        model.put("words", new BookingWords(items, page));
        model.put(
                "offered",
                Optional.ofNullable(entry.offered())
                        .flatMap(slot -> choices.findSlot(slot.id()))
                        .map(Slot::startsAt));
        model.put("signedIn", resident != null);
        model.put("key", Idempotency.freshKey());
        model.put("error", error);
        return pages.status(
                error.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY, "queue/waiting", page, model);
    }

    @PostMapping("/waiting/{code}/accept")
    ResponseEntity<byte[]> accept(
            Page page, @Nullable Resident resident, @PathVariable String code, @RequestParam String key) {
        Optional<Waiting> found = waiting.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.waiting.unknown", code);
        }
        if (resident == null) {
            return Pages.seeOther("/me/sign-in?to=" + page.encode("/waiting/" + code));
        }
        BookingAnswer answer = waiting.accept(
                new BookingHolder.SignedIn(resident),
                found.get(),
                new BookingWish.Request(resident.actorKey(), BookingChannel.WEB, BookingForms.key(key)));
        return switch (answer) {
            case BookingAnswer.Booked(var booking, boolean repeated) ->
                Pages.seeOther("/bookings/" + booking.code().value() + "?made=1");
            case BookingAnswer.Ended ended -> Pages.seeOther("/me");
            case BookingAnswer.Refused(BookingRefusal why) ->
                show(page, resident, found.get(), page.t(why.messageKey(), why.args()));
        };
    }

    @PostMapping("/waiting/{code}/leave")
    ResponseEntity<byte[]> leave(Page page, @Nullable Resident resident, @PathVariable String code) {
        Optional<Waiting> found = waiting.findByCode(code);
        if (found.isEmpty()) {
            return pages.notFound(page, "queue.waiting.unknown", code);
        }
        if (resident == null) {
            return Pages.seeOther("/me/sign-in?to=" + page.encode("/waiting/" + code));
        }
        waiting.leave(new BookingHolder.SignedIn(resident), found.get());
        return Pages.seeOther("/waiting/" + found.get().code().value());
    }
}
