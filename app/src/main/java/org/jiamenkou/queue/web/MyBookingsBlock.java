package org.jiamenkou.queue.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Resident;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.queue.Booking;
import org.jiamenkou.queue.BookingState;
import org.jiamenkou.queue.Bookings;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.WaitingList;
import org.springframework.stereotype.Component;

/** Bookings on a resident's own page, those to come first. */
@Component
class MyBookingsBlock implements PageBlock<Resident> {
    private static final int ORDER = 10;

    private final Bookings bookings;
    private final WaitingList waiting;
    private final QueuePlaces places;
    private final Items items;
    private final Pages pages;

    MyBookingsBlock(Bookings bookings, WaitingList waiting, QueuePlaces places, Items items, Pages pages) {
        this.bookings = bookings;
        this.waiting = waiting;
        this.places = places;
        this.items = items;
        this.pages = pages;
    }

    @Override
    public Class<Resident> subject() {
        return Resident.class;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> render(Resident resident, Page page) {
        List<Booking> all = bookings.listOwn(resident);
        List<Booking> open = all.stream()
                .filter(one -> one.state() == BookingState.BOOKED && page.now().isBefore(one.endsAt()))
                .toList()
                .reversed();
        return Optional.of(pages.piece(
                "queue/myBookings",
                page,
                Map.of(
                        "open",
                        open,
                        "past",
                        all.stream().filter(one -> !open.contains(one)).toList(),
                        "waiting",
                        waiting.listOwn(resident),
                        "places",
                        places,
                        "names",
                        bookings.names(all),
                        "words",
                        new BookingWords(items, page))));
    }
}
