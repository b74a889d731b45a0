package org.jiamenkou.catalogue.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.EntryDecision;
import org.jiamenkou.catalogue.EntryRecord;
import org.jiamenkou.catalogue.EntryRefusal;
import org.jiamenkou.catalogue.EntryUpkeep;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Idempotency;
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

/** The gate for what is handed down: its list, applying, deciding (M-092). */
@RestController
@WithForm
class EntryPages {
    private final EntryUpkeep upkeep;
    private final Items items;
    private final CodeSets codes;
    private final Pages pages;

    EntryPages(EntryUpkeep upkeep, Items items, CodeSets codes, Pages pages) {
        this.upkeep = upkeep;
        this.items = items;
        this.codes = codes;
        this.pages = pages;
    }

    @GetMapping("/desk/entry")
    ResponseEntity<byte[]> list(Page page, Actor actor, @RequestParam(defaultValue = "") String state) {
        List<EntryRecord> all = upkeep.listAll(actor);
        List<EntryRecord> shown = state.isBlank()
                ? all
                : all.stream()
                        .filter(one -> EntryView.state(one.approval()).equals(state))
                        .toList();
        return pages.ok(
                "catalogue/entries",
                page,
                Map.of(
                        "entries",
                        shown,
                        "state",
                        state,
                        "mayApply",
                        actor.holds(Right.APPLY_FOR_ENTRY),
                        "view",
                        new EntryView(codes, items)));
    }

    @GetMapping("/desk/entry/new")
    ResponseEntity<byte[]> blank(Page page, Actor actor) {
        return form(page, actor, HttpStatus.OK, new EntryForm(Map.of()), Map.of(), Idempotency.freshKey());
    }

    @PostMapping("/desk/entry")
    ResponseEntity<byte[]> apply(Page page, Actor actor, @RequestParam Map<String, String> typed) {
        EntryForm form = new EntryForm(typed);
        Map<String, String> errors = new LinkedHashMap<>(form.errors(page));
        if (!upkeep.isArea(form.get("area"))) {
            errors.put("area", page.t("catalogue.entry.error.area"));
        }
        String key = form.get("key").isEmpty() ? Idempotency.freshKey() : form.get("key");
        if (errors.isEmpty()) {
            for (EntryRefusal refusal : upkeep.apply(actor, form.toApplication(), key)) {
                errors.put(field(refusal), page.t(refusal.messageKey(), refusal.args()));
            }
        }
        return errors.isEmpty()
                ? Pages.seeOther("/desk/entry?state=PROPOSED")
                : form(page, actor, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, key);
    }

    @GetMapping("/desk/entry/{id}")
    ResponseEntity<byte[]> show(Page page, Actor actor, @PathVariable String id) {
        return find(actor, id)
                .map(entry -> show(page, actor, HttpStatus.OK, entry, Map.of(), Map.of()))
                .orElseGet(() -> pages.notFound(page, "catalogue.entry.unknown"));
    }

    @PostMapping("/desk/entry/{id}")
    ResponseEntity<byte[]> decide(
            Page page, Actor actor, @PathVariable String id, @RequestParam Map<String, String> typed) {
        Optional<EntryRecord> entry = find(actor, id);
        if (entry.isEmpty()) {
            return pages.notFound(page, "catalogue.entry.unknown");
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Optional<EntryDecision.Step> step = Arrays.stream(EntryDecision.Step.values())
                .filter(one -> one.name().equals(typed.get("step")))
                .findFirst();
        if (step.isEmpty()) {
            errors.put("step", page.t("catalogue.entry.error.step"));
        }
        LocalDate until = null;
        String day = typed.getOrDefault("until", "").strip();
        try {
            until = day.isEmpty() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException wrong) {
            errors.put("until", page.t("catalogue.entry.error.day"));
        }
        if (errors.isEmpty()) {
            EntryDecision decision = new EntryDecision(step.orElseThrow(), until, typed.getOrDefault("reason", ""));
            String key = typed.getOrDefault("key", Idempotency.freshKey());
            for (EntryRefusal refusal : upkeep.decide(actor, entry.get(), decision, key)) {
                errors.put(field(refusal), page.t(refusal.messageKey(), refusal.args()));
            }
        }
        return errors.isEmpty()
                ? Pages.seeOther("/desk/entry/" + entry.get().id())
                : show(page, actor, HttpStatus.UNPROCESSABLE_ENTITY, entry.get(), typed, errors);
    }

    private static String field(EntryRefusal refusal) {
        return switch (refusal) {
            case EntryRefusal.NoBasis no -> "step";
            case EntryRefusal.NoNecessity no -> "step";
            case EntryRefusal.NoSupport no -> "step";
            case EntryRefusal.NobodyHeard no -> "step";
            case EntryRefusal.NotFromThisState no -> "step";
            case EntryRefusal.OwnApplication no -> "step";
            case EntryRefusal.DatesOutOfOrder no -> "until";
            case EntryRefusal.NoDay no -> "until";
            case EntryRefusal.NoReason no -> "reason";
            case EntryRefusal.NoName no -> "name";
            case EntryRefusal.NameTaken no -> "name";
            case EntryRefusal.NoItem no -> "item";
        };
    }

    private Optional<EntryRecord> find(Actor actor, String id) {
        try {
            return upkeep.find(actor, UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private ResponseEntity<byte[]> show(
            Page page,
            Actor actor,
            HttpStatus status,
            EntryRecord entry,
            Map<String, String> typed,
            Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put("entry", entry);
        model.put("steps", upkeep.listSteps(actor, entry));
        model.put("mayDecide", actor.may(Right.DECIDE_ENTRY, entry.place()));
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("key", typed.getOrDefault("key", Idempotency.freshKey()));
        model.put("view", new EntryView(codes, items));
        return pages.status(status, "catalogue/entry", page, model);
    }

    private ResponseEntity<byte[]> form(
            Page page, Actor actor, HttpStatus status, EntryForm form, Map<String, String> errors, String key) {
        List<Division> areas = upkeep.areasOf(actor);
        if (areas.isEmpty()) {
            throw new AccessRefusedException(actor.accountId() + " may apply for entry nowhere");
        }
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("errors", errors);
        model.put("areas", areas);
        model.put("items", items.listAll());
        model.put("lines", codes.findSet("functional-line").orElseThrow().codes());
        model.put("key", key);
        return pages.status(status, "catalogue/entryNew", page, model);
    }
}
