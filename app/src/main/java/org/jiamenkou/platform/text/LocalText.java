package org.jiamenkou.platform.text;

import org.jspecify.annotations.Nullable;

/**
 * Content in Chinese and, where it has been written, in English.
 *
 * @param zh never blank
 * @param en null until somebody has written it; pages then show the Chinese, marked as Chinese
 */
public record LocalText(String zh, @Nullable String en) {
    public LocalText {
        if (zh.isBlank()) {
            throw new IllegalArgumentException("a text without Chinese");
        }
    }

    public static LocalText of(String zh) {
        return new LocalText(zh, null);
    }
}
