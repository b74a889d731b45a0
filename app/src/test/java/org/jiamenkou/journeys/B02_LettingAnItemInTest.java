package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.jiamenkou.TestApp;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** A subdistrict applies for an item at its stations, the district decides, and the stations' pages show it. */
class B02_LettingAnItemInTest extends Journey {
    @Test
    void an_item_that_was_let_in_stands_on_the_page_of_the_station_and_is_gone_when_it_ends() {
        Station station = station();
        ServiceItem item = notOfferedAt(station);

        String before = saidAtStation(item, station);

        signIn("wang");
        go("/desk/entry/new");
        page.selectOption("#area", "310115014000");
        page.selectOption("#kind", "STATION_ITEM");
        page.selectOption("#item", item.slug());
        page.fill("#name", "旅程：" + item.slug());
        page.fill("#law", "上海市街道办事处条例");
        page.fill("#clause", "第十条");
        page.fill("#necessity", "居民就近办理");
        page.fill("#hours", "many");
        page.fill("#staff", "每站一名");
        page.fill("#opinions", "居民代表：同意");
        page.fill("#decider", "浦东新区");
        page.click("main form[action='/desk/entry'] button");
        assertThat(page.locator(".err-sum")).isVisible();
        assertThat(page.locator("#law")).hasValue("上海市街道办事处条例");
        look("entry-mistake");
        page.fill("#hours", "4");
        page.click("main form[action='/desk/entry'] button");
        look("entry-list");
        page.click("main a:has-text('旅程：" + item.slug() + "')");
        assertThat(page.locator("main form")).hasCount(0);
        String address = page.url();

        signIn("sun");
        page.navigate(address);
        page.check("input[value=APPROVE]");
        page.fill("#until", "2030-06-30");
        page.fill("#reason", "人钱到位");
        look("entry-decide");
        page.click("main form button.big");
        assertThat(page.locator("main")).containsText("已批准");

        String during = saidAtStation(item, station);
        Assertions.assertThat(during).isNotEqualTo(before);
        look("entry-station");

        page.navigate(address);
        page.check("input[value=END]");
        page.fill("#reason", "试一试");
        page.click("main form button.big");
        assertThat(page.locator("main")).containsText("已终止");
        Assertions.assertThat(saidAtStation(item, station)).isEqualTo(before);
    }

    /** What the page of the station says of the item in its list of what is done there. */
    private String saidAtStation(ServiceItem item, Station station) {
        go("/stations/" + station.code());
        page.evalOnSelectorAll("details", "all => all.forEach(one => one.open = true)");
        return page.locator("details li:has(a[href='/services/" + item.slug() + "?station=" + station.code() + "'])")
                .innerText();
    }

    private static Station station() {
        TestApp app = TestApp.shared();
        return app.bean(Stations.class)
                .of(app.bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow();
    }

    private static ServiceItem notOfferedAt(Station station) {
        TestApp app = TestApp.shared();
        Set<String> offered = app.bean(Offerings.class).at(station).stream()
                // what a station says of itself wins over what was let in
                .filter(one -> one.isAvailable() || one.origin() == Offering.Origin.STATION_EXCEPTION)
                .map(offering -> offering.slug())
                .collect(Collectors.toSet());
        return app.bean(Items.class).listAll().stream()
                .filter(item -> !offered.contains(item.slug()))
                .findFirst()
                .orElseThrow();
    }
}
