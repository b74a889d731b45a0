package org.jiamenkou.duty.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.duty.HandoverBook;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The hand-over book of a station. */
@RestController
@WithForm
class HandoverPages {
    private final DutyDesk desk;
    private final HandoverBook book;
    private final Pages pages;

    HandoverPages(DutyDesk desk, HandoverBook book, Pages pages) {
        this.desk = desk;
        this.book = book;
        this.pages = pages;
    }

    @GetMapping("/desk/handover/{code}")
    ResponseEntity<byte[]> show(Page page, Actor actor, @PathVariable String code) {
        return desk.find(actor, code)
                .map(station -> show(page, HttpStatus.OK, actor, station))
                .orElseGet(() -> pages.notFound(page, "network.station.unknown", code));
    }

    @PostMapping("/desk/handover/{code}")
    ResponseEntity<byte[]> write(
            Page page, Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String words) {
        Optional<Station> station = desk.find(actor, code);
        if (station.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        return book.write(actor, station.get(), words)
                ? back(station.get())
                : show(page, HttpStatus.UNPROCESSABLE_ENTITY, actor, station.get());
    }

    @PostMapping("/desk/handover/{code}/{note}/take")
    ResponseEntity<byte[]> take(Page page, Actor actor, @PathVariable String code, @PathVariable UUID note) {
        return on(page, actor, code, station -> book.acknowledge(actor, station, note));
    }

    @PostMapping("/desk/handover/{code}/{note}/close")
    ResponseEntity<byte[]> close(Page page, Actor actor, @PathVariable String code, @PathVariable UUID note) {
        return on(page, actor, code, station -> book.close(actor, station, note));
    }

    private ResponseEntity<byte[]> on(Page page, Actor actor, String code, Consumer<Station> work) {
        Optional<Station> station = desk.find(actor, code);
        station.ifPresent(work);
        return station.map(HandoverPages::back).orElseGet(() -> pages.notFound(page, "network.station.unknown", code));
    }

    private static ResponseEntity<byte[]> back(Station station) {
        return Pages.seeOther("/desk/handover/" + station.code());
    }

    private ResponseEntity<byte[]> show(Page page, HttpStatus status, Actor actor, Station station) {
        Map<String, Object> model = new HashMap<>();
        model.put("station", station);
        model.put("notes", book.list(actor, station));
        model.put("writes", actor.may(Right.ISSUE_TICKETS, station.place()));
        model.put("error", status == HttpStatus.OK ? null : page.t("duty.note.refused", HandoverBook.LONGEST));
        return pages.status(status, "duty/handover", page, model);
    }
}
