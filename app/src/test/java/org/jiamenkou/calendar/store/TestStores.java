package org.jiamenkou.calendar.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores without Spring. */
public final class TestStores {
    private TestStores() {}

    public static DayStore days(JdbcClient sql) {
        return new DayStore(sql);
    }

    public static ScheduleStore schedules(JdbcClient sql) {
        return new ScheduleStore(sql);
    }
}
