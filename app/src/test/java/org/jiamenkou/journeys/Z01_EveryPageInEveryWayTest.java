package org.jiamenkou.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.QueuePlace;
import org.jiamenkou.queue.QueuePlaces;
import org.junit.jupiter.api.Test;

/** Every public page on phone, at 320 px, on a desktop, in elder mode and in English: axe finds nothing, nothing overflows. */
class Z01_EveryPageInEveryWayTest extends Journey {
    @Test
    void public_pages() {
        String station = TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow()
                .code();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home-mine", "/?station=" + station);
        pages.put("home", "/");
        pages.put("search", "/search?q=%E5%B1%85%E4%BD%8F%E8%AF%81");
        pages.put("stations", "/stations");
        pages.put("district", "/stations?district=310115000000");
        pages.put("subdistrict", "/stations?subdistrict=310115014000");
        pages.put("station", "/stations/" + station);
        pages.put("services", "/services");
        pages.put("service", "/services/residence-permit?station=" + station);
        pages.put("advisers", "/advisers?station=" + station);
        pages.put("area-district", "/areas/310115000000");
        pages.put("area", "/areas/310115014000");
        pages.put("lists", "/lists");
        pages.put("calendar", "/calendar");
        pages.put("display", "/settings/display");
        pages.put("privacy", "/about/privacy");
        pages.put("accessibility", "/about/accessibility");
        pages.put("sources", "/about/sources");
        pages.put("sign-in", "/sign-in");
        pages.put("sign-in-over", "/sign-in/code");
        pages.put("sign-in-restore", "/sign-in/restore");
        pages.put("desk-switch", "/desk/switch");
        pages.put("my-sign-in", "/me/sign-in");
        pages.put("device", "/device");
        pages.put("open-data", "/about/open-data");
        pages.put("book-places", "/services/social-security-card/book");
        pages.put("book", "/services/social-security-card/book?place=" + station);
        List<String> wrong = new ArrayList<>();
        pages.forEach((name, path) -> {
            try {
                lookEverywhere(path, "z-" + name);
            } catch (AssertionError found) {
                wrong.add(String.valueOf(found.getMessage()));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void audit_pages() {
        for (Screen screen : Screen.values()) {
            newPage(screen, true);
            signIn("wu");
            for (String words : List.of("", "lang=en", "lang=zh&mode=elder")) {
                String name =
                        "-" + screen.name().toLowerCase(java.util.Locale.ROOT) + "-" + words.replaceAll("\\W", "");
                go("/admin/audit?person=wu&" + words);
                look("z-audit" + name);
                go("/desk/my-record?" + words);
                look("z-my-record" + name);
            }
        }
    }

    /** The pages of accounts, in the same ways, as who keeps them. */
    @Test
    void pages_of_accounts() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("accounts", "/admin/accounts");
        pages.put("account-report", "/admin/accounts/report");
        pages.put("restores", "/admin/restores");
        pages.put("roles", "/admin/roles");
        pages.put("factors", "/desk/factors");
        pages.put("password", "/desk/password");
        pages.put("account", accountOf("li"));
        List<String> wrong = new ArrayList<>();
        signIn("qian");
        pages.forEach((name, path) -> tryHere(path, "z-" + name, wrong));
        newPage(Screen.DESKTOP, true);
        signIn("zheng");
        tryHere("/admin/accounts/new", "z-account-new", wrong);
        tryHere(accountOf("li"), "z-account-kept", wrong);
        assertThat(wrong).isEmpty();
    }

    /** The pages of bookings, as a station's lead. */
    @Test
    void pages_of_bookings() {
        String station = TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow()
                .code();
        List<String> wrong = new ArrayList<>();
        signIn("li");
        tryHere("/desk/bookings?place=" + station, "z-desk-bookings", wrong);
        tryHere("/desk/bookings/new?place=" + station + "&item=social-security-card", "z-desk-bookings-new", wrong);
        tryHere("/desk/bookings/plans?place=" + station, "z-desk-bookings-plans", wrong);
        assertThat(wrong).isEmpty();
    }

    /** The pages of the queue, as the shift lead of a centre. */
    @Test
    void pages_of_the_queue() {
        QueuePlaces places = TestApp.shared().bean(QueuePlaces.class);
        QueuePlace centre = places.findCentre(new DivisionId(
                        places.findByCode("5Y22").orElseThrow().id().subdistrictId()))
                .orElseThrow();
        List<String> wrong = new ArrayList<>();
        signIn("he");
        tryHere("/desk/queue?code=none", "z-queue-choose", wrong);
        tryHere("/desk/queue/" + centre.code(), "z-queue-console", wrong);
        tryHere("/gov/310115014000/halls", "z-queue-halls", wrong);
        assertThat(wrong).isEmpty();
    }

    /** The pages of those who keep guides and divisions, as a city officer. */
    @Test
    void pages_of_catalogues() {
        List<String> wrong = new ArrayList<>();
        signIn("zhou");
        for (String path : List.of(
                "/desk/items",
                "/desk/items/new",
                "/desk/items/long-prescription",
                "/desk/items/long-prescription/edit",
                "/desk/items/long-prescription/compare?older=1&newer=1",
                "/desk/divisions",
                "/desk/lists",
                "/desk/lists/310115000000/certificate-ban",
                "/desk/lists/310115000000/certificate-ban/entries/new")) {
            tryHere(path, "z" + path.replaceAll("\\W+", "-"), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** The pages of those who keep the network, as a district officer. */
    @Test
    void pages_of_upkeep() {
        List<String> wrong = new ArrayList<>();
        signIn("sun");
        for (String path :
                List.of("/desk/reports", "/desk/entry", "/desk/entry/new", "/desk/imports", "/desk/exports")) {
            tryHere(path, "z" + path.replace('/', '-'), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** The pages of devices, as who keeps them. */
    @Test
    void pages_of_devices() {
        List<String> wrong = new ArrayList<>();
        signIn("he");
        for (String path : List.of("/desk/devices", "/desk/devices/new", "/desk/devices?q=nothing&all=1")) {
            tryHere(path, "z" + path.replaceAll("\\W+", "-"), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    /** The pages of duty, as the lead of the demo's station. */
    @Test
    void pages_of_duty() {
        List<String> wrong = new ArrayList<>();
        signIn("li");
        String station = TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow()
                .code();
        for (String path : List.of("/desk/roster", "/desk/roster/" + station, "/desk/handover/" + station)) {
            tryHere(path, "z" + path.replace('/', '-'), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    private void tryHere(String path, String name, List<String> wrong) {
        try {
            lookEverywhereHere(path, name);
        } catch (AssertionError found) {
            wrong.add(String.valueOf(found.getMessage()));
        }
    }

    private static String accountOf(String login) {
        return "/admin/accounts/"
                + TestApp.shared()
                        .bean(Scoped.class)
                        .read(
                                new SystemScope("test"),
                                () -> TestApp.shared()
                                        .bean(AccountStore.class)
                                        .findByLoginName(login)
                                        .orElseThrow()
                                        .id());
    }
}
