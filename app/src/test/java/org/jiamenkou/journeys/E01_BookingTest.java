package org.jiamenkou.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.web.TestResidents;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** Somebody books a time on the web, changes it and cancels it; a worker books for somebody on the phone. */
class E01_BookingTest extends Journey {
    private static String station() {
        return TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow()
                .code();
    }

    private void as(Visitor resident) {
        page.context()
                .addCookies(List.of(new Cookie("JMK_SESSION", resident.cookie("JMK_SESSION"))
                        .setUrl(TestApp.shared().url())
                        .setHttpOnly(true)));
    }

    /** The last free time on the page: the earlier ones may be too near to change. */
    private void chooseTime(int fromTheEnd) {
        Locator free = page.locator("input[name=slot]:not([disabled])");
        free.nth(free.count() - 1 - fromTheEnd).check(new Locator.CheckOptions().setForce(true));
    }

    @Test
    void a_resident_books_for_their_mother_changes_and_cancels() {
        newPage(Screen.PHONE, true);
        as(TestResidents.signedIn(TestApp.shared(), "林小雨", "13611112222"));
        go("/services/social-security-card?station=" + station());
        page.click("a[href*='/book']");
        assertThat(page.url()).contains("/book?station=");
        page.locator("a.day").nth(3).click();
        look("e01-1-times");
        chooseTime(0);
        page.selectOption("#whom", "new");
        page.click("details summary");
        page.fill("#name", "王秀英");
        page.selectOption("#relation", "CHILD");
        page.click("button.big");
        assertThat(page.url()).contains("/bookings/").contains("made=1");
        look("e01-2-receipt");
        assertThat(page.innerText("main")).contains("王").doesNotContain("王秀英");
        page.click("a[href$='/change']");
        look("e01-3-change");
        chooseTime(2);
        page.click("button.big");
        assertThat(page.url()).contains("made=1");
        go("/me");
        look("e01-4-me");
        page.locator("#my-bookings ~ ul a.item").first().click();
        page.click("a[href$='/cancel']");
        look("e01-5-cancel");
        page.click("button.danger");
        assertThat(page.innerText("main")).contains("已取消");
        look("e01-6-cancelled");
    }

    @Test
    void nobody_signed_in_sees_the_times_and_how_to_go_on() {
        newPage(Screen.PHONE, true);
        go("/services/social-security-card/book?place=" + station() + "&mode=elder");
        look("e01-7-elder");
        assertThat(page.locator("a[href*='/me/sign-in?to=']").count()).isEqualTo(1);
    }

    @Test
    void a_worker_books_for_somebody_on_the_phone() {
        newPage(Screen.DESKTOP, true);
        signIn("chen");
        go("/desk/bookings?place=" + station());
        page.click("a[href*='/desk/bookings/new']");
        page.selectOption("#item", "social-security-card");
        page.click("form[method=get] button");
        page.locator("a.day").nth(2).click();
        chooseTime(1);
        page.fill("#name", "何阿婆");
        page.fill("#phone", "021-5550 7788");
        look("e01-8-desk-new");
        page.locator("form[method=post] button.btn").last().click();
        assertThat(page.url()).contains("/bookings/");
        look("e01-9-desk-receipt");
        String code = page.url().replaceAll(".*/bookings/|\\?.*", "");
        go("/desk/bookings?place=" + station() + "&q=021-55507788");
        assertThat(page.innerText("main")).contains(code).doesNotContain("何阿婆");
        look("e01-10-desk-found");
    }
}
