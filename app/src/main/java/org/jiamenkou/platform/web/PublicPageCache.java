package org.jiamenkou.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import org.jiamenkou.platform.changes.ChangeVersions;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Keeps the bytes of anonymous pages. A page says which modules it was made from and until when its words hold (the next
 * opening or closing, at the latest midnight); a change in one of those modules, or that moment, makes the next request
 * render it anew. Pages of people who are signed in never come here.
 */
@Component
@Order(20)
public final class PublicPageCache extends OncePerRequestFilter {
    private static final String MARK = PublicPageCache.class.getName();
    private static final String SESSION_COOKIE = "JMK_SESSION";
    private static final long MOST_BYTES = 48L << 20;
    private static final int LONGEST_KEY = 300;

    private final ChangeVersions versions;
    private final Clock clock;
    private final Cache<String, Kept> pages = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, Kept kept) -> key.length() * 2 + kept.body().length + 100)
            .build();

    PublicPageCache(ChangeVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    private record Holds(Set<String> modules, LocalDateTime until, long version) {}

    private record Kept(byte[] body, String contentType, Holds holds) {}

    /**
     * Says that the answer to this request may be kept. Call it before reading the data, so that a change in between
     * makes the copy stale.
     *
     * @param modules whose changes make it stale
     * @param until the first moment, Shanghai time, at which its words may be wrong
     */
    public void mayKeep(HttpServletRequest request, Set<String> modules, LocalDateTime until) {
        if (request.getAttribute(MARK) instanceof Holds earlier) {
            request.setAttribute(MARK, new Holds(modules, until, earlier.version()));
        } else {
            request.setAttribute(MARK, new Holds(modules, until, versions.of(modules)));
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET") || isSignedIn(request) || keyOf(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyOf(request);
        Kept kept = key == null ? null : pages.getIfPresent(key);
        if (kept != null && stillHolds(kept.holds())) {
            response.setContentType(kept.contentType());
            response.setContentLength(kept.body().length);
            response.getOutputStream().write(kept.body());
            return;
        }
        ContentCachingResponseWrapper copy = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, copy);
        if (key != null
                && copy.getStatus() == 200
                && request.getAttribute(MARK) instanceof Holds holds
                && copy.getContentType() != null) {
            pages.put(key, new Kept(copy.getContentAsByteArray(), copy.getContentType(), holds));
        }
        copy.copyBodyToResponse();
    }

    private boolean stillHolds(Holds holds) {
        return holds.version() == versions.of(holds.modules())
                && LocalDateTime.now(clock).isBefore(holds.until());
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        return WebUtils.getCookie(request, SESSION_COOKIE) != null;
    }

    private static @Nullable String keyOf(HttpServletRequest request) {
        Reader reader = Reader.of(request);
        String place = request.getHeader("HX-Request") == null ? "" : "hx ";
        String key = place
                + reader.lang().parameter()
                + ' '
                + reader.mode().parameter()
                + ' '
                + request.getRequestURI()
                + '?'
                + reader.restOfQuery();
        return key.length() > LONGEST_KEY ? null : key;
    }
}
