package org.jiamenkou.calendar.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores of the calendar without Spring. */
@NullMarked
public final class TestCalendarStores {
    private TestCalendarStores() {}

    public static ScheduleStore schedules(JdbcClient sql) {
        return new ScheduleStore(sql);
    }

    public static DayStore days(JdbcClient sql) {
        return new DayStore(sql);
    }
}
