package org.jiamenkou.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * How somebody reads: language and mode, from {@code ?lang=} and {@code ?mode=}, else from the cookies an earlier choice
 * left. No session.
 *
 * @param chosen whether the address chose one of them, so that cookies are to be set
 */
record Reader(Lang lang, Mode mode, boolean chosen, String restOfQuery) {
    static final String LANG_COOKIE = "jmk_lang";
    static final String MODE_COOKIE = "jmk_mode";

    static Reader of(HttpServletRequest request) {
        String query = request.getQueryString();
        Lang lang = null;
        Mode mode = null;
        String rest = "";
        if (query != null && !query.isEmpty()) {
            List<String> others = new ArrayList<>();
            for (String part : query.split("&")) {
                if (part.startsWith("lang=")) {
                    lang = Lang.from(part.substring(5));
                } else if (part.startsWith("mode=")) {
                    mode = Mode.from(part.substring(5));
                } else if (!part.isEmpty()) {
                    others.add(part);
                }
            }
            rest = String.join("&", others);
        }
        boolean chosen = lang != null || mode != null;
        Lang kept = lang != null ? lang : Lang.from(cookie(request, LANG_COOKIE));
        Mode keptMode = mode != null ? mode : Mode.from(cookie(request, MODE_COOKIE));
        return new Reader(kept == null ? Lang.ZH : kept, keptMode == null ? Mode.NORMAL : keptMode, chosen, rest);
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
