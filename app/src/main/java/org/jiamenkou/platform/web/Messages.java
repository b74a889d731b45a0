package org.jiamenkou.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The message bundles {@code messages/<module>_{zh_CN,en}.properties} of all modules. Arguments stand as {0}, {1}; an
 * apostrophe in a message with arguments is doubled, in one without it is not.
 */
@Component
public final class Messages {
    private static final String FOLDER = "messages/";
    private static final String SUFFIX = "_zh_CN.properties";

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();

    Messages() {
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        try {
            for (Resource bundle :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*" + SUFFIX)) {
                String name = bundle.getFilename();
                if (name != null) {
                    source.addBasenames(FOLDER + name.substring(0, name.length() - SUFFIX.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the message bundles", e);
        }
    }

    /** The text of a key in both languages. */
    public LocalText both(String key) {
        return new LocalText(get(Lang.ZH, key), get(Lang.EN, key));
    }

    /** The text of a key. A missing key is a broken build (a guard test looks for it), so it throws. */
    public String get(Lang lang, String key, Object... args) {
        return source.getMessage(key, args.length == 0 ? null : args, lang.locale());
    }
}
