package org.jiamenkou.platform.web;

import org.jspecify.annotations.Nullable;

/** Normal, or 长者版: larger type and targets, one column, fewer blocks, the same pages (shared/ui/ui.md section 9). */
public enum Mode {
    NORMAL("normal"),
    ELDER("elder");

    private final String parameter;

    Mode(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    public Mode other() {
        return this == NORMAL ? ELDER : NORMAL;
    }

    static @Nullable Mode from(@Nullable String value) {
        for (Mode mode : values()) {
            if (mode.parameter.equals(value)) {
                return mode;
            }
        }
        return null;
    }
}
