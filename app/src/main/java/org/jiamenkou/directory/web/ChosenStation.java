package org.jiamenkou.directory.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The station somebody chose, kept in a plain cookie of their own browser and nowhere else. */
@Component
final class ChosenStation {
    private static final String COOKIE = "jmk_station";
    private static final Duration KEPT = Duration.ofDays(365);

    private final Stations stations;

    ChosenStation(Stations stations) {
        this.stations = stations;
    }

    Optional<Station> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : stations.findByCode(cookie.getValue());
    }

    static String cookieFor(Station station) {
        return ResponseCookie.from(COOKIE, station.code())
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Lax")
                .build()
                .toString();
    }
}
