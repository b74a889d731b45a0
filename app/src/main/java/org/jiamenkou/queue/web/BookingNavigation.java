package org.jiamenkou.queue.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where staff find bookings. */
@Configuration(proxyBeanMethods = false)
class BookingNavigation {
    @Bean
    NavEntry bookingsOfTheDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 6, "/desk/bookings", "queue.desk.nav", Right.BOOK_FOR_OTHERS.name());
    }
}
