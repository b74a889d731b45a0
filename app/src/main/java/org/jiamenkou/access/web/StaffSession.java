package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Actors;
import org.jiamenkou.access.Right;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Opens and closes the session of a member of staff; the session holds the account's id and name, never its rights. */
@Component
class StaffSession implements SignedIn {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private static final String ACTOR = "jmk.actor";
    private static final String ASKED = "jmk.actorAsked";

    private final Settings settings;
    private final Actors actors;

    StaffSession(Settings settings, Actors actors) {
        this.settings = settings;
        this.actors = actors;
    }

    /** What the session remembers of who is signed in. */
    static final class Staff extends AbstractAuthenticationToken {
        @Serial
        private static final long serialVersionUID = 1;

        private final UUID accountId;
        private final String name;

        Staff(UUID accountId, String name) {
            super(List.of());
            this.accountId = accountId;
            this.name = name;
            setAuthenticated(true);
        }

        @Override
        public UUID getPrincipal() {
            return accountId;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public String getName() {
            return name;
        }
    }

    void open(HttpServletRequest request, HttpServletResponse response, Staff staff) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval(
                (int) Duration.ofMinutes(settings.idleMinutes()).toSeconds());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(staff);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // by account, so that all sessions of somebody who leaves can be found and ended
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                staff.getPrincipal().toString());
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    static boolean isStaff(@Nullable Authentication authentication) {
        return authentication instanceof Staff;
    }

    static Optional<Staff> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof Staff staff ? Optional.of(staff) : Optional.empty();
    }

    @Override
    public Optional<String> name() {
        return current().map(Staff::getName);
    }

    /** Resolved once per request: the bar of the desk and the page itself ask about the same person. */
    Optional<Actor> findActor() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST) instanceof Actor known
                && current()
                        .map(Staff::getPrincipal)
                        .filter(known.accountId()::equals)
                        .isPresent()) {
            return Optional.of(known);
        }
        if (request != null) {
            request.setAttribute(ASKED, true, RequestAttributes.SCOPE_REQUEST);
        }
        Optional<Actor> actor = current().flatMap(staff -> actors.findActor(staff.getPrincipal()));
        if (request != null && actor.isPresent()) {
            request.setAttribute(ACTOR, actor.get(), RequestAttributes.SCOPE_REQUEST);
        }
        return actor;
    }

    /** The page that says the database is away does not ask it once more. */
    @Override
    public boolean holds(String right) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null
                && request.getAttribute(ASKED, RequestAttributes.SCOPE_REQUEST) != null
                && request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST) == null) {
            return false;
        }
        return findActor().filter(actor -> actor.holds(Right.valueOf(right))).isPresent();
    }
}
