package org.jiamenkou.catalogue.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.FieldProblem;
import org.jiamenkou.catalogue.ItemField;
import org.jiamenkou.catalogue.ItemOutcome;
import org.jiamenkou.catalogue.ItemUpkeep;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items and guides at the desk: list, one item with its editions, writing, publishing, comparing. */
@RestController
@WithForm
class ItemPages {
    private final ItemUpkeep upkeep;
    private final CodeSets codes;
    private final Pages pages;
    private final Clock clock;

    ItemPages(ItemUpkeep upkeep, CodeSets codes, Pages pages, Clock clock) {
        this.upkeep = upkeep;
        this.codes = codes;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/desk/items")
    ResponseEntity<byte[]> list(Page page, Actor actor, @RequestParam(defaultValue = "") String q) {
        return pages.ok(
                "catalogue/items",
                page,
                Map.of("items", upkeep.list(actor, q), "q", q, "mayAdd", everywhere(actor), "view", view()));
    }

    @GetMapping("/desk/items/new")
    ResponseEntity<byte[]> blank(Page page, Actor actor) {
        if (!everywhere(actor)) {
            throw new AccessRefusedException(actor.accountId() + " adds no items");
        }
        return form(page, HttpStatus.OK, new ItemForm("", "0.0", new EnumMap<>(ItemField.class)), Map.of(), null);
    }

    @PostMapping("/desk/items/new")
    ResponseEntity<byte[]> add(Page page, Actor actor, @RequestParam MultiValueMap<String, String> typed) {
        return save(page, actor, null, typed);
    }

    @GetMapping("/desk/items/{slug}")
    ResponseEntity<byte[]> show(
            Page page, Actor actor, @PathVariable String slug, @RequestParam(defaultValue = "") String saved) {
        return upkeep.find(actor, slug)
                .map(kept -> pages.ok(
                        "catalogue/item",
                        page,
                        Map.of("kept", kept, "saved", saved, "mayEdit", mayEdit(actor, kept), "view", view())))
                .orElseGet(() -> pages.notFound(page, "catalogue.item.unknown"));
    }

    @GetMapping("/desk/items/{slug}/edit")
    ResponseEntity<byte[]> edit(Page page, Actor actor, @PathVariable String slug) {
        Optional<ItemUpkeep.Kept> kept = upkeep.find(actor, slug);
        if (kept.isEmpty()) {
            return pages.notFound(page, "catalogue.item.unknown");
        }
        if (!mayEdit(actor, kept.get())) {
            throw new AccessRefusedException(actor.accountId() + " does not edit " + slug);
        }
        return form(
                page,
                HttpStatus.OK,
                new ItemForm(slug, kept.get().seen(), kept.get().fields()),
                Map.of(),
                null);
    }

    @PostMapping("/desk/items/{slug}/edit")
    ResponseEntity<byte[]> change(
            Page page, Actor actor, @PathVariable String slug, @RequestParam MultiValueMap<String, String> typed) {
        return upkeep.find(actor, slug).isEmpty()
                ? pages.notFound(page, "catalogue.item.unknown")
                : save(page, actor, slug, typed);
    }

    private ResponseEntity<byte[]> save(
            Page page, Actor actor, @Nullable String slug, MultiValueMap<String, String> sent) {
        Map<ItemField, String> fields = ItemForm.fields(sent);
        String seen = String.valueOf(sent.toSingleValueMap().getOrDefault("seen", "0.0"));
        Map<String, String> errors = new LinkedHashMap<>();
        LocalDate from = null;
        if ("publish".equals(sent.getFirst("then"))) {
            from = firstDay(String.valueOf(sent.toSingleValueMap().getOrDefault("from", "")));
            if (from == null) {
                errors.put("from", page.t("catalogue.item.error.from"));
            }
        }
        ItemForm form = new ItemForm(slug == null ? "" : slug, seen, fields);
        if (!errors.isEmpty()) {
            return form(page, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, null);
        }
        ItemOutcome outcome =
                upkeep.save(actor, new ItemUpkeep.Typed(slug, fields, new ItemUpkeep.Seen(seen), theirs(sent), from));
        String at = "/desk/items/"
                + (slug == null ? fields.getOrDefault(ItemField.SLUG, "").strip() : slug);
        return switch (outcome) {
            case ItemOutcome.Saved(int revision) -> Pages.seeOther(at + "?saved=draft");
            case ItemOutcome.Published(int version) -> Pages.seeOther(at + "?saved=published");
            case ItemOutcome.Wrong(List<FieldProblem> problems) -> {
                problems.forEach(one -> errors.putIfAbsent(
                        one.field().key(),
                        page.t(one.field().labelKey())
                                + page.t("catalogue.item.colon")
                                + page.t(one.key().value(), one.args().toArray())));
                yield form(page, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, null);
            }
            case ItemOutcome.ChangedMeanwhile changed ->
                form(
                        page,
                        HttpStatus.CONFLICT,
                        new ItemForm(
                                form.slug(), changed.seen(), changed.merge().fields()),
                        errors,
                        changed);
        };
    }

    /** A published edition never begins in the past. */
    private @Nullable LocalDate firstDay(String typed) {
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            LocalDate today = LocalDate.now(clock);
            return day.isBefore(today) || day.isAfter(today.plusYears(2)) ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static Set<ItemField> theirs(MultiValueMap<String, String> sent) {
        Set<ItemField> theirs = EnumSet.noneOf(ItemField.class);
        for (ItemField field : ItemField.values()) {
            if ("theirs".equals(sent.getFirst("pick-" + field.key()))) {
                theirs.add(field);
            }
        }
        return theirs;
    }

    @GetMapping("/desk/items/{slug}/compare")
    ResponseEntity<byte[]> compare(
            Page page,
            Actor actor,
            @PathVariable String slug,
            @RequestParam(defaultValue = "0") int older,
            @RequestParam(defaultValue = "0") int newer) {
        return upkeep.find(actor, slug)
                .map(kept -> pages.ok(
                        "catalogue/itemCompare",
                        page,
                        Map.of(
                                "kept",
                                kept,
                                "older",
                                older,
                                "newer",
                                newer,
                                "differences",
                                upkeep.compare(kept, older, newer))))
                .orElseGet(() -> pages.notFound(page, "catalogue.item.unknown"));
    }

    private static boolean everywhere(Actor actor) {
        return actor.areasByRight().get(Right.EDIT_ITEMS) instanceof Areas.Everywhere;
    }

    private static boolean mayEdit(Actor actor, ItemUpkeep.Kept kept) {
        return everywhere(actor) && ItemUpkeep.mayEdit(actor, kept.fields().getOrDefault(ItemField.LINE, ""));
    }

    private ItemView view() {
        return new ItemView(codes);
    }

    private ResponseEntity<byte[]> form(
            Page page,
            HttpStatus status,
            ItemForm form,
            Map<String, String> errors,
            ItemOutcome.@Nullable ChangedMeanwhile changed) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("errors", errors);
        model.put("changed", changed);
        model.put("today", LocalDate.now(clock).toString());
        model.put("view", view());
        return pages.status(status, "catalogue/itemEdit", page, model);
    }
}
