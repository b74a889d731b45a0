package org.jiamenkou.duty;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the module stands in the navigation bars. */
@Configuration(proxyBeanMethods = false)
class DutyNavigation {
    @Bean
    NavEntry deskRosterEntry() {
        return new NavEntry(
                NavEntry.Bar.DESK, 25, "/desk/roster", "duty.nav.roster", Right.EDIT_STATION_RESPONSIBLE.name());
    }
}
