package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.junit.jupiter.api.Test;

/** What staff may change about the offerings of their station, over HTTP. */
class OfferingUpkeepTest {
    private static final TestApp APP = TestApp.shared();
    private static final String SLUG = "long-prescription";

    private static Station stationOf(String committee) {
        return APP.bean(Stations.class)
                .of(APP.bean(Divisions.class).find(committee).orElseThrow())
                .orElseThrow();
    }

    private static final Station OWN = stationOf("310115014002");
    private static final String PATH = "/desk/stations/" + OWN.code() + "/offerings";

    private static Offering offering() {
        ServiceItem item = APP.bean(Items.class).findBySlug(SLUG).orElseThrow();
        return APP.bean(Offerings.class).find(OWN, item.id()).orElseThrow();
    }

    private static HttpResponse<String> send(Visitor visitor, Map<String, String> fields) {
        return visitor.post(PATH + "/" + SLUG, PATH + "/" + SLUG, fields);
    }

    @Test
    void a_station_lead_takes_an_item_off_and_puts_it_back_and_the_history_shows_both() {
        Visitor lead = Visitor.staff("li");
        assertThat(send(lead, Map.of("change", "take-off", "reason", "打印机坏了")).statusCode())
                .isEqualTo(303);
        assertThat(offering().isAvailable()).isFalse();
        assertThat(offering().origin()).isEqualTo(Offering.Origin.STATION_EXCEPTION);
        assertThat(send(lead, Map.of("change", "put-back", "reason", "修好了")).statusCode())
                .isEqualTo(303);
        assertThat(offering().isAvailable()).isTrue();
        assertThat(offering().origin()).isNotEqualTo(Offering.Origin.STATION_EXCEPTION);
        assertThat(lead.get(PATH).body()).contains("打印机坏了", "修好了");
    }

    @Test
    void a_change_without_a_reason_is_refused_and_keeps_what_was_typed() {
        HttpResponse<String> answer = send(
                Visitor.staff("li"),
                Map.of("change", "other-ways", "ways", "station", "hoursNote", "周三上午", "reason", " "));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("周三上午", "href=\"#reason\"");
        assertThat(offering().origin()).isNotEqualTo(Offering.Origin.STATION_EXCEPTION);
    }

    @Test
    void a_form_sent_twice_is_done_once() {
        Visitor lead = Visitor.staff("li");
        Map<String, String> back = Map.of("change", "put-back", "reason", "恢复", "key", "twice");
        send(lead, Map.of("change", "take-off", "reason", "停电", "key", "off"));
        assertThat(send(lead, back).statusCode()).isEqualTo(303);
        assertThat(send(lead, back).statusCode()).isEqualTo(303);
        assertThat(offering().isAvailable()).isTrue();
    }

    @Test
    void another_subdistricts_officer_and_a_worker_without_the_right_see_nothing_and_change_nothing() {
        for (String login : new String[] {"zhao", "chen"}) {
            Visitor visitor = Visitor.staff(login);
            assertThat(visitor.get(PATH).statusCode()).as(login).isEqualTo(404);
            HttpResponse<String> answer = visitor.force(
                    PATH + "/" + SLUG,
                    java.util.List.of(
                            Map.entry("change", "take-off"), Map.entry("reason", "x"), Map.entry("key", login)));
            assertThat(answer.statusCode()).as(login).isEqualTo(404);
        }
        assertThat(offering().isAvailable()).isTrue();
    }

    @Test
    void unknown_stations_and_items_are_not_found() {
        Visitor lead = Visitor.staff("li");
        assertThat(lead.get("/desk/stations/ZZZZZZZZ/offerings").statusCode()).isEqualTo(404);
        assertThat(lead.get(PATH + "/no-such-item").statusCode()).isEqualTo(404);
    }
}
