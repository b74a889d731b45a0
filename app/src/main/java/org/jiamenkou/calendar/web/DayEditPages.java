package org.jiamenkou.calendar.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.calendar.DayEdits;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.YearEdition;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the city's officers: what kind of day a day is. */
@RestController
@WithForm
class DayEditPages {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SOURCE = 300;

    private final DayEdits edits;
    private final Pages pages;

    DayEditPages(DayEdits edits, Pages pages) {
        this.edits = edits;
        this.pages = pages;
    }

    @GetMapping("/desk/calendar")
    ResponseEntity<byte[]> form(Page page, Actor actor, @RequestParam(defaultValue = "") String saved) {
        return show(page, actor, HttpStatus.OK, DayEditForm.NOTHING, List.of(), saved);
    }

    @PostMapping("/desk/calendar")
    ResponseEntity<byte[]> save(Page page, Actor actor, @RequestParam Map<String, String> fields) {
        DayEditForm typed = DayEditForm.from(fields);
        List<DayEditForm.Wrong> wrong = new ArrayList<>();
        Optional<LocalDate> day = day(typed.day());
        Optional<DayKind> kind = kind(typed.kind());
        if (day.isEmpty()) {
            wrong.add(new DayEditForm.Wrong("day", page.t("calendar.desk.error.day")));
        }
        if (kind.isEmpty()) {
            wrong.add(new DayEditForm.Wrong("kind", page.t("calendar.desk.error.kind")));
        }
        if (typed.name().isEmpty() || typed.name().length() > LONGEST_NAME) {
            wrong.add(new DayEditForm.Wrong("name", page.t("calendar.desk.error.name", LONGEST_NAME)));
        }
        if (typed.source().isEmpty() || typed.source().length() > LONGEST_SOURCE) {
            wrong.add(new DayEditForm.Wrong("source", page.t("calendar.desk.error.source", LONGEST_SOURCE)));
        }
        if (day.isEmpty() || kind.isEmpty() || !wrong.isEmpty()) {
            return show(page, actor, HttpStatus.UNPROCESSABLE_ENTITY, typed, wrong, "");
        }
        DayEdits.DayEdit edit = new DayEdits.DayEdit(
                day.get(), kind.get(), typed.name(), typed.editionSeen(day.get().getYear()), typed.source());
        return switch (edits.edit(actor, edit)) {
            case DayEdits.Outcome.Edited(YearEdition edition) ->
                Pages.seeOther("/desk/calendar?saved=" + edition.year() + "." + edition.edition());
            case DayEdits.Outcome.YearNotLoaded(int year) ->
                refused(page, actor, typed, page.t("calendar.desk.error.yearNotLoaded", String.valueOf(year)));
            case DayEdits.Outcome.ChangedMeanwhile(int year) ->
                refused(page, actor, typed, page.t("calendar.desk.error.changedMeanwhile", String.valueOf(year)));
        };
    }

    private ResponseEntity<byte[]> refused(Page page, Actor actor, DayEditForm typed, String text) {
        return show(
                page, actor, HttpStatus.UNPROCESSABLE_ENTITY, typed, List.of(new DayEditForm.Wrong("day", text)), "");
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<DayKind> kind(String typed) {
        return Arrays.stream(DayKind.values())
                .filter(one -> one.code().equals(typed))
                .findFirst();
    }

    private ResponseEntity<byte[]> show(
            Page page, Actor actor, HttpStatus status, DayEditForm typed, List<DayEditForm.Wrong> wrong, String saved) {
        List<YearEdition> editions = edits.listEditions(actor);
        return pages.status(
                status,
                "calendar/dayEdit",
                page,
                Map.of(
                        "typed", typed,
                        "wrong", wrong,
                        "saved", savedIn(editions, saved),
                        "seen", seen(editions),
                        "editions", editions));
    }

    /** The edition the address says was just saved, if there is such a one: words in an address are not believed. */
    private static Optional<YearEdition> savedIn(List<YearEdition> editions, String saved) {
        return editions.stream()
                .filter(one -> (one.year() + "." + one.edition()).equals(saved))
                .findFirst();
    }

    private static String seen(List<YearEdition> editions) {
        List<String> newest = new ArrayList<>();
        int year = 0;
        for (YearEdition one : editions) {
            if (one.year() != year) {
                newest.add(one.year() + ":" + one.edition());
                year = one.year();
            }
        }
        return String.join(",", newest);
    }
}
