package org.jiamenkou.calendar.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarNavigation {
    @Bean
    NavEntry calendarInFoot() {
        return new NavEntry(NavEntry.Bar.FOOT, 60, "/calendar", "calendar.nav");
    }

    @Bean
    NavEntry calendarOnDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 50, "/desk/calendar", "calendar.nav", Right.EDIT_CALENDAR.name());
    }
}
