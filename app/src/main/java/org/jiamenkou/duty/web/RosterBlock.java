package org.jiamenkou.duty.web;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.network.KeptStation;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.stereotype.Component;

/** The way from a station's desk page to its roster and hand-over book. */
@Component
class RosterBlock implements PageBlock<KeptStation> {
    private static final int ORDER = 20;

    private final Pages pages;

    RosterBlock(Pages pages) {
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
        return DutyDesk.keeps(subject.actor(), subject.station())
                ? Optional.of(pages.piece("duty/deskBlock", page, Map.of("station", subject.station())))
                : Optional.empty();
    }
}
