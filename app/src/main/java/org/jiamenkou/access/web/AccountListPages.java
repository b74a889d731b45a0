package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jiamenkou.access.AccountOutcome;
import org.jiamenkou.access.AccountReads;
import org.jiamenkou.access.AccountUpkeep;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The accounts of one's area, making one, what is about to end, and the matrix of roles and rights. */
@RestController
@WithForm
class AccountListPages {
    private static final int LONGEST = 100;

    private final AccountReads reads;
    private final AccountUpkeep upkeep;
    private final ShownOnce shownOnce;
    private final Pages pages;

    AccountListPages(AccountReads reads, AccountUpkeep upkeep, ShownOnce shownOnce, Pages pages) {
        this.reads = reads;
        this.upkeep = upkeep;
        this.shownOnce = shownOnce;
        this.pages = pages;
    }

    @GetMapping("/admin/accounts")
    ResponseEntity<byte[]> list(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int number) {
        String words = cut(q);
        return pages.ok(
                "access/accounts",
                page,
                Map.of(
                        "listed", reads.list(actor, words, number),
                        "words", words,
                        "mayMake", actor.holds(Right.MANAGE_ACCOUNTS)));
    }

    @GetMapping("/admin/accounts/new")
    ResponseEntity<byte[]> form(Page page, Actor actor) {
        if (!actor.holds(Right.MANAGE_ACCOUNTS)) {
            throw new AccessRefusedException(actor.accountId() + " makes no accounts");
        }
        return showForm(page, actor, HttpStatus.OK, new AccountUpkeep.Joiner("", "", "", ""), Map.of());
    }

    @PostMapping("/admin/accounts")
    ResponseEntity<byte[]> make(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String wished,
            HttpServletRequest request) {
        AccountUpkeep.Joiner joiner = new AccountUpkeep.Joiner(cut(login), cut(name), cut(area), cut(wished));
        return switch (upkeep.create(actor, joiner)) {
            case AccountOutcome.Done done -> {
                shownOnce.keep(request, done.shownOnce());
                yield Pages.seeOther("/admin/accounts/" + done.accountId());
            }
            case AccountOutcome.Refused refused ->
                showForm(
                        page,
                        actor,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        joiner,
                        RefusalWords.errors(page, refused.refusal()));
        };
    }

    private ResponseEntity<byte[]> showForm(
            Page page, Actor actor, HttpStatus status, AccountUpkeep.Joiner joiner, Map<String, String> errors) {
        return pages.status(
                status,
                "access/newAccount",
                page,
                Map.of("joiner", joiner, "roles", reads.listRoles(actor), "errors", errors));
    }

    @GetMapping("/admin/accounts/report")
    ResponseEntity<byte[]> report(Page page, Actor actor) {
        return pages.ok("access/accountReport", page, Map.of("report", reads.report(actor), "reads", reads));
    }

    @GetMapping("/admin/roles")
    ResponseEntity<byte[]> roles(Page page, Actor actor) {
        return pages.ok("access/roles", page, Map.of("roles", reads.listRoles(actor)));
    }

    private static String cut(String text) {
        String plain = text.strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }
}
