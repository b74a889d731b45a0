package org.jiamenkou.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * Something that did not work, said to a person: what, and what to do next.
 *
 * @param kind chooses the heading and the next step on the page, {@code problem.<kind>.title} and {@code .next}
 * @param detail one more sentence, null when the heading says it all
 * @param incident the code to report by phone, null when there is nothing to look up in the log
 */
public record Problem(
        Kind kind, @Nullable String detail, @Nullable String incident) {
    public enum Kind {
        NOT_FOUND("notFound"),
        NOT_ALLOWED("notAllowed"),
        BAD_REQUEST("badRequest"),
        EXPIRED_FORM("expiredForm"),
        TOO_LARGE("tooLarge"),
        AWAY("away"),
        STARTING("starting"),
        FAULT("fault");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String titleKey() {
            return "problem." + key + ".title";
        }

        public String nextKey() {
            return "problem." + key + ".next";
        }
    }

    public static Problem notFound(String detail) {
        return new Problem(Kind.NOT_FOUND, detail, null);
    }

    public static Problem of(Kind kind) {
        return new Problem(kind, null, null);
    }
}
