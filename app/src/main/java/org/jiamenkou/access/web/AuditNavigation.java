package org.jiamenkou.access.web;

import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    @Bean
    NavEntry recordOnDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 90, "/desk/my-record", "access.nav.record");
    }
}
