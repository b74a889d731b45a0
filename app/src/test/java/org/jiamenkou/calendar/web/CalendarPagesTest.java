package org.jiamenkou.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jiamenkou.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CalendarPagesTest {
    @Test
    void everybody_reads_the_holidays_with_their_notices_in_both_languages() {
        HttpResponse<String> zh = Visitor.anonymous().get("/calendar");
        assertThat(zh.statusCode()).isEqualTo(200);
        assertThat(zh.body()).contains("https://www.gov.cn/", "2024", "2025", "2026");
        String en = Visitor.anonymous().get("/calendar?lang=en").body();
        assertThat(en).contains("Spring Festival", "15 February", "23 February", "(9 days)", "14 February");
    }

    @Test
    void a_form_with_mistakes_keeps_what_was_typed_and_names_each_field() {
        HttpResponse<String> answer = Visitor.staff("zhou")
                .post(
                        "/desk/calendar",
                        "/desk/calendar",
                        Map.of("day", "2026-13-45", "kind", "feast", "name", "typed <b>", "source", ""));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#day\"", "href=\"#kind\"", "href=\"#source\"", "typed &lt;b>")
                .doesNotContain("href=\"#name\"");
    }

    @Test
    void a_year_that_is_not_loaded_is_refused_with_a_reason() {
        HttpResponse<String> answer = Visitor.staff("zhou")
                .post(
                        "/desk/calendar",
                        "/desk/calendar?lang=en",
                        Map.of("day", "2031-01-01", "kind", "public-holiday", "name", "x", "source", "x"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The holidays of 2031 are not loaded");
    }

    @Test
    void an_address_that_claims_something_was_saved_is_not_believed() {
        assertThat(Visitor.staff("zhou").get("/desk/calendar?saved=2026.999").body())
                .doesNotContain("role=\"status\"");
    }

    @Test
    void officers_of_one_district_do_not_see_the_page() {
        assertThat(Visitor.staff("sun").get("/desk/calendar").statusCode()).isEqualTo(404);
    }
}
