package org.jiamenkou.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A resident signs in over the pages, reading the code where a demo shows it, and stays outside the desk. */
@Tag("slow")
class ResidentDoorTest {
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

    @Test
    void a_resident_signs_in_sees_themselves_and_opens_no_staff_page() {
        Visitor visitor = Visitor.anonymous();
        HttpResponse<String> asked =
                visitor.post("/me/sign-in", "/me/sign-in", Map.of("phone", "138 1111 2222", "consent", "yes"));
        assertThat(asked.statusCode()).isEqualTo(303);
        HttpResponse<String> proven =
                visitor.post("/me/sign-in/code", "/me/sign-in/code", Map.of("code", newestCode()));
        assertThat(proven.headers().firstValue("Location")).contains("/me/sign-in/name");
        // A cookie is anybody's to write: one that is broken leads home, not to an error.
        visitor.keepCookie("JMK_BACK", "%zz");
        HttpResponse<String> entered = visitor.post("/me/sign-in/name", "/me/sign-in/name", Map.of("name", "门示例"));
        assertThat(entered.headers().firstValue("Location")).contains("/me");
        assertThat(visitor.get("/me").body()).contains("门示例", "138****2222").doesNotContain("13811112222");
        for (String path : new String[] {"/desk", "/desk/outbox", "/desk/password", "/admin/accounts"}) {
            HttpResponse<String> answer = visitor.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?to=");
        }
        assertThat(visitor.force("/desk/password", java.util.List.of()).statusCode())
                .isIn(403, 404);
        visitor.keepCookie("JMK_PHONE", "%zz");
        assertThat(visitor.get("/me/sign-in/code").statusCode()).isEqualTo(200);
        visitor.post("/me", "/me/sign-out", Map.of());
        assertThat(visitor.get("/me").body()).doesNotContain("门示例");
    }

    private static String newestCode() {
        Matcher code = CODE.matcher(Visitor.staff("li")
                .get("/desk/outbox")
                .body()
                .replaceAll("(?s).*?<tbody>", "")
                .replaceAll("[0-9-]{10} [0-9:]{8}", ""));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
