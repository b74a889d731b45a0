package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.jiamenkou.TestApp;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** A hall screen is paired: it shows a code, somebody at the desk types it; later the screen is taken out of service. */
class C04_PairingADeviceTest extends Journey {
    private static final double PATIENCE_MILLIS = 15_000;

    private static String station() {
        return TestApp.shared()
                .bean(Stations.class)
                .of(TestApp.shared().bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow()
                .code();
    }

    /** The device has no script at all: it looks again because the answer tells it to. */
    @Test
    void a_screen_is_paired_by_its_code_renamed_and_taken_out_of_service() {
        Page desk = newPage(Screen.DESKTOP, true);
        Page screen = secondPage(Screen.DESKTOP, false);
        use(screen);
        go("/device");
        look("device-new");
        page.click("main form button");
        assertThat(page.locator("#pair-code")).isVisible();
        look("device-code");
        String code = page.innerText("#pair-code");

        use(desk);
        signIn("wang");
        go("/desk/devices");
        page.click("main a[href='/desk/devices/new']");
        fill(code, "三楼大屏", "火星");
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        assertThat(page.locator("#code")).hasValue(code);
        look("device-pair-refused");
        fill("ABC DEF", "三楼大屏", station());
        page.click("main form button");
        assertThat(page.locator(".err-sum a[href='#code']")).isVisible();
        fill(code, "三楼大屏", station());
        page.click("main form button");
        assertThat(page.locator("[role=status]")).isVisible();
        look("device-paired-desk");

        use(screen);
        assertThat(page.locator("main"))
                .containsText("三楼大屏", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(cookieOf(screen).httpOnly).isTrue();
        use(desk);
        page.fill("#name", "一楼大屏");
        page.click("main form[action^='/desk/devices/'] >> nth=0 >> button");
        assertThat(page.locator("h1")).containsText("一楼大屏");
        String address = page.url().replaceAll("\\?.*", "");
        go("/desk/devices?q=" + station());
        assertThat(page.locator("main table")).containsText("一楼大屏");
        look("devices");
        use(screen);
        go("/device");
        assertThat(page.locator("main")).containsText("一楼大屏");

        use(desk);
        page.navigate(address);
        page.click("form[action$='/revoke'] button");
        assertThat(page.locator("[role=status]")).isVisible();
        assertThat(page.locator("form[action$='/revoke']")).hasCount(0);
        look("device-revoked-desk");
        use(screen);
        go("/device");
        assertThat(page.locator("h1")).containsText("停用");
        look("device-revoked");
        go("/device?lang=en");
        assertThat(page.locator("h1")).containsText("out of service");
        page.click("main form button");
        assertThat(page.locator("#pair-code")).isVisible();
        use(desk);
    }

    private void fill(String code, String name, String place) {
        page.fill("#code", code);
        page.check("#kind-SCREEN");
        page.fill("#name", name);
        page.fill("#place", place);
    }

    private static com.microsoft.playwright.options.Cookie cookieOf(Page of) {
        return of.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JMK_DEVICE"))
                .findFirst()
                .orElseThrow();
    }
}
