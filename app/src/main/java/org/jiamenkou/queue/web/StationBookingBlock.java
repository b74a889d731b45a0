package org.jiamenkou.queue.web;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.QueuePlaces;
import org.springframework.stereotype.Component;

/** What can be booked at a station, on its page. */
@Component
class StationBookingBlock implements PageBlock<Station> {
    private static final int ORDER = 10;

    private final BookingChoices choices;
    private final QueuePlaces places;
    private final Pages pages;

    StationBookingBlock(BookingChoices choices, QueuePlaces places, Pages pages) {
        this.choices = choices;
        this.places = places;
        this.pages = pages;
    }

    @Override
    public Class<Station> subject() {
        return Station.class;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> render(Station station, Page page) {
        List<ServiceItem> items =
                places.findByCode(station.code()).map(choices::listItems).orElse(List.of());
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(pages.piece("queue/stationBlock", page, Map.of("station", station, "items", items)));
    }
}
