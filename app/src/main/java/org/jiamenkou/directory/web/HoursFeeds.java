package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.directory.StationHours;
import org.jiamenkou.directory.feeds.HoursFeed;
import org.jiamenkou.directory.hsds.ScheduleRow;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A station's hours to subscribe to. */
@RestController
class HoursFeeds {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Stations stations;
    private final StationHours hours;
    private final OpenAnswers answers;
    private final Pages pages;
    private final Clock clock;

    HoursFeeds(Stations stations, StationHours hours, OpenAnswers answers, Pages pages, Clock clock) {
        this.stations = stations;
        this.hours = hours;
        this.answers = answers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/stations/{code}/hours.ics")
    ResponseEntity<byte[]> feed(Page page, HttpServletRequest request, @PathVariable String code) {
        Optional<Station> station = stations.findByCode(code);
        if (station.isEmpty()) {
            return pages.notFound(page, "directory.station.unknown", code);
        }
        Optional<List<ScheduleRow>> rows = hours.of(station.get());
        if (rows.isEmpty()) {
            return pages.notFound(
                    page, "directory.feed.noHours", page.text(station.get().name()));
        }
        HoursFeed.Words words = words(page, request, station.get());
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        String state = rows.get().hashCode() + " " + words.hashCode() + " " + midnight;
        return answers.answer(
                request,
                state,
                CALENDAR,
                () -> HoursFeed.of(rows.get(), words, midnight).getBytes(StandardCharsets.UTF_8));
    }

    private static HoursFeed.Words words(Page page, HttpServletRequest request, Station station) {
        Map<ShiftKind, String> shifts = new EnumMap<>(ShiftKind.class);
        for (ShiftKind shift : ShiftKind.values()) {
            shifts.put(shift, page.t(shift.messageKey()));
        }
        return new HoursFeed.Words(
                station.code(),
                page.text(station.name()),
                station.address() == null ? null : page.text(station.address()),
                station.sample() ? page.t("directory.feed.sample") : null,
                OpenAnswers.base(request) + "/stations/" + station.code(),
                shifts);
    }
}
