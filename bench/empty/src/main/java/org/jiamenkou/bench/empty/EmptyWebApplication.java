package org.jiamenkou.bench.empty;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Spring Boot costs before anything is done with it: one page without a database. */
@SpringBootApplication
@RestController
public class EmptyWebApplication {
    public static void main(String[] args) {
        SpringApplication.run(EmptyWebApplication.class, args);
    }

    @GetMapping("/")
    String page() {
        return "<!doctype html><title>empty</title><h1>empty</h1>";
    }
}
