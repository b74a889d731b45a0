package org.jiamenkou.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.access.DemoAccounts;

/** Staff close a station for today; the very next response of its public page must say so. */
final class ChangeOfHours {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern DEMO_CODE = Pattern.compile("id=\"demo-code\">(\\d{6})<");
    private static final String REASON = "量测停电";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Site site;
    private final String station;

    ChangeOfHours(Site site, String station) {
        this.site = site;
        this.station = station;
    }

    void check() throws IOException, InterruptedException {
        post("/sign-in", "/sign-in", Map.of("login", "wang", "password", DemoAccounts.PASSWORD));
        enterCode();
        String before = Program.get(site.address(station));
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        post(
                "/desk" + station + "/hours",
                "/desk" + station + "/exceptions",
                Map.of("from", today, "to", today, "reason", REASON));
        String after = Program.get(site.address(station));
        if (before.contains(REASON) || !after.contains(REASON)) {
            throw new IOException("the change of hours was not in the next response");
        }
    }

    /** The second step, where this browser is not known yet; the page of a demo shows the code. */
    private void enterCode() throws IOException, InterruptedException {
        String page = http.send(
                        HttpRequest.newBuilder(site.address("/sign-in/code")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher code = DEMO_CODE.matcher(page);
        if (code.find()) {
            post("/sign-in/code", "/sign-in/code", Map.of("code", code.group(1)));
        }
    }

    private void post(String formPage, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        String page = http.send(
                        HttpRequest.newBuilder(site.address(formPage)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        int form = page.indexOf("action=\"" + path + "\"");
        String html = form < 0 ? page : page.substring(form, page.indexOf("</form>", form));
        Map<String, String> all = new LinkedHashMap<>(fields);
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            all.putIfAbsent(hidden.group(1), hidden.group(2));
        }
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        URI address = site.address(path);
        int status = http.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 303 && status != 302) {
            throw new IOException(path + " answered " + status);
        }
    }
}
