package org.jiamenkou.queue.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people find the queue. */
@Configuration(proxyBeanMethods = false)
class QueueNavigation {
    @Bean
    NavEntry queueOfTheDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 5, "/desk/queue", "queue.nav", Right.ISSUE_TICKETS.name());
    }
}
