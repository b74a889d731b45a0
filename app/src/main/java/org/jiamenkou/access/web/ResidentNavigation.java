package org.jiamenkou.access.web;

import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ResidentNavigation {
    @Bean
    NavEntry meEntry() {
        return new NavEntry(NavEntry.Bar.RESIDENT, 50, "/me", "access.nav.me");
    }
}
