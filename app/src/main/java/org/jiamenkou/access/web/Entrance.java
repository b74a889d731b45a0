package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jiamenkou.access.HalfSignIn;
import org.jiamenkou.access.SignInOutcome;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * The last step of every way to sign in: opens the session and leads on. Between password and code the browser's session
 * remembers whose code is awaited, for some minutes, and holds no right.
 */
@Component
class Entrance {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String HALF = "jmk.half";
    private static final String PURPOSE = "access.pending-totp";

    private final StaffSession sessions;
    private final Ciphers ciphers;
    private final Clock clock;

    Entrance(StaffSession sessions, Ciphers ciphers, Clock clock) {
        this.sessions = sessions;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    /**
     * What the session remembers meanwhile.
     *
     * @param secret of an authenticator being set up, encrypted (sessions lie in the database); empty when none is
     */
    record Waiting(HalfSignIn half, String to, Instant since, byte[] secret) implements Serializable {}

    ResponseEntity<byte[]> welcome(
            HttpServletRequest request, HttpServletResponse response, SignInOutcome.Welcome welcome, String to) {
        sessions.open(request, response, new StaffSession.Staff(welcome.accountId(), welcome.name()));
        if (welcome.browserToken() != null) {
            BrowserCookie.keep(request, response, welcome.browserToken());
        }
        if (welcome.mustChangePassword()) {
            PasswordFirst.mark(request);
            return Pages.seeOther(PasswordFirst.PATH);
        }
        return Pages.seeOther(ownPath(to));
    }

    /** On to the code, or to setting up an authenticator. */
    ResponseEntity<byte[]> askForCode(HttpServletRequest request, SignInOutcome.CodeNeeded needed, String to) {
        sessions.close(request);
        request.getSession(true)
                .setAttribute(HALF, new Waiting(needed.half(), ownPath(to), clock.instant(), new byte[0]));
        return Pages.seeOther(needed.enrolled() ? "/sign-in/code" : "/sign-in/enrol");
    }

    Optional<Waiting> waiting(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(HALF) instanceof Waiting waiting
                        && waiting.since().plus(PATIENCE).isAfter(clock.instant())
                ? Optional.of(waiting)
                : Optional.empty();
    }

    void keepSecret(HttpServletRequest request, Waiting waiting, String secret) {
        request.getSession(true)
                .setAttribute(
                        HALF,
                        new Waiting(waiting.half(), waiting.to(), waiting.since(), ciphers.encrypt(PURPOSE, secret)));
    }

    Optional<String> secretOf(Waiting waiting) {
        return waiting.secret().length == 0
                ? Optional.empty()
                : Optional.of(ciphers.decrypt(PURPOSE, waiting.secret()));
    }

    /** Only a path of ours: an address of somebody else's site is not followed. */
    static String ownPath(String to) {
        boolean ours = to.startsWith("/") && !to.startsWith("//") && !to.contains("\\") && !to.contains("\n");
        return ours ? to : "/desk";
    }
}
