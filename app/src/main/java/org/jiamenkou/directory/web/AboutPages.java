package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Display settings, and what this platform says of itself. */
@RestController
class AboutPages {
    private final Pages pages;
    private final PublicPageCache cache;

    AboutPages(Pages pages, PublicPageCache cache) {
        this.pages = pages;
        this.cache = cache;
    }

    @GetMapping("/settings/display")
    ResponseEntity<byte[]> display(Page page) {
        return pages.ok("directory/display", page, Map.of());
    }

    @GetMapping("/about/privacy")
    ResponseEntity<byte[]> privacy(Page page, HttpServletRequest request) {
        return kept("directory/privacy", page, request);
    }

    @GetMapping("/about/accessibility")
    ResponseEntity<byte[]> accessibility(Page page, HttpServletRequest request) {
        return kept("directory/accessibility", page, request);
    }

    @GetMapping("/about/sources")
    ResponseEntity<byte[]> sources(Page page, HttpServletRequest request) {
        return kept("directory/sources", page, request);
    }

    @GetMapping("/about/open-data")
    ResponseEntity<byte[]> openData(Page page, HttpServletRequest request) {
        return kept("directory/openData", page, request);
    }

    private ResponseEntity<byte[]> kept(String template, Page page, HttpServletRequest request) {
        LocalDateTime midnight = page.now().toLocalDate().plusDays(1).atStartOfDay();
        cache.mayKeep(request, Set.of(), midnight);
        return pages.ok(template, page, Map.of());
    }
}
