package org.jiamenkou.catalogue.web;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.KeptStation;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.stereotype.Component;

/** The way from a station's desk page to what it offers. */
@Component
class OfferingsBlock implements PageBlock<KeptStation> {
    private static final int ORDER = 10;

    private final Pages pages;

    OfferingsBlock(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Class<KeptStation> subject() {
        return KeptStation.class;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<Content> render(KeptStation subject, Page page) {
        return subject.actor().may(Right.EDIT_OFFERINGS, subject.station().place())
                ? Optional.of(pages.piece("catalogue/offeringsBlock", page, Map.of("station", subject.station())))
                : Optional.empty();
    }
}
