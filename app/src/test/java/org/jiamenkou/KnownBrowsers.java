package org.jiamenkou;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * The browsers at which sample staff have signed in in full in this JVM, so that a code is entered once per account: a
 * code counts once, and tests sign in more often than codes change.
 */
@NullMarked
public final class KnownBrowsers {
    public static final String COOKIE = "JMK_BROWSER";

    private static final Pattern DEMO_CODE = Pattern.compile("id=\"demo-code\">(\\d{6})<");
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private KnownBrowsers() {}

    public static Optional<String> tokenOf(String login) {
        return Optional.ofNullable(TOKENS.get(login));
    }

    public static void remember(String login, String token) {
        TOKENS.put(login, token);
    }

    /** The code that the page of the second step shows in a demo. */
    public static String demoCode(String page) {
        Matcher code = DEMO_CODE.matcher(page);
        if (!code.find()) {
            throw new IllegalStateException("no demo code on the page");
        }
        return code.group(1);
    }
}
