package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

/** A resident asks what an item needs, where it is done and who decides, and prints the list. */
class A02_ReadingAGuideTest extends Journey {
    @Test
    void initials_find_the_residence_permit() {
        go("/search?q=jzz");
        page.click("main a[href^='/services/']");
        assertThat(page.locator("h1")).containsText("居住证");
        look("service");
    }

    @Test
    void what_people_say_finds_the_family_doctor() {
        go("/services?q=看病");
        page.click("main a[href^='/services/']");
        assertThat(page.locator("h1")).containsText("家庭医生");
    }

    @Test
    void sections_stand_in_their_fixed_order() {
        go("/services/family-doctor");
        String text = page.locator("main").innerText();
        int materials = text.indexOf("材料");
        int steps = text.indexOf("怎么办", materials);
        int ways = text.indexOf("四种办法", steps);
        int responsible = text.indexOf("谁负责", ways);
        assertThat(new int[] {materials, steps, ways, responsible}).isSorted();
        assertThat(materials).isPositive();
    }

    @Test
    void the_print_says_that_it_is_a_sample() {
        go("/services/family-doctor");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main")).containsText("勿凭此办理");
        assertThat(page.locator(".topbar")).isHidden();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target/screenshots/service-print.png")));
    }

    @Test
    void an_unknown_item_is_answered_with_what_to_do_next() {
        go("/services/no-such-thing");
        assertThat(page.locator("h1")).isVisible();
        look("service-unknown");
    }
}
