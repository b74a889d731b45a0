package org.jiamenkou.catalogue.web;

import org.jiamenkou.access.Right;
import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the module stands in the navigation bars. */
@Configuration(proxyBeanMethods = false)
class CatalogueNavigation {
    @Bean
    NavEntry deskItems() {
        return new NavEntry(NavEntry.Bar.DESK, 35, "/desk/items", "catalogue.nav.items", Right.EDIT_ITEMS.name());
    }

    @Bean
    NavEntry deskEntryApprovals() {
        return new NavEntry(NavEntry.Bar.DESK, 40, "/desk/entry", "catalogue.nav.entry");
    }

    @Bean
    NavEntry deskLists() {
        return new NavEntry(NavEntry.Bar.DESK, 42, "/desk/lists", "catalogue.nav.lists", Right.EDIT_LISTS.name());
    }
}
