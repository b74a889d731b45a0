package org.jiamenkou.network;

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
}
