package org.jiamenkou.platform.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of every page; Chinese is the source. */
public enum Lang {
    ZH("zh", "zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", "en", Locale.ENGLISH);

    private final String parameter;
    private final String tag;
    private final Locale locale;

    Lang(String parameter, String tag, Locale locale) {
        this.parameter = parameter;
        this.tag = tag;
        this.locale = locale;
    }

    /** The value of {@code ?lang=} and of the cookie. */
    public String parameter() {
        return parameter;
    }

    /** The value of the HTML attribute {@code lang}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    public Lang other() {
        return this == ZH ? EN : ZH;
    }

    /** The language asked for, or null when the value is none of ours. */
    static @Nullable Lang from(@Nullable String value) {
        for (Lang lang : values()) {
            if (lang.parameter.equals(value)) {
                return lang;
            }
        }
        return null;
    }
}
