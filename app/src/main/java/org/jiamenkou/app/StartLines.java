package org.jiamenkou.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Lines for the terminal, each in both languages: who starts a node is not always who speaks the language of its pages.
 * They are needed before there is an application to ask for messages.
 */
final class StartLines {
    private static final String OWN_PREFIX = "start.";

    private StartLines() {}

    /** The text of a key in Chinese and English on one line. */
    static String both(String key, Object... details) {
        return text(key, Locale.SIMPLIFIED_CHINESE, details) + "  |  " + text(key, Locale.ENGLISH, details);
    }

    /** The name of a start-up task comes from the bundle of its module; a missing one must not stop a start. */
    private static String text(String key, Locale locale, Object... details) {
        String module = key.startsWith(OWN_PREFIX) ? "platform" : key.substring(0, Math.max(0, key.indexOf('.')));
        try {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "messages." + module,
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(bundle.getString(key), locale).format(details);
        } catch (MissingResourceException missing) {
            return key;
        }
    }

    /** The two names of a start-up task, to be put into a line of each language. */
    static String both(String key, String taskKey, String percent) {
        return text(key, Locale.SIMPLIFIED_CHINESE, text(taskKey, Locale.SIMPLIFIED_CHINESE), percent)
                + "  |  "
                + text(key, Locale.ENGLISH, text(taskKey, Locale.ENGLISH), percent);
    }
}
