package org.jiamenkou.platform.web;

import java.util.Map;
import org.jiamenkou.platform.Readiness;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For machines that watch: {@code /healthz} the process is alive, {@code /readyz} it may be sent people. */
@RestController
final class HealthPages {
    private final Readiness readiness;

    HealthPages(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/healthz")
    ResponseEntity<Map<String, String>> alive() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("status", "UP"));
    }

    @GetMapping("/readyz")
    ResponseEntity<Map<String, Object>> ready() {
        boolean ready = readiness.isReady();
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("status", ready ? "UP" : "STARTING", "waitingFor", readiness.waitingFor()));
    }
}
