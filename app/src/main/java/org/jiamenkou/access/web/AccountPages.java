package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.AccountOutcome;
import org.jiamenkou.access.AccountReads;
import org.jiamenkou.access.AccountUpkeep;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Grants;
import org.jiamenkou.access.Restores;
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

/** One account: its roles, moving and ending it, and what was done to it. */
@RestController
@WithForm
class AccountPages {
    private final AccountReads reads;
    private final AccountUpkeep upkeep;
    private final Grants grants;
    private final Restores restores;
    private final ShownOnce shownOnce;
    private final Clock clock;
    private final Pages pages;

    AccountPages(
            AccountReads reads,
            AccountUpkeep upkeep,
            Grants grants,
            Restores restores,
            ShownOnce shownOnce,
            Clock clock,
            Pages pages) {
        this.reads = reads;
        this.upkeep = upkeep;
        this.grants = grants;
        this.restores = restores;
        this.shownOnce = shownOnce;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/admin/accounts/{id}")
    ResponseEntity<byte[]> show(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request) {
        return show(page, actor, id, new Told(Map.of(), Map.of(), shownOnce.take(request), known(done)));
    }

    @PostMapping("/admin/accounts/{id}/move")
    ResponseEntity<byte[]> move(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String moveArea,
            @RequestParam(defaultValue = "") String moveFrom,
            @RequestParam(defaultValue = "") String wished) {
        LocalDate from = date(moveFrom).orElse(LocalDate.MIN);
        AccountOutcome outcome = upkeep.move(actor, id, new AccountUpkeep.Move(moveArea, from, wished));
        return after(page, actor, outcome, new Form(id, "moved", Map.of("moveArea", moveArea, "moveFrom", moveFrom)));
    }

    @PostMapping("/admin/accounts/{id}/leave")
    ResponseEntity<byte[]> leave(Page page, Actor actor, @PathVariable UUID id) {
        return after(page, actor, upkeep.leave(actor, id), new Form(id, "left", Map.of()));
    }

    @PostMapping("/admin/accounts/{id}/reset")
    ResponseEntity<byte[]> reset(Page page, Actor actor, @PathVariable UUID id) {
        return after(page, actor, upkeep.reset(actor, id), new Form(id, "reset", Map.of()));
    }

    @PostMapping("/admin/accounts/{id}/grants")
    ResponseEntity<byte[]> give(
            Page page, Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        String until = typed.getOrDefault("until", "").strip();
        Optional<LocalDate> last = date(until);
        boolean badDate = !until.isEmpty() && last.isEmpty();
        LocalDate from =
                badDate ? LocalDate.MIN : date(typed.getOrDefault("from", "")).orElse(LocalDate.MIN);
        List<String> lines = Arrays.stream(typed.getOrDefault("lines", "").split("[,\\uff0c\\u3001\\s]+"))
                .filter(line -> !line.isBlank())
                .limit(20)
                .toList();
        AccountOutcome outcome = grants.give(
                actor,
                id,
                new Grants.Wanted(
                        typed.getOrDefault("role", ""),
                        typed.getOrDefault("area", ""),
                        lines,
                        from,
                        last.orElse(null),
                        typed.containsKey("replacing")));
        return after(page, actor, outcome, new Form(id, "given", typed));
    }

    /** @param last last day, empty to end it at once */
    @PostMapping("/admin/accounts/{id}/grants/{grant}/end")
    ResponseEntity<byte[]> end(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "") String last) {
        LocalDate day = date(last).orElse(LocalDate.now(clock).minusDays(1));
        return after(
                page, actor, grants.end(actor, id, new Grants.Ending(grant, day)), new Form(id, "ended", Map.of()));
    }

    @PostMapping("/admin/accounts/{id}/restore")
    ResponseEntity<byte[]> askRestore(
            Page page,
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> password,
            @RequestParam Optional<String> totp,
            @RequestParam(defaultValue = "") String reason) {
        AccountOutcome outcome =
                restores.ask(actor, id, new Restores.Asked(password.isPresent(), totp.isPresent(), reason));
        return after(page, actor, outcome, new Form(id, "restore", Map.of("reason", reason)));
    }

    /** Which form was sent: its account, what to say when it is done, and what was typed. */
    private record Form(UUID accountId, String done, Map<String, String> typed) {}

    private ResponseEntity<byte[]> after(Page page, Actor actor, AccountOutcome outcome, Form form) {
        return switch (outcome) {
            case AccountOutcome.Done done ->
                Pages.seeOther("/admin/accounts/" + done.accountId() + "?done=" + form.done());
            case AccountOutcome.Refused refused -> {
                Map<String, String> errors = new HashMap<>();
                RefusalWords.errors(page, refused.refusal())
                        .forEach((field, text) -> errors.put(
                                form.done().equals("moved") && form.typed().containsKey("move" + capital(field))
                                        ? "move" + capital(field)
                                        : field,
                                text));
                yield show(page, actor, form.accountId(), new Told(errors, form.typed(), "", ""));
            }
        };
    }

    private static String capital(String field) {
        return Character.toUpperCase(field.charAt(0)) + field.substring(1);
    }

    /** What the page says beside the account itself. */
    private record Told(Map<String, String> errors, Map<String, String> typed, String shownOnce, String done) {}

    private ResponseEntity<byte[]> show(Page page, Actor actor, UUID id, Told told) {
        Optional<AccountReads.Details> details = reads.find(actor, id);
        if (details.isEmpty()) {
            return pages.notFound(page, "access.account.unknown");
        }
        return pages.status(
                told.errors().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                "access/account",
                page,
                Map.of(
                        "view",
                        new AccountView(
                                details.get(), reads, reads.listRoles(actor), LocalDate.now(clock), told.typed()),
                        "errors",
                        told.errors(),
                        "shownOnce",
                        told.shownOnce(),
                        "done",
                        told.done()));
    }

    private static Optional<LocalDate> date(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** Only words of ours are made into a message. */
    private static String known(String done) {
        return List.of("moved", "left", "reset", "given", "ended", "restore").contains(done) ? done : "";
    }
}
