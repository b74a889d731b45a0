package org.jiamenkou.duty.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.AbsenceKind;
import org.jiamenkou.duty.DutyShift;
import org.jiamenkou.duty.Proposals;
import org.jiamenkou.duty.RosterOutcome;
import org.jiamenkou.duty.RosterView;
import org.jiamenkou.duty.Rosters;
import org.jiamenkou.duty.Worker;
import org.jiamenkou.network.Post;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The monthly roster of a station: seen by its staff, kept by its lead. */
@RestController
@WithForm
class RosterPages {
    private final DutyDesk desk;
    private final Rosters rosters;
    private final Proposals proposals;
    private final Stations stations;
    private final Pages pages;
    private final Clock clock;

    RosterPages(DutyDesk desk, Rosters rosters, Proposals proposals, Stations stations, Pages pages, Clock clock) {
        this.desk = desk;
        this.rosters = rosters;
        this.proposals = proposals;
        this.stations = stations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk/roster")
    ResponseEntity<byte[]> list(Page page, Actor actor) {
        return pages.ok("duty/stations", page, Map.of("stations", desk.list(actor)));
    }

    @GetMapping("/desk/roster/{code}")
    ResponseEntity<byte[]> month(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String shift) {
        return desk.find(actor, code)
                .map(station -> show(page, HttpStatus.OK, new Asked(actor, station, month(month)), shift, null))
                .orElseGet(() -> pages.notFound(page, "network.station.unknown", code));
    }

    /** Which month of which station somebody asks for. */
    private record Asked(Actor actor, Station station, YearMonth month) {}

    private ResponseEntity<byte[]> show(
            Page page, HttpStatus status, Asked asked, String shift, @Nullable RosterOutcome refused) {
        RosterView view = rosters.view(asked.actor(), asked.station(), asked.month());
        boolean keeps = DutyDesk.keeps(asked.actor(), asked.station());
        Optional<DutyShift> chosen = view.plan().shifts().stream()
                .filter(one -> one.id().toString().equals(shift))
                .findFirst();
        Map<String, Object> model = new HashMap<>();
        model.put("view", view);
        model.put("keeps", keeps);
        model.put("chosen", keeps ? chosen.orElse(null) : null);
        model.put("candidates", keeps ? candidates(asked.station(), view) : List.of());
        model.put("today", LocalDate.now(clock));
        model.put("error", refused == null ? null : page.t(refused.messageKey(), refused.args()));
        return pages.status(status, "duty/roster", page, model);
    }

    /** People of the public board who are not in the roster yet. */
    private List<Post> candidates(Station station, RosterView view) {
        return stations.details(station).board().stream()
                .filter(post -> view.plan().workers().stream()
                        .noneMatch(worker -> worker.name().equals(post.personName())))
                .toList();
    }

    @PostMapping("/desk/roster/{code}/open")
    ResponseEntity<byte[]> open(
            Page page, Actor actor, @PathVariable String code, @RequestParam String month, @RequestParam int version) {
        return edit(page, new Typed(actor, code, month, version), rosters::open);
    }

    @PostMapping("/desk/roster/{code}/propose")
    ResponseEntity<byte[]> propose(Page page, Actor actor, @PathVariable String code, @RequestParam String month) {
        return edit(
                page, new Typed(actor, code, month, 0), edit -> proposals.start(actor, edit.station(), edit.month()));
    }

    @PostMapping("/desk/roster/{code}/cancel")
    ResponseEntity<byte[]> cancel(Page page, Actor actor, @PathVariable String code, @RequestParam String month) {
        return edit(page, new Typed(actor, code, month, 0), edit -> {
            proposals.cancel(actor, edit.station(), edit.month());
            return new RosterOutcome.Saved();
        });
    }

    @PostMapping("/desk/roster/{code}/assign")
    ResponseEntity<byte[]> assign(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam String month,
            @RequestParam int version,
            @RequestParam String shift,
            @RequestParam(defaultValue = "") String a,
            @RequestParam(defaultValue = "") String b) {
        return edit(
                page,
                new Typed(actor, code, month, version),
                edit -> rosters.assign(edit, id(shift), new Rosters.People(idOrNull(a), idOrNull(b))));
    }

    @PostMapping("/desk/roster/{code}/publish")
    ResponseEntity<byte[]> publish(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam String month,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String acknowledged) {
        return edit(
                page,
                new Typed(actor, code, month, version),
                edit -> rosters.publish(edit, acknowledged.equals("yes")));
    }

    @PostMapping("/desk/roster/{code}/absences")
    ResponseEntity<byte[]> absence(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam String month,
            @RequestParam String worker,
            @RequestParam String kind,
            @RequestParam String first,
            @RequestParam String last) {
        return edit(page, new Typed(actor, code, month, 0), edit -> {
            try {
                LocalDate from = LocalDate.parse(first);
                LocalDate to = last.isBlank() ? from : LocalDate.parse(last);
                return rosters.reportAbsence(edit, new Absence(id(worker), AbsenceKind.valueOf(kind), from, to));
            } catch (DateTimeException | IllegalArgumentException notReadable) {
                return new RosterOutcome.Unknown();
            }
        });
    }

    @PostMapping("/desk/roster/{code}/workers")
    ResponseEntity<byte[]> worker(
            Page page,
            Actor actor,
            @PathVariable String code,
            @RequestParam String month,
            @RequestParam String staff,
            @RequestParam(defaultValue = "") String crossTrained,
            @RequestParam(defaultValue = "") String lead) {
        return edit(
                page,
                new Typed(actor, code, month, 0),
                edit -> stations.details(edit.station()).board().stream()
                        .filter(post -> post.staffId().toString().equals(staff))
                        .findFirst()
                        .map(post -> rosters.addWorker(
                                edit,
                                post.staffId(),
                                new Worker(
                                        post.staffId(),
                                        post.personName(),
                                        crossTrained.equals("yes"),
                                        lead.equals("yes"),
                                        post.sample())))
                        .orElseGet(RosterOutcome.Unknown::new));
    }

    private record Typed(Actor actor, String code, String month, int version) {}

    private ResponseEntity<byte[]> edit(Page page, Typed typed, Function<Rosters.Edit, RosterOutcome> work) {
        Optional<Station> found = desk.find(typed.actor(), typed.code());
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", typed.code());
        }
        typed.actor().exercising(Right.EDIT_STATION_RESPONSIBLE, found.get().place());
        YearMonth month = month(typed.month());
        RosterOutcome outcome = work.apply(new Rosters.Edit(typed.actor(), found.get(), month, typed.version()));
        if (outcome instanceof RosterOutcome.Saved) {
            return Pages.seeOther("/desk/roster/" + found.get().code() + "?month=" + month);
        }
        return show(page, HttpStatus.UNPROCESSABLE_ENTITY, new Asked(typed.actor(), found.get(), month), "", outcome);
    }

    private YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException notAMonth) {
            return YearMonth.now(clock);
        }
    }

    private static @Nullable UUID idOrNull(String value) {
        return value.isEmpty() ? null : id(value);
    }

    /** What is no id stands for nobody known, and is refused as such. */
    private static UUID id(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            return new UUID(0, 0);
        }
    }
}
