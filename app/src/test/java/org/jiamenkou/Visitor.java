package org.jiamenkou;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiamenkou.access.DemoAccounts;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Somebody with a browser that keeps cookies, without JavaScript. Forms are sent with the token of the page they stand on. */
@NullMarked
public final class Visitor {
    private static final Pattern HIDDEN = Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Visitor(String base) {
        this.base = base;
    }

    public static Visitor anonymous() {
        return new Visitor(TestApp.shared().url());
    }

    /** Of another node than the shared one. */
    public static Visitor at(String base) {
        return new Visitor(base);
    }

    /** Signed in as one of the demo accounts. */
    public static Visitor staff(String login) {
        return anonymous().signedIn(login);
    }

    /** Signs in at this node; a browser that the shared node knows is also known to one restored from it. */
    public Visitor signedIn(String login) {
        Visitor visitor = this;
        KnownBrowsers.tokenOf(login).ifPresent(token -> visitor.keepCookie(KnownBrowsers.COOKIE, token));
        HttpResponse<String> answer =
                visitor.post("/sign-in", "/sign-in", Map.of("login", login, "password", DemoAccounts.PASSWORD));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(login + " could not sign in: " + answer.statusCode());
        }
        if (answer.headers().firstValue("Location").orElse("").equals("/sign-in/code")) {
            visitor.enterCode(login);
        }
        return visitor;
    }

    /** The second step, once per account: afterwards the browser is known, also to the journeys. */
    private void enterCode(String login) {
        String code = KnownBrowsers.demoCode(get("/sign-in/code").body());
        HttpResponse<String> answer = post("/sign-in/code", "/sign-in/code", Map.of("code", code));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(login + " could not enter a code: " + answer.statusCode());
        }
        if (!base.equals(TestApp.shared().url())) {
            return;
        }
        KnownBrowsers.remember(login, Objects.requireNonNull(cookie(KnownBrowsers.COOKIE)));
    }

    public void keepCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Opens the page with the form, then sends it; the form's hidden fields (token, version, key) go along. */
    public HttpResponse<String> post(String formPage, String path, Map<String, String> fields) {
        return postAll(formPage, path, new ArrayList<>(fields.entrySet()));
    }

    public HttpResponse<String> postAll(String formPage, String path, List<Map.Entry<String, String>> fields) {
        String page = get(formPage).body();
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        int form = page.indexOf("action=\"" + path + "\"");
        String html = form < 0 ? page : page.substring(form, page.indexOf("</form>", form));
        Matcher hidden = HIDDEN.matcher(html);
        while (hidden.find()) {
            String name = hidden.group(1);
            if (all.stream().noneMatch(field -> field.getKey().equals(name))) {
                all.add(Map.entry(name, hidden.group(2)));
            }
        }
        return send(form(path, all));
    }

    /** Sends a form with a token from any page that has one, for addresses whose own form cannot be opened. */
    public HttpResponse<String> force(String path, List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        all.add(Map.entry("version", "1"));
        all.add(Map.entry("key", java.util.UUID.randomUUID().toString()));
        return postAll("/sign-in", path, all);
    }

    /** Sends a form without any token. */
    public HttpResponse<String> forge(String path, List<Map.Entry<String, String>> fields) {
        return send(form(path, fields));
    }

    public @Nullable String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private HttpRequest.Builder form(String path, List<Map.Entry<String, String>> fields) {
        StringBuilder body = new StringBuilder();
        for (Map.Entry<String, String> field : fields) {
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
