package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jiamenkou.access.rules.Base32;
import org.jiamenkou.access.rules.Totp;
import org.junit.jupiter.api.Test;

/**
 * A newcomer gets an account from one administrator and a role from another, sets up an authenticator and a password;
 * later the phone is lost, and two people restore it.
 */
class C02_LostFactorTest extends Journey {
    private static final String LOGIN = "newcomer.c02";
    private static final String PASSWORD = "Wutong-Shu-2026";

    @Test
    void two_people_restore_a_thirds_lost_authenticator() {
        String initial = makeAccount();
        grantRole();
        String firstSecret = firstSignIn(initial);
        askForRestore();
        String code = confirm();
        restore(code, firstSecret);
    }

    private String makeAccount() {
        newPage(Screen.DESKTOP, true);
        signIn("zheng");
        go("/admin/accounts");
        look("accounts");
        page.click("a[href='/admin/accounts/new']");
        page.fill("#name", "新来的");
        page.fill("#login", "X");
        page.fill("#area", "310115014002");
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        look("new-account-refused");
        page.fill("#login", LOGIN);
        page.selectOption("#wished", "station-lead");
        page.click("main form button");
        String initial = page.innerText("#shown-once");
        look("account-made");
        page.reload();
        assertThat(page.locator("#shown-once").count()).isZero();
        return initial;
    }

    private void grantRole() {
        newPage(Screen.DESKTOP, true);
        signIn("qian");
        go("/admin/accounts/report");
        look("account-report");
        page.click("a:has-text('新来的')");
        assertThat(page.inputValue("#role")).isEqualTo("station-lead");
        page.click("form[action$='/grants'] button");
        assertThat(page.locator("[role=status]")).isVisible();
        look("account-granted");
        go("/admin/roles");
        look("roles");
    }

    private String firstSignIn(String initial) {
        newPage(Screen.PHONE, true);
        fillSignIn(initial);
        page.waitForURL("**/sign-in/enrol");
        look("enrol");
        String secret = page.innerText("#secret");
        page.fill("#code", "000000");
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        assertThat(page.innerText("#secret")).isEqualTo(secret);
        page.fill("#code", code(secret, 0));
        page.click("main form button");
        page.waitForURL("**/desk/password");
        go("/desk");
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/desk/password"));
        page.fill("#current", initial);
        page.fill("#wanted", PASSWORD);
        page.click("main form button");
        page.waitForURL("**/desk");
        return secret;
    }

    private void askForRestore() {
        newPage(Screen.DESKTOP, true);
        signIn("zheng");
        go("/admin/accounts?q=" + LOGIN);
        page.click("main table a");
        page.check("form[action$='/restore'] input[name=totp]");
        page.fill("#reason", "手机掉进河里，当面核对过工牌");
        page.click("form[action$='/restore'] button");
        assertThat(page.locator("[role=status]")).isVisible();
        go("/admin/restores");
        assertThat(page.locator("form[action$='/confirm']").count())
                .as("who asked may not confirm")
                .isZero();
    }

    private String confirm() {
        newPage(Screen.DESKTOP, true);
        signIn("qian");
        go("/admin/restores");
        look("restores");
        page.click("tr:has-text('" + LOGIN + "') form[action$='/confirm'] button");
        String code = page.innerText("#shown-once");
        look("restores-code");
        return code;
    }

    private void restore(String code, String lostSecret) {
        newPage(Screen.PHONE, true);
        go("/sign-in/restore");
        look("use-restore");
        page.fill("#login", LOGIN);
        page.fill("#code", "WRONGCODE2");
        page.fill("#password", PASSWORD);
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        page.fill("#code", code.toLowerCase(java.util.Locale.ROOT));
        page.fill("#password", PASSWORD);
        page.click("main form button");
        page.waitForURL("**/sign-in/enrol");
        String secret = page.innerText("#secret");
        assertThat(secret).isNotEqualTo(lostSecret);
        page.fill("#code", code(secret, 0));
        page.click("main form button");
        page.waitForURL("**/desk");
        assertThat(page.locator(".dtop .end")).containsText("新来的");
        go("/admin/accounts");
        assertThat(page.locator("h1")).containsText("没有找到");

        newPage(Screen.PHONE, true);
        fillSignIn(PASSWORD);
        page.waitForURL("**/sign-in/code");
        page.fill("#code", code(lostSecret, 0));
        page.click("main form button");
        assertThat(page.locator(".err-sum")).isVisible();
        page.fill("#code", code(secret, 1));
        page.click("main form button");
        page.waitForURL("**/desk");
    }

    private void fillSignIn(String password) {
        go("/sign-in");
        page.fill("#login", LOGIN);
        page.fill("#password", password);
        page.click("main form button");
    }

    /** What the person's phone shows, or will show in some steps. */
    private static String code(String secret, int stepsAhead) {
        return Totp.code(Base32.decode(secret).orElseThrow(), Totp.step(Instant.now()) + stepsAhead);
    }
}
