package org.jiamenkou.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jiamenkou.access.DeviceToken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The token of a device. A screen is switched off for weeks and comes back: the cookie lives long, the token in it does not. */
final class DeviceCookie {
    static final String NAME = "JMK_DEVICE";
    private static final Duration KEPT = Duration.ofDays(400);

    private DeviceCookie() {}

    static DeviceToken read(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        return cookie == null ? new DeviceToken("") : new DeviceToken(cookie.getValue());
    }

    static void keep(HttpServletRequest request, HttpServletResponse response, DeviceToken token) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, token.value())
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite("Strict")
                        .secure(request.isSecure())
                        .build()
                        .toString());
    }
}
