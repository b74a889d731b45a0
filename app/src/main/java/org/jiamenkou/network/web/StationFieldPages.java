package org.jiamenkou.network.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Fields;
import org.jiamenkou.network.RecordChange;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationRecords;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetWriter;
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

/** A station's own fields, and who changed them. */
@RestController
@WithForm
class StationFieldPages {
    private final DeskStations own;
    private final StationRecords records;
    private final Pages pages;

    StationFieldPages(DeskStations own, StationRecords records, Pages pages) {
        this.own = own;
        this.records = records;
        this.pages = pages;
    }

    /** The right is checked before anything is said about the station. */
    private Optional<Station> findToEdit(Actor actor, String code) {
        Optional<Station> station = own.find(actor, code);
        station.ifPresent(found -> actor.exercising(Right.EDIT_STATIONS, found.place()));
        return station;
    }

    @GetMapping("/desk/stations/{code}/details")
    ResponseEntity<byte[]> form(Page page, Actor actor, @PathVariable String code) {
        return findToEdit(actor, code)
                .map(station -> show(page, actor, HttpStatus.OK, Shown.of(station, records.get(actor, station))))
                .orElseGet(() -> pages.notFound(page, "network.station.unknown", code));
    }

    /**
     * @param seen the fields as they were when the page was opened
     * @param typed what stands in the fields
     * @param theirs what somebody else changed meanwhile
     */
    private record Shown(
            Station station,
            Fields seen,
            Map<String, String> typed,
            Map<String, String> errors,
            List<FieldView.Theirs> theirs) {
        static Shown of(Station station, Fields fields) {
            return new Shown(station, fields, fields.values(), Map.of(), List.of());
        }
    }

    @PostMapping("/desk/stations/{code}/details")
    ResponseEntity<byte[]> save(
            Page page, Actor actor, @PathVariable String code, @RequestParam int version, HttpServletRequest request) {
        Optional<Station> found = findToEdit(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        Station station = found.get();
        SheetForm form = records.form(actor);
        Map<String, String> typed = new HashMap<>();
        Map<String, String> was = new HashMap<>();
        for (SheetColumn column : form.columns()) {
            typed.put(column.key(), Objects.requireNonNullElse(request.getParameter(column.key()), ""));
            String before = request.getParameter("was." + column.key());
            if (before != null && !before.isEmpty()) {
                was.put(column.key(), before);
            }
        }
        Fields now = records.get(actor, station);
        Fields seen = new Fields(now.place(), now.id(), now.owner(), version, was);
        return switch (records.change(actor, station, seen, typed)) {
            case RecordChange.Saved() -> Pages.seeOther("/desk/stations/" + station.code() + "?saved=1");
            case RecordChange.Wrong(var mistakes) -> {
                Map<String, String> errors = new LinkedHashMap<>();
                for (SheetColumn column : form.columns()) {
                    var says = mistakes.get(column.key());
                    if (says != null) {
                        errors.put(column.key(), page.t(says.key(), says.args().toArray()));
                    }
                }
                yield show(
                        page,
                        actor,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new Shown(station, seen, typed, errors, List.of()));
            }
            case RecordChange.ChangedMeanwhile meanwhile ->
                show(
                        page,
                        actor,
                        HttpStatus.CONFLICT,
                        new Shown(station, meanwhile.now(), typed, Map.of(), theirs(page, form, meanwhile)));
        };
    }

    private static List<FieldView.Theirs> theirs(Page page, SheetForm form, RecordChange.ChangedMeanwhile meanwhile) {
        SheetWriter words = new SheetWriter(page.messages(), page.lang());
        return meanwhile.theirs().stream()
                .map(one -> new FieldView.Theirs(
                        one.field(),
                        page.t(form.name() + "." + one.field()),
                        words.shown(
                                form,
                                one.field(),
                                Objects.requireNonNullElse(one.now().text(), ""))))
                .toList();
    }

    private ResponseEntity<byte[]> show(Page page, Actor actor, HttpStatus status, Shown shown) {
        SheetForm form = records.form(actor);
        List<FieldView> fields = form.columns().stream()
                .map(column -> new FieldView(
                        column,
                        page.t(form.headerKey(column)),
                        page.t(form.hintKey(column)),
                        shown.typed().getOrDefault(column.key(), ""),
                        new FieldView.Seen(shown.seen().values().getOrDefault(column.key(), ""))))
                .toList();
        return pages.status(
                status,
                "network/details",
                page,
                Map.of(
                        "station", shown.station(),
                        "version", shown.seen().version(),
                        "fields", fields,
                        "errors", shown.errors(),
                        "theirs", shown.theirs()));
    }

    @GetMapping("/desk/stations/{code}/history")
    ResponseEntity<byte[]> history(Page page, Actor actor, @PathVariable String code) {
        return own.find(actor, code)
                .map(station -> pages.ok(
                        "network/history",
                        page,
                        Map.of("station", station, "edits", records.listHistory(actor, station))))
                .orElseGet(() -> pages.notFound(page, "network.station.unknown", code));
    }
}
