package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.access.AccountOutcome;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.RestoreOutcome;
import org.jiamenkou.access.Restores;
import org.jiamenkou.access.SignInOutcome;
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

/** Restoring a lost password or authenticator: the second person confirms, the one who lost it uses the code. */
@RestController
@WithForm
class RestorePages {
    private static final int LONGEST = 100;
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final Restores restores;
    private final Entrance entrance;
    private final ShownOnce shownOnce;
    private final Pages pages;

    RestorePages(Restores restores, Entrance entrance, ShownOnce shownOnce, Pages pages) {
        this.restores = restores;
        this.entrance = entrance;
        this.shownOnce = shownOnce;
        this.pages = pages;
    }

    @GetMapping("/admin/restores")
    ResponseEntity<byte[]> list(Page page, Actor actor, HttpServletRequest request) {
        return showList(page, actor, Map.of(), shownOnce.take(request));
    }

    @PostMapping("/admin/restores/{id}/confirm")
    ResponseEntity<byte[]> confirm(Page page, Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return switch (restores.confirm(actor, id)) {
            case AccountOutcome.Done done -> {
                shownOnce.keep(request, done.shownOnce());
                yield Pages.seeOther("/admin/restores");
            }
            case AccountOutcome.Refused refused ->
                showList(page, actor, RefusalWords.errors(page, refused.refusal()), "");
        };
    }

    private ResponseEntity<byte[]> showList(Page page, Actor actor, Map<String, String> errors, String code) {
        return pages.status(
                errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY,
                "access/restores",
                page,
                Map.of(
                        "restores",
                        restores.listOpen(actor),
                        "actorId",
                        actor.accountId(),
                        "errors",
                        errors,
                        "code",
                        code));
    }

    @GetMapping("/sign-in/restore")
    ResponseEntity<byte[]> form(Page page) {
        return showForm(page, HttpStatus.OK, "", Map.of());
    }

    @PostMapping("/sign-in/restore")
    ResponseEntity<byte[]> use(
            Page page,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        String name = login.strip();
        boolean tooLong = password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES;
        if (name.isEmpty() || name.length() > LONGEST || code.length() > LONGEST || password.isEmpty() || tooLong) {
            return refuse(page, name, "code", page.t("access.restore.notRecognised"));
        }
        return switch (restores.use(new Restores.Used(name, code, password))) {
            case RestoreOutcome.Restored(var half, boolean enrolled) ->
                entrance.askForCode(request, new SignInOutcome.CodeNeeded(half, enrolled), "/desk");
            case RestoreOutcome.NotRecognised() -> refuse(page, name, "code", page.t("access.restore.notRecognised"));
            case RestoreOutcome.PasswordRefused(var refusal) ->
                refuse(page, name, "password", page.t(refusal.messageKey(), refusal.args()));
            case RestoreOutcome.Locked locked ->
                refuse(
                        page,
                        name,
                        "login",
                        page.t(
                                "access.signIn.locked",
                                locked.until().toLocalTime().withNano(0)));
        };
    }

    private ResponseEntity<byte[]> refuse(Page page, String login, String field, String text) {
        return showForm(page, HttpStatus.UNPROCESSABLE_ENTITY, login, Map.of(field, text));
    }

    private ResponseEntity<byte[]> showForm(Page page, HttpStatus status, String login, Map<String, String> errors) {
        return pages.status(status, "access/useRestore", page, Map.of("login", login, "errors", errors));
    }
}
