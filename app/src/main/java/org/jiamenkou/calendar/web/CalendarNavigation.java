package org.jiamenkou.calendar.web;

import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarNavigation {
    @Bean
    NavEntry calendarInFoot() {
        return new NavEntry(NavEntry.Bar.FOOT, 60, "/calendar", "calendar.nav");
    }
}
