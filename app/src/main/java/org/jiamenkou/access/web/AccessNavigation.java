package org.jiamenkou.access.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one's own sign-in stands in the bar of the desk. */
@Configuration(proxyBeanMethods = false)
class AccessNavigation {
    /** The system administrator makes accounts, the security administrator grants roles, at the same place. */
    @Bean
    NavEntry accountsEntry() {
        return new NavEntry(
                NavEntry.Bar.DESK, 70, "/admin/accounts", "access.nav.accounts", Right.MANAGE_ACCOUNTS.name());
    }

    @Bean
    NavEntry grantsEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 71, "/admin/accounts", "access.nav.grants", Right.GRANT_ROLES.name());
    }

    @Bean
    NavEntry devicesEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 72, "/desk/devices", "access.nav.devices", Right.MANAGE_DEVICES.name());
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
