package org.jiamenkou.network;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the module stands in the navigation bars. */
@Configuration(proxyBeanMethods = false)
class NetworkNavigation {
    @Bean
    NavEntry deskStationsEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 10, "/desk", "network.nav.stations");
    }

    @Bean
    NavEntry deskReportsEntry() {
        return new NavEntry(NavEntry.Bar.DESK, 15, "/desk/reports", "network.nav.reports");
    }

    @Bean
    NavEntry deskDivisionsEntry() {
        return new NavEntry(
                NavEntry.Bar.DESK, 55, "/desk/divisions", "network.nav.divisions", Right.IMPORT_DIVISIONS.name());
    }
}
