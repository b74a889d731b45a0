package org.jiamenkou.platform.web;

import org.jiamenkou.platform.Readiness;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs that watch this node: is it alive, and may it be sent people? */
@RestController
final class HealthPages {
    private final Readiness readiness;

    HealthPages(Readiness readiness) {
        this.readiness = readiness;
    }

    @GetMapping("/healthz")
    ResponseEntity<String> alive() {
        return plain(HttpStatus.OK, "ok\n");
    }

    /** The names of what is waited for; the reasons stay in the log, as anybody may read this. */
    @GetMapping("/readyz")
    ResponseEntity<String> ready() {
        return readiness.isReady()
                ? plain(HttpStatus.OK, "ready\n")
                : plain(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        String.join("\n", readiness.waitingFor().keySet()) + "\n");
    }

    private static ResponseEntity<String> plain(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.noStore())
                .body(text);
    }
}
