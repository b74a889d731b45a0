package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.SecondFactor;
import org.jiamenkou.access.SignInOutcome;
import org.jiamenkou.access.web.Entrance.Waiting;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.SquareCode;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The second half of signing in: the code of the authenticator, or setting one up. */
@RestController
@WithForm
class CodePages {
    private static final int LONGEST_CODE = 20;

    private final SecondFactor factor;
    private final Entrance entrance;
    private final Pages pages;

    CodePages(SecondFactor factor, Entrance entrance, Pages pages) {
        this.factor = factor;
        this.entrance = entrance;
        this.pages = pages;
    }

    @GetMapping("/sign-in/code")
    ResponseEntity<byte[]> code(Page page, HttpServletRequest request) {
        Optional<Waiting> waiting = entrance.waiting(request);
        return waiting.isEmpty() ? startOver(page, HttpStatus.OK) : showCode(page, HttpStatus.OK, waiting.get(), "");
    }

    @PostMapping("/sign-in/code")
    ResponseEntity<byte[]> enter(
            Page page,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Waiting> found = entrance.waiting(request);
        if (found.isEmpty()) {
            return startOver(page, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Waiting waiting = found.get();
        return switch (factor.enter(waiting.half(), typed(code, request))) {
            case SignInOutcome.Welcome welcome -> entrance.welcome(request, response, welcome, waiting.to());
            case SignInOutcome.CodeNeeded needed -> entrance.askForCode(request, needed, waiting.to());
            case SignInOutcome.WrongCode() ->
                showCode(page, HttpStatus.UNPROCESSABLE_ENTITY, waiting, page.t("access.code.wrong"));
            case SignInOutcome.NotRecognised() -> startOver(page, HttpStatus.UNPROCESSABLE_ENTITY);
            case SignInOutcome.Locked locked ->
                showCode(page, HttpStatus.UNPROCESSABLE_ENTITY, waiting, lockedText(page, locked));
        };
    }

    @GetMapping("/sign-in/enrol")
    ResponseEntity<byte[]> enrolment(Page page, HttpServletRequest request) {
        Optional<Waiting> found = entrance.waiting(request);
        if (found.isEmpty() || factor.isEnrolled(found.get().half().accountId())) {
            return startOver(page, HttpStatus.OK);
        }
        String secret = entrance.secretOf(found.get()).orElseGet(factor::freshSecret);
        entrance.keepSecret(request, found.get(), secret);
        return showEnrolment(page, HttpStatus.OK, new Enrolment(found.get(), secret), "");
    }

    @PostMapping("/sign-in/enrol")
    ResponseEntity<byte[]> enrol(
            Page page,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Waiting> found = entrance.waiting(request);
        Optional<String> secret = found.flatMap(entrance::secretOf);
        if (found.isEmpty() || secret.isEmpty()) {
            return startOver(page, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Enrolment enrolment = new Enrolment(found.get(), secret.get());
        return switch (factor.enrol(found.get().half(), secret.get(), typed(code, request))) {
            case SignInOutcome.Welcome welcome ->
                entrance.welcome(request, response, welcome, found.get().to());
            case SignInOutcome.CodeNeeded needed ->
                entrance.askForCode(request, needed, found.get().to());
            case SignInOutcome.WrongCode() ->
                showEnrolment(page, HttpStatus.UNPROCESSABLE_ENTITY, enrolment, page.t("access.enrol.wrong"));
            case SignInOutcome.NotRecognised() -> startOver(page, HttpStatus.UNPROCESSABLE_ENTITY);
            case SignInOutcome.Locked locked ->
                showEnrolment(page, HttpStatus.UNPROCESSABLE_ENTITY, enrolment, lockedText(page, locked));
        };
    }

    private record Enrolment(Waiting waiting, String secret) {}

    private static SecondFactor.Typed typed(String code, HttpServletRequest request) {
        return new SecondFactor.Typed(code.length() > LONGEST_CODE ? "" : code.strip(), BrowserCookie.read(request));
    }

    private static String lockedText(Page page, SignInOutcome.Locked locked) {
        return page.t("access.signIn.locked", locked.until().toLocalTime().withNano(0));
    }

    private ResponseEntity<byte[]> showCode(Page page, HttpStatus status, Waiting waiting, String error) {
        String demo = factor.demoCode(waiting.half().loginName()).orElse("");
        return pages.status(status, "access/code", page, Map.of("error", error, "demoCode", demo));
    }

    private ResponseEntity<byte[]> showEnrolment(Page page, HttpStatus status, Enrolment enrolment, String error) {
        String address = SecondFactor.address(enrolment.waiting().half().loginName(), enrolment.secret());
        return pages.status(
                status,
                "access/enrol",
                page,
                Map.of("error", error, "secret", enrolment.secret(), "picture", SquareCode.dataAddress(address)));
    }

    private ResponseEntity<byte[]> startOver(Page page, HttpStatus status) {
        return pages.status(status, "access/startOver", page, Map.of());
    }
}
