package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.DemoAccounts;
import org.jiamenkou.access.PasswordRefusal;
import org.jiamenkou.access.SecondFactor;
import org.jiamenkou.access.SignIn;
import org.jiamenkou.access.SignInOutcome;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and changing one's own password. */
@RestController
@WithForm
class SignInPages {
    private static final int LONGEST_NAME = 100;
    /** bcrypt looks at 72 bytes; what is longer would be cut in silence. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private final SignIn signIn;
    private final StaffSession sessions;
    private final Entrance entrance;
    private final SecondFactor factor;
    private final DemoAccounts demo;
    private final Pages pages;

    SignInPages(
            SignIn signIn,
            StaffSession sessions,
            Entrance entrance,
            SecondFactor factor,
            DemoAccounts demo,
            Pages pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.entrance = entrance;
        this.factor = factor;
        this.demo = demo;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    ResponseEntity<byte[]> form(Page page, @RequestParam(defaultValue = "/desk") String to) {
        return show(page, HttpStatus.OK, to, "", "");
    }

    @PostMapping("/sign-in")
    ResponseEntity<byte[]> submit(
            Page page,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/desk") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        String name = login.strip();
        if (name.isEmpty() || password.isEmpty() || name.length() > LONGEST_NAME || isTooLong(password)) {
            return show(page, HttpStatus.UNPROCESSABLE_ENTITY, to, name, page.t("access.signIn.notRecognised"));
        }
        return switch (signIn.signIn(new SignIn.Attempt(name, password, BrowserCookie.read(request)))) {
            case SignInOutcome.Welcome welcome -> entrance.welcome(request, response, welcome, to);
            case SignInOutcome.CodeNeeded needed -> entrance.askForCode(request, needed, to);
            case SignInOutcome.WrongCode() -> throw new IllegalStateException("no code was asked for");
            case SignInOutcome.NotRecognised() ->
                show(page, HttpStatus.UNPROCESSABLE_ENTITY, to, name, page.t("access.signIn.notRecognised"));
            case SignInOutcome.Locked locked ->
                show(
                        page,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        to,
                        name,
                        page.t(
                                "access.signIn.locked",
                                locked.until().toLocalTime().withNano(0)));
        };
    }

    private ResponseEntity<byte[]> show(Page page, HttpStatus status, String to, String login, String error) {
        Map<String, String> codes = new HashMap<>();
        demo.list().forEach(one -> factor.demoCode(one.login()).ifPresent(code -> codes.put(one.login(), code)));
        return pages.status(
                status,
                "access/signIn",
                page,
                Map.of(
                        "to", Entrance.ownPath(to),
                        "login", login,
                        "error", error,
                        "demo", demo.list(),
                        "codes", codes));
    }

    @PostMapping("/sign-out")
    ResponseEntity<byte[]> signOut(HttpServletRequest request) {
        sessions.close(request);
        return Pages.seeOther("/sign-in");
    }

    @GetMapping("/desk/password")
    ResponseEntity<byte[]> passwordForm(Page page, Actor actor) {
        return pages.ok("access/password", page, Map.of("refusals", List.of()));
    }

    @PostMapping("/desk/password")
    ResponseEntity<byte[]> changePassword(
            Page page,
            Actor actor,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String wanted,
            HttpServletRequest request) {
        Optional<PasswordRefusal> refusal = isTooLong(wanted)
                ? Optional.of(new PasswordRefusal.TooLong(LONGEST_PASSWORD_BYTES))
                : signIn.changePassword(actor, new SignIn.NewPassword(current, wanted));
        if (refusal.isEmpty()) {
            PasswordFirst.clear(request);
            return Pages.seeOther("/desk");
        }
        return pages.status(
                HttpStatus.UNPROCESSABLE_ENTITY, "access/password", page, Map.of("refusals", List.of(refusal.get())));
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES;
    }
}
