package org.jiamenkou.notices.rules;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the {names} of a text. */
public final class Texts {
    private static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    private Texts() {}

    /** @throws IllegalArgumentException when the text names something that is not given: half a message never leaves */
    public static String fill(String body, Map<String, String> values) {
        Matcher names = NAME.matcher(body);
        StringBuilder text = new StringBuilder();
        while (names.find()) {
            String value = values.get(names.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing given for {" + names.group(1) + "}");
            }
            names.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return names.appendTail(text).toString();
    }
}
