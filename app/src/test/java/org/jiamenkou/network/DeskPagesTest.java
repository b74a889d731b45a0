package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.junit.jupiter.api.Test;

/** The desk's pages over HTTP, without JavaScript, in the running application. */
class DeskPagesTest {
    private static String codeOf(String committee) {
        Divisions divisions = TestApp.shared().bean(Divisions.class);
        Stations stations = TestApp.shared().bean(Stations.class);
        return stations.of(divisions.find(committee).orElseThrow())
                .orElseThrow()
                .code();
    }

    @Test
    void the_desk_lists_only_what_is_ones_own() {
        HttpResponse<String> desk = Visitor.staff("wang").get("/desk");
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains(codeOf("310115014002")).doesNotContain(codeOf("310101002001"));
        assertThat(Visitor.staff("wang").get("/desk?lang=en").body()).contains("My stations");
    }

    @Test
    void a_station_shows_its_overview_and_another_subdistricts_is_not_found() {
        Visitor wang = Visitor.staff("wang");
        assertThat(wang.get("/desk/stations/" + codeOf("310115014015")).statusCode())
                .isEqualTo(200);
        assertThat(wang.get("/desk/stations/" + codeOf("310101002001")).statusCode())
                .isEqualTo(404);
        assertThat(wang.get("/desk/stations/" + codeOf("310101002001") + "/hours")
                        .statusCode())
                .isEqualTo(404);
        assertThat(wang.get("/desk/stations/ZZZZ").statusCode()).isEqualTo(404);
    }

    @Test
    void a_row_can_be_added_and_bad_hours_keep_what_was_typed() {
        Visitor wang = Visitor.staff("wang");
        String form = "/desk/stations/" + codeOf("310115014018") + "/hours";
        Map<String, String> row = Map.of("kind.0", "workday", "opens.0", "9:00", "closes.0", "7:77", "shift.0", "duty");
        java.util.Map<String, String> adding = new java.util.HashMap<>(row);
        adding.put("add", "1");
        assertThat(wang.post(form, form, adding).body()).contains("kind.1").contains("7:77");
        HttpResponse<String> refused = wang.post(form, form, row);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("7:77").contains("href=\"#opens-0\"");
    }

    @Test
    void hours_and_responsible_are_saved() {
        Visitor wang = Visitor.staff("wang");
        String station = "/desk/stations/" + codeOf("310115014020");
        HttpResponse<String> saved = wang.post(
                station + "/hours",
                station + "/hours",
                Map.of("kind.0", "workday", "opens.0", "9:00", "closes.0", "12:00", "shift.0", "duty"));
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(wang.get(station).body()).contains("9:00–12:00");
        HttpResponse<String> named = wang.post(
                station + "/responsible",
                station + "/responsible",
                Map.of("responsible", "new", "name", "欧阳示例", "phone", "021-5550 0001", "bRole", ""));
        assertThat(named.statusCode()).isEqualTo(303);
        assertThat(wang.get(station).body()).contains("欧阳示例");
    }
}
