package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.jiamenkou.TestApp;
import org.junit.jupiter.api.Test;

/** A district makes its own list of certificates nobody may ask for, and residents of the district find it. */
class B04_KeepingAListTest extends Journey {
    private static final String LIST = "/desk/lists/310115000000/certificate-ban";

    @Test
    void a_district_writes_over_the_citys_list_compares_and_publishes() {
        signIn("sun");
        go("/desk/lists");
        page.click("main a:has-text('证明负面清单')");
        page.click("main a:has-text('增加一条')");
        page.fill("#name_zh", "旅程：养老资格证明");
        page.click("main form.card button");
        assertThat(page.locator("#instead_zh-error")).isVisible();
        assertThat(page.locator("#name_zh")).hasValue("旅程：养老资格证明");
        look("list-entry-mistake");
        page.fill("#instead_zh", "到社区事务受理服务中心刷脸认证");
        page.click("main form.card button");
        page.click("form[action='" + LIST + "/entries/2/remove'] button");
        assertThat(page.locator("section[aria-labelledby=draft]")).containsText("旅程：养老资格证明");
        page.fill("#version", "2026年浦东版");
        page.fill("#source", "浦民〔2026〕1号");
        page.fill("#from", "2020-01-01");
        page.click("form[action='" + LIST + "/publish'] button");
        assertThat(page.locator("#from-error")).isVisible();
        assertThat(page.locator("#version")).hasValue("2026年浦东版");
        lookEverywhereHere(LIST, "list-draft");
        page.fill("#version", "2026年浦东版");
        page.fill("#source", "浦民〔2026〕1号");
        page.fill("#from", LocalDate.now(TestApp.shared().bean(Clock.class)).toString());
        page.click("form[action='" + LIST + "/publish'] button");
        assertThat(page.locator("section[aria-labelledby=draft]")).hasCount(0);
        look("list-published");
        go("/lists?area=310115000000");
        assertThat(page.locator("main")).containsText("旅程：养老资格证明");
        assertThat(page.locator("main")).containsText("浦民〔2026〕1号");
    }
}
