package org.jiamenkou.catalogue.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.catalogue.ListEntryForm;
import org.jiamenkou.catalogue.ListKind;
import org.jiamenkou.catalogue.ListPublication;
import org.jiamenkou.catalogue.ListRefusal;
import org.jiamenkou.catalogue.ListUpkeep;
import org.jiamenkou.catalogue.ListVersion;
import org.jiamenkou.catalogue.PositiveList;
import org.jiamenkou.catalogue.rules.ListRules;
import org.jiamenkou.network.Division;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.TypedForm;
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

/** Positive lists and the ban list at the desk: their versions, the draft of a new one, publishing. */
@RestController
@WithForm
class ListDeskPages {
    private static final String NEW = "new";

    private final ListUpkeep upkeep;
    private final Pages pages;

    ListDeskPages(ListUpkeep upkeep, Pages pages) {
        this.upkeep = upkeep;
        this.pages = pages;
    }

    @GetMapping("/desk/lists")
    ResponseEntity<byte[]> list(Page page, Actor actor, @RequestParam(defaultValue = "") String area) {
        List<Division> areas = upkeep.areasOf(actor);
        if (areas.isEmpty()) {
            throw new AccessRefusedException(actor.accountId() + " keeps lists nowhere");
        }
        Division at = areas.stream()
                .filter(one -> one.code().equals(area))
                .findFirst()
                .orElse(areas.getFirst());
        Map<ListKind, ListUpkeep.Kept> kept = new LinkedHashMap<>();
        for (ListKind list : ListKind.values()) {
            kept.put(list, upkeep.read(actor, new ListUpkeep.Which(at, list)));
        }
        return pages.ok("catalogue/lists", page, Map.of("areas", areas, "at", at, "kept", kept));
    }

    @GetMapping("/desk/lists/{area}/{list}")
    ResponseEntity<byte[]> show(
            Page page,
            Actor actor,
            @PathVariable String area,
            @PathVariable String list,
            @RequestParam(defaultValue = "") String version) {
        return upkeep.find(actor, area, list)
                .map(which ->
                        show(page, HttpStatus.OK, upkeep.read(actor, which), Map.of("version", version), Map.of()))
                .orElseGet(() -> pages.notFound(page, "catalogue.list.unknown"));
    }

    private ResponseEntity<byte[]> show(
            Page page, HttpStatus status, ListUpkeep.Kept kept, Map<String, String> typed, Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put("kept", kept);
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("key", typed.getOrDefault("key", Idempotency.freshKey()));
        model.put("older", older(kept, typed.getOrDefault("version", "")));
        return pages.status(status, "catalogue/list", page, model);
    }

    private static Optional<PositiveList> older(ListUpkeep.Kept kept, String id) {
        return kept.versions().stream()
                .filter(one -> one.id().toString().equals(id))
                .map(ListVersion::value)
                .findFirst();
    }

    @GetMapping("/desk/lists/{area}/{list}/entries/{number}")
    ResponseEntity<byte[]> entry(
            Page page, Actor actor, @PathVariable String area, @PathVariable String list, @PathVariable String number) {
        Optional<ListUpkeep.Kept> kept = upkeep.find(actor, area, list).map(which -> upkeep.read(actor, which));
        if (kept.isEmpty()) {
            return pages.notFound(page, "catalogue.list.unknown");
        }
        if (number.equals(NEW)) {
            Map<String, String> blank = Map.of(
                    "number", String.valueOf(ListRules.nextNumber(kept.get().entries())));
            return form(page, HttpStatus.OK, kept.get(), number, blank, Map.of());
        }
        return number(number)
                .flatMap(one -> ListRules.find(kept.get().entries(), one))
                .map(entry -> form(page, HttpStatus.OK, kept.get(), number, ListEntryForm.values(entry), Map.of()))
                .orElseGet(() -> pages.notFound(page, "catalogue.list.unknownEntry"));
    }

    private ResponseEntity<byte[]> form(
            Page page,
            HttpStatus status,
            ListUpkeep.Kept kept,
            CharSequence number,
            Map<String, String> typed,
            Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put("kept", kept);
        model.put("number", number.toString());
        model.put("typed", typed);
        model.put("errors", errors);
        model.put("seen", typed.getOrDefault("seen", String.valueOf(kept.seen())));
        return pages.status(status, "catalogue/listEntry", page, model);
    }

    @PostMapping("/desk/lists/{area}/{list}/entries/{number}")
    ResponseEntity<byte[]> save(
            Page page,
            Actor actor,
            @PathVariable String area,
            @PathVariable String list,
            @PathVariable String number,
            @RequestParam Map<String, String> typed) {
        Optional<ListUpkeep.Which> which = upkeep.find(actor, area, list);
        boolean fresh = number.equals(NEW);
        if (which.isEmpty() || (!fresh && number(number).isEmpty())) {
            return pages.notFound(page, "catalogue.list.unknown");
        }
        Map<String, String> all = new HashMap<>(typed);
        if (!fresh) {
            all.put("number", number);
        } else if (all.getOrDefault("number", "").isBlank()) {
            all.put(
                    "number",
                    String.valueOf(
                            ListRules.nextNumber(upkeep.read(actor, which.get()).entries())));
        }
        TypedForm.Answer answer = TypedForm.read(ListEntryForm.form(), all);
        Map<String, String> errors = mistakes(page, answer.mistakes());
        if (errors.isEmpty()) {
            ListEntryForm.Read read = ListEntryForm.read(which.get().list(), answer.values());
            errors.putAll(mistakes(page, read.mistakes()));
            PositiveList.Entry entry = read.entry();
            if (entry != null) {
                errors.putAll(errors(
                        page,
                        upkeep.change(
                                actor,
                                which.get(),
                                new ListUpkeep.EntryChange(entry.number(), entry, fresh, seen(typed)))));
            }
        }
        return errors.isEmpty()
                ? Pages.seeOther(path(which.get()))
                : form(page, HttpStatus.UNPROCESSABLE_ENTITY, upkeep.read(actor, which.get()), number, all, errors);
    }

    @PostMapping("/desk/lists/{area}/{list}/entries/{number}/remove")
    ResponseEntity<byte[]> remove(
            Page page,
            Actor actor,
            @PathVariable String area,
            @PathVariable String list,
            @PathVariable String number,
            @RequestParam Map<String, String> typed) {
        Optional<ListUpkeep.Which> which = upkeep.find(actor, area, list);
        if (which.isEmpty() || number(number).isEmpty()) {
            return pages.notFound(page, "catalogue.list.unknown");
        }
        int gone = number(number).orElseThrow();
        return answered(
                page,
                actor,
                which.get(),
                typed,
                upkeep.change(actor, which.get(), new ListUpkeep.EntryChange(gone, null, false, seen(typed))));
    }

    @PostMapping("/desk/lists/{area}/{list}/discard")
    ResponseEntity<byte[]> discard(
            Page page,
            Actor actor,
            @PathVariable String area,
            @PathVariable String list,
            @RequestParam Map<String, String> typed) {
        return upkeep.find(actor, area, list)
                .map(which -> answered(page, actor, which, typed, upkeep.discard(actor, which, seen(typed))))
                .orElseGet(() -> pages.notFound(page, "catalogue.list.unknown"));
    }

    @PostMapping("/desk/lists/{area}/{list}/publish")
    ResponseEntity<byte[]> publish(
            Page page,
            Actor actor,
            @PathVariable String area,
            @PathVariable String list,
            @RequestParam Map<String, String> typed) {
        Optional<ListUpkeep.Which> which = upkeep.find(actor, area, list);
        if (which.isEmpty()) {
            return pages.notFound(page, "catalogue.list.unknown");
        }
        TypedForm.Answer answer = TypedForm.read(ListPublication.FORM, typed);
        Map<String, String> errors = mistakes(page, answer.mistakes());
        if (errors.isEmpty()) {
            String key = typed.getOrDefault("key", Idempotency.freshKey());
            errors.putAll(errors(
                    page,
                    upkeep.publish(
                            actor,
                            which.get(),
                            new ListUpkeep.Publishing(ListPublication.of(answer.values()), seen(typed), key))));
        }
        return errors.isEmpty()
                ? Pages.seeOther(path(which.get()))
                : show(page, HttpStatus.UNPROCESSABLE_ENTITY, upkeep.read(actor, which.get()), typed, errors);
    }

    private ResponseEntity<byte[]> answered(
            Page page, Actor actor, ListUpkeep.Which which, Map<String, String> typed, List<ListRefusal> refusals) {
        return refusals.isEmpty()
                ? Pages.seeOther(path(which))
                : show(page, HttpStatus.UNPROCESSABLE_ENTITY, upkeep.read(actor, which), typed, errors(page, refusals));
    }

    private static Map<String, String> errors(Page page, List<ListRefusal> refusals) {
        Map<String, String> errors = new LinkedHashMap<>();
        refusals.forEach(refusal -> errors.put(field(refusal), page.t(refusal.messageKey(), refusal.args())));
        return errors;
    }

    private static String field(ListRefusal refusal) {
        return switch (refusal) {
            case ListRefusal.ChangedMeanwhile no -> "main";
            case ListRefusal.NumberTaken no -> "number";
            case ListRefusal.NothingChanged no -> "main";
            case ListRefusal.NoEntries no -> "main";
            case ListRefusal.VersionTaken no -> "version";
            case ListRefusal.DayPast no -> "from";
            case ListRefusal.DayTaken no -> "from";
        };
    }

    private static Map<String, String> mistakes(Page page, Map<String, SheetProblem.Says> says) {
        Map<String, String> errors = new LinkedHashMap<>();
        says.forEach(
                (field, one) -> errors.put(field, page.t(one.key(), one.args().toArray())));
        return errors;
    }

    private static String path(ListUpkeep.Which which) {
        return "/desk/lists/" + which.area().code() + "/" + which.list().code();
    }

    private static int seen(Map<String, String> typed) {
        return number(typed.getOrDefault("seen", "")).orElse(0);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
