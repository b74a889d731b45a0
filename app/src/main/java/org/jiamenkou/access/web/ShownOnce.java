package org.jiamenkou.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jiamenkou.platform.crypto.Ciphers;
import org.springframework.stereotype.Component;

/**
 * What the next page shows and no later one: an initial password, a restore code. Sessions lie in the database, so it is
 * kept encrypted until then.
 */
@Component
class ShownOnce {
    private static final String NAME = "jmk.shownOnce";
    private static final String PURPOSE = "access.shown-once";

    private final Ciphers ciphers;

    ShownOnce(Ciphers ciphers) {
        this.ciphers = ciphers;
    }

    void keep(HttpServletRequest request, String text) {
        if (!text.isEmpty()) {
            request.getSession(true).setAttribute(NAME, ciphers.encrypt(PURPOSE, text));
        }
    }

    /** Empty when there is nothing, or it was shown. */
    String take(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NAME) instanceof byte[] kept)) {
            return "";
        }
        session.removeAttribute(NAME);
        return ciphers.decrypt(PURPOSE, kept);
    }
}
