package org.jiamenkou.queue.web;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.catalogue.ItemShown;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.queue.BookingChoices;
import org.jiamenkou.queue.QueuePlaces;
import org.springframework.stereotype.Component;

/** The way from an item's page to its times. Says nothing about free seats: that page may be kept for a while. */
@Component
class ItemBookingBlock implements PageBlock<ItemShown> {
    private static final int ORDER = 10;

    private final BookingChoices choices;
    private final QueuePlaces places;
    private final Pages pages;

    ItemBookingBlock(BookingChoices choices, QueuePlaces places, Pages pages) {
        this.choices = choices;
        this.places = places;
        this.pages = pages;
    }

    @Override
    public Class<ItemShown> subject() {
        return ItemShown.class;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> render(ItemShown subject, Page page) {
        Station station = subject.station();
        if (choices.listSubdistricts(subject.item()).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("item", subject.item());
        model.put("station", Optional.ofNullable(station));
        model.put(
                "here",
                station != null
                        && places.findByCode(station.code())
                                .flatMap(place -> choices.find(subject.item(), place))
                                .isPresent());
        return Optional.of(pages.piece("queue/itemBlock", page, model));
    }
}
