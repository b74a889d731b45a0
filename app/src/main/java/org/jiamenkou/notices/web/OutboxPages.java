package org.jiamenkou.notices.web;

import java.util.Map;
import org.jiamenkou.access.Actor;
import org.jiamenkou.notices.Outbox;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the short messages of a demo can be read; anywhere else there is no such page. */
@RestController
class OutboxPages {
    private final Outbox outbox;
    private final Pages pages;

    OutboxPages(Outbox outbox, Pages pages) {
        this.outbox = outbox;
        this.pages = pages;
    }

    @GetMapping("/desk/outbox")
    ResponseEntity<byte[]> show(Page page, Actor actor) {
        return pages.ok("notices/outbox", page, Map.of("messages", outbox.listInDemo()));
    }
}
