package org.jiamenkou.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jiamenkou.access.PhoneSignIn;
import org.jiamenkou.access.PhoneSignInAnswer;
import org.jiamenkou.access.PhoneSignInRefusal;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signing in by phone in three steps: the number, the code, the name. */
@RestController
@WithForm
class PhoneSignInPages {
    /** Ties the code to the browser that asked for it. */
    static final String COOKIE = "JMK_PHONE";

    /** Where somebody was going when they were asked to sign in. */
    private static final String BACK_COOKIE = "JMK_BACK";

    private static final Pattern BACK =
            Pattern.compile("/(services|bookings|waiting|activities|tickets|me)[A-Za-z0-9/_?=&.%-]{0,200}");

    private static final Duration COOKIE_AGE = Duration.ofMinutes(30);
    private static final int LONGEST_TOKEN = 100;

    private final PhoneSignIn phones;
    private final ResidentSession sessions;
    private final Pages pages;

    PhoneSignInPages(PhoneSignIn phones, ResidentSession sessions, Pages pages) {
        this.phones = phones;
        this.sessions = sessions;
        this.pages = pages;
    }

    @GetMapping("/me/sign-in")
    ResponseEntity<byte[]> phone(Page page, @RequestParam(defaultValue = "") String to, HttpServletRequest request) {
        ResponseEntity<byte[]> form = phonePage(page, "", Optional.empty());
        return BACK.matcher(to).matches()
                ? ResponseEntity.status(form.getStatusCode())
                        .contentType(Objects.requireNonNull(form.getHeaders().getContentType()))
                        .header(HttpHeaders.SET_COOKIE, back(URLEncoder.encode(to, StandardCharsets.UTF_8), request))
                        .body(form.getBody())
                : form;
    }

    private static String back(String to, HttpServletRequest request) {
        return ResponseCookie.from(BACK_COOKIE, to)
                .path("/me")
                .maxAge(to.isEmpty() ? Duration.ZERO : COOKIE_AGE)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }

    @PostMapping("/me/sign-in")
    ResponseEntity<byte[]> ask(
            Page page,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String consent,
            HttpServletRequest request) {
        PhoneSignIn.Ask ask = new PhoneSignIn.Ask(
                phone, consent.equals("yes"), page.lang(), new PhoneSignIn.From(ClientAddress.of(request)));
        return switch (phones.ask(ask)) {
            case PhoneSignInAnswer.Sent(String token) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, "/me/sign-in/code")
                        .header(HttpHeaders.SET_COOKIE, cookie(token, COOKIE_AGE, request.isSecure()))
                        .build();
            case PhoneSignInAnswer.Refused(PhoneSignInRefusal why) -> phonePage(page, phone, Optional.of(why));
        };
    }

    private ResponseEntity<byte[]> phonePage(Page page, String typed, Optional<PhoneSignInRefusal> why) {
        Map<String, Object> model = new HashMap<>();
        model.put("available", phones.available());
        model.put("phone", typed.length() > 40 ? "" : typed);
        model.put("why", why);
        return pages.status(status(why), "access/resident/phone", page, model);
    }

    @GetMapping("/me/sign-in/code")
    ResponseEntity<byte[]> code(Page page, @CookieValue(name = COOKIE, required = false) @Nullable Cookie token) {
        return codePage(page, token, Optional.empty());
    }

    @PostMapping("/me/sign-in/code")
    ResponseEntity<byte[]> prove(
            Page page,
            @CookieValue(name = COOKIE, required = false) @Nullable Cookie token,
            @RequestParam(defaultValue = "") String code) {
        String digits = Normalizer.normalize(code.strip(), Normalizer.Form.NFKC).replace(" ", "");
        PhoneSignIn.Typed typed =
                new PhoneSignIn.Typed(shortened(token), digits.substring(0, Math.min(10, digits.length())));
        return switch (phones.prove(typed)) {
            case PhoneSignInAnswer.Proven() -> Pages.seeOther("/me/sign-in/name");
            case PhoneSignInAnswer.Refused(PhoneSignInRefusal why) -> codePage(page, token, Optional.of(why));
        };
    }

    private ResponseEntity<byte[]> codePage(Page page, @Nullable Cookie token, Optional<PhoneSignInRefusal> why) {
        return pages.status(
                status(why),
                "access/resident/code",
                page,
                Map.of(
                        "standing", phones.standing(shortened(token)),
                        "why", why,
                        "simulator", phones.simulatorPage()));
    }

    @GetMapping("/me/sign-in/name")
    ResponseEntity<byte[]> name(Page page, @CookieValue(name = COOKIE, required = false) @Nullable Cookie token) {
        return namePage(page, token, "", Optional.empty());
    }

    @PostMapping("/me/sign-in/name")
    ResponseEntity<byte[]> enter(
            Page page,
            @CookieValue(name = COOKIE, required = false) @Nullable Cookie token,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String name,
            @CookieValue(name = BACK_COOKIE, required = false) @Nullable Cookie back,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (phones.enter(new PhoneSignIn.Chosen(shortened(token), id(who), name))) {
            case PhoneSignInAnswer.Welcome welcome -> {
                sessions.open(request, response, welcome.residentId());
                yield ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .header(HttpHeaders.LOCATION, goesTo(back))
                        .header(
                                HttpHeaders.SET_COOKIE,
                                cookie("", Duration.ZERO, request.isSecure()),
                                back("", request))
                        .build();
            }
            case PhoneSignInAnswer.Refused(PhoneSignInRefusal why) -> namePage(page, token, name, Optional.of(why));
        };
    }

    /** Only our own pages for residents. */
    private static String goesTo(@Nullable Cookie back) {
        try {
            String to = back == null ? "" : URLDecoder.decode(back.getValue(), StandardCharsets.UTF_8);
            return BACK.matcher(to).matches() ? to : "/me";
        } catch (IllegalArgumentException notOurs) {
            // a broken escape is no page of ours
            return "/me";
        }
    }

    private ResponseEntity<byte[]> namePage(
            Page page, @Nullable Cookie token, String typed, Optional<PhoneSignInRefusal> why) {
        return pages.status(
                status(why),
                "access/resident/name",
                page,
                Map.of(
                        "standing",
                        phones.standing(shortened(token)).filter(PhoneSignIn.Standing::proven),
                        "name",
                        typed.length() > 100 ? "" : typed,
                        "why",
                        why));
    }

    private static HttpStatus status(Optional<PhoneSignInRefusal> why) {
        return why.isPresent() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK;
    }

    private static Optional<UUID> id(String who) {
        try {
            return who.isEmpty() || who.equals("new") ? Optional.empty() : Optional.of(UUID.fromString(who));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Cookies are read as they came: Spring would undo their escapes, and fail at what anybody may have written there. */
    private static String shortened(@Nullable Cookie token) {
        return token == null || token.getValue().length() > LONGEST_TOKEN ? "" : token.getValue();
    }

    private static String cookie(String token, Duration age, boolean secure) {
        return ResponseCookie.from(COOKIE, token)
                .path("/me")
                .maxAge(age)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(secure)
                .build()
                .toString();
    }
}
