package org.jiamenkou.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.KnownBrowsers;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.DemoAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/**
 * A thing somebody comes to do, done in headless Chromium on the running application. Each page looked at is checked with
 * axe and leaves a screenshot in target/screenshots for human eyes.
 */
@Tag("slow")
abstract class Journey {
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** One browser for all journeys of this JVM; contexts are cheap, browsers are not. */
    private static final class Chromium {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    enum Screen {
        PHONE(390, 844),
        NARROW(320, 640),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final double PATIENCE_MILLIS = 15_000;

    private BrowserContext context;
    private BrowserContext second;
    private final Set<BrowserContext> withoutScripts = new HashSet<>();

    /** The page of this journey. */
    protected Page page;

    @BeforeEach
    void open() {
        page = newPage(Screen.PHONE, true);
    }

    @AfterEach
    void close() {
        context.close();
        if (second != null && second != context) {
            second.close();
        }
    }

    /** Starts over as somebody else: no cookies, another screen, perhaps without JavaScript. */
    protected Page newPage(Screen screen, boolean javaScript) {
        if (context != null) {
            context.close();
        }
        context = newContext(screen, javaScript);
        page = context.newPage();
        return page;
    }

    private BrowserContext newContext(Screen screen, boolean javaScript) {
        BrowserContext made =
                Chromium.BROWSER.newContext(options(screen.width, screen.height).setJavaScriptEnabled(javaScript));
        made.setDefaultTimeout(PATIENCE_MILLIS);
        if (!javaScript) {
            withoutScripts.add(made);
        }
        return made;
    }

    private static Browser.NewContextOptions options(int width, int height) {
        return new Browser.NewContextOptions()
                .setBaseURL(TestApp.shared().url())
                .setViewportSize(width, height)
                .setLocale("zh-CN");
    }

    /** A second browser beside the one of the journey, which stays as it is; {@link #use} changes between them. */
    protected Page secondPage(Screen screen, boolean javaScript) {
        second = newContext(screen, javaScript);
        return second.newPage();
    }

    /** What follows happens in this page, of whichever browser. */
    protected void use(Page other) {
        page = other;
        context = other.context();
    }

    protected void go(String path) {
        page.navigate(path);
    }

    protected void signIn(String login) {
        KnownBrowsers.tokenOf(login)
                .ifPresent(token -> context.addCookies(List.of(new Cookie(KnownBrowsers.COOKIE, token)
                        .setUrl(TestApp.shared().url())
                        .setHttpOnly(true))));
        go("/sign-in");
        page.fill("#login", login);
        page.fill("#password", DemoAccounts.PASSWORD);
        page.click("main form button");
        enterCode(login);
        page.waitForURL("**/desk**");
    }

    /** The second step, where it is asked for; afterwards this browser is known. */
    protected void enterCode(String login) {
        if (!page.url().endsWith("/sign-in/code")) {
            return;
        }
        // codes count once: when journeys sign in faster than codes change, the next one is waited for
        for (int attempt = 0; attempt < 8 && page.url().endsWith("/sign-in/code"); attempt++) {
            if (attempt > 0) {
                page.waitForTimeout(10_000);
                go("/sign-in/code");
            }
            page.fill("#code", page.innerText("#demo-code"));
            page.click("main form button");
        }
        context.cookies().stream()
                .filter(cookie -> cookie.name.equals(KnownBrowsers.COOKIE))
                .findFirst()
                .ifPresent(cookie -> KnownBrowsers.remember(login, cookie.value));
    }

    /** Looks at the page: screenshot, axe finds nothing, one h1, and no sideways scroll. */
    protected void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve(name + ".png")));
        if (!withoutScripts.contains(context)) {
            check(page, name);
            return;
        }
        try (BrowserContext scripted = scriptedTwin()) {
            Page twin = scripted.newPage();
            twin.navigate(page.url());
            check(twin, name);
        }
    }

    /**
     * The same browser with scripts: axe is one, and waits for ever where none runs. Its pages stay as they are instead of
     * loading themselves anew while axe looks.
     */
    private BrowserContext scriptedTwin() {
        BrowserContext twin = Chromium.BROWSER.newContext(
                options(page.viewportSize().width, page.viewportSize().height).setStorageState(context.storageState()));
        twin.setDefaultTimeout(PATIENCE_MILLIS);
        twin.route("**/*", route -> {
            APIResponse answer = route.fetch();
            Map<String, String> headers = new HashMap<>(answer.headers());
            headers.remove("refresh");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setHeaders(headers));
        });
        return twin;
    }

    private static void check(Page page, String name) {
        // As tall as the page, so that the tab bar, which sticks to the bottom, covers nothing while axe measures.
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        page.setViewportSize(width, (int) page.evaluate("() => document.documentElement.scrollHeight"));
        List<Rule> violations = new AxeBuilder(page).withTags(RULES).analyze().getViolations();
        page.setViewportSize(width, height);
        assertThat(violations)
                .as("axe on %s (%s)", name, page.url())
                .extracting(
                        rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat(page.locator("h1").count()).as("headings of %s", name).isEqualTo(1);
        int overflow = (int)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("sideways scroll of %s", name).isLessThanOrEqualTo(0);
    }

    /** Looks at one address in every way people see it: phone, narrow, desktop, elder, English. */
    protected void lookEverywhere(String path, String name) {
        for (Screen screen : Screen.values()) {
            newPage(screen, true);
            go(path);
            look(name + "-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
        newPage(Screen.PHONE, true);
        go(with(path, "mode=elder"));
        assertThat(page.getAttribute("html", "data-mode"))
                .as("mode of %s", name)
                .isEqualTo("elder");
        look(name + "-elder");
        newPage(Screen.PHONE, true);
        go(with(path, "lang=en"));
        look(name + "-en");
    }

    /** The same for whoever is signed in, in one browser whose window changes. */
    protected void lookEverywhereHere(String path, String name) {
        for (Screen screen : Screen.values()) {
            page.setViewportSize(screen.width, screen.height);
            go(with(path, "lang=zh"));
            look(name + "-" + screen.name().toLowerCase(java.util.Locale.ROOT));
        }
        page.setViewportSize(Screen.PHONE.width, Screen.PHONE.height);
        go(with(path, "lang=en"));
        look(name + "-en");
    }

    private static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }
}
