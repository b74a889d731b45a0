package org.jiamenkou.platform.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.jiamenkou.platform.NavEntry;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * What a page knows of its reader and its moment; the first parameter of every template. A controller receives it as an
 * argument.
 *
 * @param now the time in Shanghai
 * @param path the path asked for, without query
 * @param query the query as it came, without {@code lang} and {@code mode}; empty when there is none
 * @param demo whether sample data (示例) may be on this installation
 * @param staffName who is signed in, null on anonymous pages
 * @param csrf the token a form of this page must carry, null when the page has no form that writes
 */
public record Page(
        Messages messages,
        Lang lang,
        Mode mode,
        LocalDateTime now,
        String path,
        String query,
        boolean demo,
        @Nullable String staffName,
        @Nullable Csrf csrf,
        List<NavEntry> nav,
        Assets assets) {
    /** Name and value of the hidden field. */
    public record Csrf(String parameter, String token) {}

    /** The text of a message key in the reader's language. */
    public String t(String key, Object... args) {
        return messages.get(lang, key, args);
    }

    /** Content in the reader's language, Chinese when no English has been written. */
    public String text(LocalText text) {
        return lang == Lang.EN && text.en() != null ? text.en() : text.zh();
    }

    /** The {@code lang} attribute that this content needs, null when it is in the page's language. */
    public @Nullable String langOf(LocalText text) {
        return lang == Lang.EN && text.en() == null ? Lang.ZH.tag() : null;
    }

    public boolean english() {
        return lang == Lang.EN;
    }

    public boolean elder() {
        return mode == Mode.ELDER;
    }

    public List<NavEntry> bar(NavEntry.Bar bar) {
        return nav.stream().filter(entry -> entry.bar() == bar).toList();
    }

    /** Whether a navigation entry is the one this page lies under. */
    public boolean under(NavEntry entry) {
        return entry.path().equals("/")
                ? path.equals("/")
                : path.equals(entry.path()) || path.startsWith(entry.path() + "/");
    }

    /** This page in the other language. */
    public String inOtherLanguage() {
        return withParameter("lang", lang.other().parameter());
    }

    /** This page in the other mode. */
    public String inOtherMode() {
        return withParameter("mode", mode.other().parameter());
    }

    private String withParameter(String name, String value) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + name + "=" + value;
    }

    /** The address of a file under {@code static/assets}, with its fingerprint. */
    public String asset(String name) {
        return assets.url(name);
    }

    /** A value as it may stand in a query. */
    public String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
