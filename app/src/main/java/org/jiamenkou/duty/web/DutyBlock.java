package org.jiamenkou.duty.web;

import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.duty.Duties;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.stereotype.Component;

/** Who is on duty today and tomorrow, on a station's public page. */
@Component
class DutyBlock implements PageBlock<Station> {
    private static final int ORDER = 20;

    private final Duties duties;
    private final Pages pages;
    private final Clock clock;

    DutyBlock(Duties duties, Pages pages, Clock clock) {
        this.duties = duties;
        this.pages = pages;
        this.clock = clock;
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
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> model = new HashMap<>();
        model.put("today", today);
        model.put("duties", duties.list(station, today, today.plusDays(1)));
        return Optional.of(pages.piece("duty/block", page, model));
    }
}
