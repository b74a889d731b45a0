package org.jiamenkou.directory.web;

import org.jiamenkou.platform.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The bars of the public pages. */
@Configuration(proxyBeanMethods = false)
class DirectoryNavigation {
    @Bean
    NavEntry homeEntry() {
        return new NavEntry(NavEntry.Bar.RESIDENT, 10, "/", "directory.nav.home");
    }

    @Bean
    NavEntry servicesEntry() {
        return new NavEntry(NavEntry.Bar.RESIDENT, 20, "/services", "directory.nav.services");
    }

    @Bean
    NavEntry stationsEntry() {
        return new NavEntry(NavEntry.Bar.RESIDENT, 30, "/stations", "directory.nav.stations");
    }

    @Bean
    NavEntry advisersEntry() {
        return new NavEntry(NavEntry.Bar.RESIDENT, 40, "/advisers", "directory.nav.advisers");
    }

    @Bean
    NavEntry displayEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 20, "/settings/display", "directory.nav.display");
    }

    @Bean
    NavEntry privacyEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 30, "/about/privacy", "directory.nav.privacy");
    }

    @Bean
    NavEntry accessibilityEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 40, "/about/accessibility", "directory.nav.accessibility");
    }

    @Bean
    NavEntry sourcesEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 50, "/about/sources", "directory.nav.sources");
    }

    @Bean
    NavEntry listsEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 50, "/lists", "directory.nav.lists");
    }

    /** For staff: nobody else needs an account. */
    @Bean
    NavEntry staffEntry() {
        return new NavEntry(NavEntry.Bar.FOOT, 90, "/sign-in", "access.signIn.title");
    }
}
