package org.jiamenkou.calendar;

/** How a place is staffed in a span of its hours (S0 错时延时, S4 轮值). */
public enum ShiftKind {
    NORMAL("normal"),
    STAGGERED("staggered"),
    EXTENDED("extended"),
    DUTY("duty");

    private final String code;

    ShiftKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "calendar.shift." + code;
    }

    public static ShiftKind of(String code) {
        for (ShiftKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no shift kind " + code);
    }
}
