package org.jiamenkou.access.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditNavigation {
    @Bean
    NavEntry recordOnDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 90, "/desk/my-record", "access.nav.record");
    }

    @Bean
    NavEntry auditOnDesk() {
        return new NavEntry(NavEntry.Bar.DESK, 75, "/admin/audit", "access.audit.title", Right.READ_AUDIT.name());
    }
}
