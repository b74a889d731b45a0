package org.jiamenkou.platform.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the running node for Prometheus (text format 0.0.4), for machines on the own network only. */
@RestController
final class MetricsPage {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

    private final PrometheusMeterRegistry registry;

    MetricsPage(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/manage/metrics")
    ResponseEntity<String> figures(HttpServletRequest request) throws UnknownHostException {
        InetAddress from = InetAddress.getByName(request.getRemoteAddr());
        if (!from.isLoopbackAddress() && !from.isSiteLocalAddress()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(TEXT)
                .body(registry.scrape());
    }
}
