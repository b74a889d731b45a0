package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.web.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Opens and closes the session of a member of staff; the session holds the account's id and name, never its rights. */
@Component
class StaffSession implements SignedIn {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Settings settings;

    StaffSession(Settings settings) {
        this.settings = settings;
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

    static Optional<Staff> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication instanceof Staff staff ? Optional.of(staff) : Optional.empty();
    }

    @Override
    public Optional<String> name() {
        return current().map(Staff::getName);
    }
}
