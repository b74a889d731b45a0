package org.jiamenkou.platform.web;

import org.jspecify.annotations.NullMarked;

/** The bundles without Spring. */
@NullMarked
public final class TestMessages {
    private TestMessages() {}

    public static Messages all() {
        return new Messages();
    }
}
