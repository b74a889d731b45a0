package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** Staff sign in and keep their own station's entry true; the public page shows it in the next response. */
class B01_KeepingAStationTrueTest extends Journey {
    private static String stationOf(String committee) {
        return TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find(committee).orElseThrow())
                .orElseThrow()
                .code();
    }

    @Test
    void a_lead_closes_the_station_for_a_day_and_the_public_page_says_why() {
        String code = stationOf("310115014002");
        newPage(Screen.DESKTOP, true);
        signIn("li");
        look("desk");
        go("/desk/stations/" + code);
        look("desk-station");
        go("/desk/stations/" + code + "/hours");
        look("desk-hours");
        page.fill(
                "#from",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString());
        page.fill(
                "#to",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString());
        page.fill("#reason", "停电检修");
        page.click("form[action$='/exceptions'] button");
        assertThat(page.locator("main")).containsText("停电检修");
        newPage(Screen.PHONE, true);
        go("/stations/" + code);
        assertThat(page.locator("main")).containsText("停电检修");
        signIn("li");
        go("/desk/stations/" + code + "/hours");
        page.click("form[action$='/remove'] button");
        assertThat(Visitor.anonymous().get("/stations/" + code).body()).doesNotContain("停电检修");
    }

    @Test
    void overlapping_hours_are_refused_where_they_stand_and_nothing_is_lost() {
        String code = stationOf("310115014002");
        signIn("li");
        go("/desk/stations/" + code + "/hours");
        page.fill("#opens-1", page.inputValue("#opens-0"));
        page.click("form[action$='/hours'] button:not([name])");
        assertThat(page.locator(".err-sum")).isVisible();
        assertThat(page.inputValue("#opens-1")).isEqualTo(page.inputValue("#opens-0"));
        look("desk-hours-refused");
    }

    @Test
    void another_subdistricts_station_is_not_found() {
        String other = stationOf("310115008001");
        signIn("li");
        go("/desk/stations/" + other + "/hours");
        assertThat(page.locator("h1")).containsText("没有找到");
        look("desk-not-yours");
    }

    @Test
    void strangers_are_led_to_sign_in_and_back() {
        go("/desk/password");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
        look("sign-in");
        page.fill("#login", "li");
        page.fill("#password", "wrong");
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        look("sign-in-refused");
        page.fill("#password", org.jiamenkou.access.DemoAccounts.PASSWORD);
        page.click("main form button");
        look("sign-in-code");
        enterCode("li");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk/password"));
    }
}
