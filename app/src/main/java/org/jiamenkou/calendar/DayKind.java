package org.jiamenkou.calendar;

/** What kind of day it is, by the State Council's yearly notice. */
public enum DayKind {
    WORKDAY("workday"),
    REST_DAY("rest-day"),
    PUBLIC_HOLIDAY("public-holiday"),
    MAKE_UP_WORKDAY("make-up-workday");

    private final String code;

    DayKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String messageKey() {
        return "calendar.dayKind." + code;
    }

    /** Whether limits in working days count it. */
    public boolean isWorking() {
        return this == WORKDAY || this == MAKE_UP_WORKDAY;
    }

    /** Whether people should be told: the day is not what its weekday suggests. */
    public boolean isNotable() {
        return this == PUBLIC_HOLIDAY || this == MAKE_UP_WORKDAY;
    }

    public static DayKind of(String code) {
        for (DayKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no day kind " + code);
    }
}
