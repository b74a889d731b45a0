package org.jiamenkou.calendar;

import org.jiamenkou.TestDatabase;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.calendar.store.ScheduleStore;
import org.jspecify.annotations.NullMarked;

/** Schedules without Spring, for tests of modules above. No holidays are loaded. */
@NullMarked
public final class TestSchedules {
    private TestSchedules() {}

    public static Schedules over(TestDatabase database) {
        return new Schedules(
                database.scoped(),
                new ScheduleStore(database.sql()),
                new WorkingCalendars(database.scoped(), new DayStore(database.sql()), database.versions()),
                database.changes(),
                database.ids(),
                database.clock());
    }
}
