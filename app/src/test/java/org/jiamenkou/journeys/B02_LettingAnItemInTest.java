package org.jiamenkou.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jiamenkou.TestApp;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.Readiness;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
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

    /** An item that the subdistrict had not taken on until today. */
    private static ServiceItem notOfferedAt(Station station) {
        TestApp app = TestApp.shared();
        ServiceItem item = app.bean(Offerings.class).at(station).stream()
                .filter(one -> one.isAvailable() && one.origin() != Offering.Origin.STATION_EXCEPTION)
                .flatMap(one -> app.bean(Items.class).findBySlug(one.slug()).stream())
                .findFirst()
                .orElseThrow();
        app.bean(Scoped.class).transaction(new SystemScope("test"), () -> {
            app.bean(OfferingStore.class)
                    .addRules(List.of(new OfferingStore.NewRule(
                            app.bean(Ids.class).next(),
                            station.id().subdistrictId(),
                            station.id().subdistrictId(),
                            item.id(),
                            null,
                            null,
                            Readiness.NOT_TAKEN_ON,
                            Set.of(),
                            null,
                            LocalText.of("还没有人手"),
                            "test",
                            LocalDate.now(app.bean(Clock.class)).minusDays(1),
                            null)));
            app.bean(Changes.class)
                    .publish(new Change(
                            "catalogue",
                            "OfferingChanged",
                            station.code(),
                            station.id().subdistrictId()));
        });
        return item;
    }
}
