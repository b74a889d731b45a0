package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.servlet.HandlerInterceptor;

/** A password that is too old, or that somebody else gave, opens nothing but the page that changes it. */
final class PasswordFirst implements HandlerInterceptor {
    static final String PATH = "/desk/password";
    private static final String MARK = "jmk.passwordFirst";

    static void mark(HttpServletRequest request) {
        request.getSession(true).setAttribute(MARK, true);
    }

    static void clear(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(MARK);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(MARK) == null) {
            return true;
        }
        response.sendRedirect(PATH);
        return false;
    }
}
