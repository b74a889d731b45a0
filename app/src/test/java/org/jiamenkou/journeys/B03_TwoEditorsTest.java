package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Two officers write the same guide: one sends a form that was opened before the other saved. */
class B03_TwoEditorsTest extends Journey {
    @Test
    void the_second_sees_both_texts_side_by_side_and_merges_them() {
        newPage(Screen.DESKTOP, true);
        signIn("zhou");
        go("/desk/items?q=");
        look("items");
        String slug = page.locator("main tbody a").first().getAttribute("href");
        go(slug + "/edit");
        look("item-edit");
        com.microsoft.playwright.Page second = page.context().newPage();
        second.navigate(page.url());
        page.fill("#summaryZh", "第一个人写的简介");
        page.fill("#enquiryZh", "第一个人改的电话");
        page.click("button[value=save]");
        assertThat(page.locator("[role=status]").first()).containsText("草稿已保存");
        look("item-draft");

        second.fill("#summaryZh", "第二个人写的简介");
        second.fill("#audienceZh", "第二个人改的对象");
        second.click("button[value=save]");
        page.close();
        page = second;
        assertThat(page.locator(".err-sum")).containsText("周示例");
        assertThat(page.locator("table.compare")).containsText("第一个人写的简介");
        assertThat(page.locator("table.compare")).containsText("第二个人写的简介");
        assertThat(page.locator("#enquiryZh")).hasValue("第一个人改的电话");
        assertThat(page.locator("#audienceZh")).hasValue("第二个人改的对象");
        look("item-both");
        page.check("input[name=pick-summaryZh][value=theirs]");
        page.click("button[value=save]");
        assertThat(page.locator("[role=status]").first()).containsText("草稿已保存");
        go(slug + "/edit");
        assertThat(page.locator("#summaryZh")).hasValue("第一个人写的简介");
        assertThat(page.locator("#audienceZh")).hasValue("第二个人改的对象");

        page.click("button[value=publish]");
        assertThat(page.locator("[role=status]").first()).containsText("已发布");
        look("item-published");
        page.click("a:has-text('和第')");
        assertThat(page.locator("table.compare")).containsText("第一个人写的简介");
        look("item-compare");
    }
}
