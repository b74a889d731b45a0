package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Resident;
import org.jiamenkou.access.Residents;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Opens and closes the session of a resident. It is of another kind than a session of staff and opens no staff page. */
@Component
class ResidentSession {
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final Residents residents;

    ResidentSession(Residents residents) {
        this.residents = residents;
    }

    /** What the session remembers: the account, nothing about the person. */
    static final class Token extends AbstractAuthenticationToken {
        @Serial
        private static final long serialVersionUID = 1;

        private final UUID residentId;

        Token(UUID residentId) {
            super(List.of());
            this.residentId = residentId;
            setAuthenticated(true);
        }

        @Override
        public UUID getPrincipal() {
            return residentId;
        }

        @Override
        public String getCredentials() {
            return "";
        }

        @Override
        public String getName() {
            return residentId.toString();
        }
    }

    void open(HttpServletRequest request, HttpServletResponse response, UUID residentId) {
        close(request);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) residents.idle().toSeconds());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Token(residentId));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        // by account, so that all sessions of a closed account can be found and ended
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, residentId.toString());
    }

    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    static boolean isOpen() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Token;
    }

    /** Who is signed in now, empty when nobody is or the account was closed since. */
    Optional<Resident> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Token token
                ? residents.find(token.getPrincipal())
                : Optional.empty();
    }
}
