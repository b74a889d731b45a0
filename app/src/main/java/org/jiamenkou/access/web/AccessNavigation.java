package org.jiamenkou.access.web;

import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own sign-in stands in the bar of the desk. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {
    /** Shown to all staff; whoever keeps no accounts is told so. */
    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 70, "/admin/accounts", "access.nav.accounts");
    }

    @Bean
    NavEntry deskSwitchEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 80, "/desk/switch", "access.nav.switch");
    }

    @Bean
    NavEntry deskFactorsEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 90, "/desk/factors", "access.nav.factors");
    }
}
