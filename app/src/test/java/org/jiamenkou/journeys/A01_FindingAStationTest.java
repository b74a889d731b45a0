package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A resident looks for the station of their committee, sees whether it is open, and whom to ring. */
class A01_FindingAStationTest extends Journey {
    @Test
    void by_name_from_the_home_page() {
        go("/");
        look("home");
        page.fill("input[type=search]", "凌河路二");
        page.click("form[role=search] button");
        look("search-station");
        page.click("main a[href^='/stations/']");
        assertThat(page.locator("h1")).containsText("凌河路二");
        assertThat(page.locator(".plate")).containsText(Pattern.compile("开放|值班|现在关着"));
        assertThat(page.locator("a[href^='tel:']").first()).isVisible();
        look("station-phone");
    }

    @Test
    void by_place_from_district_to_station() {
        go("/stations");
        look("stations-city");
        page.click("main a[href*='310115000000']:visible");
        page.click("main a[href*='310115014000']:visible");
        look("stations-subdistrict");
        page.click("main ul a[href^='/stations/']");
        assertThat(page.locator(".plate h1, .plate h2").first()).isVisible();
    }

    @Test
    void by_the_twelve_digit_code() {
        go("/stations/310115014002");
        assertThat(page.locator("h1")).containsText("凌河路二");
    }

    @Test
    void without_java_script_everything_is_there() {
        newPage(Screen.PHONE, false);
        go("/");
        page.fill("input[type=search]", "浦兴路");
        page.click("form[role=search] button");
        page.click("main a[href^='/stations/']");
        assertThat(page.locator("h1")).isVisible();
    }

    @Test
    void an_unknown_code_is_answered_with_what_to_do_next() {
        go("/stations/310115999999");
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("main a[href='/stations']").first()).isVisible();
        look("station-unknown");
    }
}
