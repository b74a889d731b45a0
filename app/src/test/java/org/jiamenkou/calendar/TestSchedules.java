package org.jiamenkou.calendar;

import org.jiamenkou.TestDatabase;
import org.jiamenkou.calendar.store.TestCalendarStores;
import org.jspecify.annotations.NullMarked;

/** Schedules without Spring, for tests of modules above. No holidays are loaded. */
@NullMarked
public final class TestSchedules {
    private TestSchedules() {}

    public static Schedules over(TestDatabase database) {
        return new Schedules(
                database.scoped(),
                TestCalendarStores.schedules(database.sql()),
                new WorkingCalendars(database.scoped(), TestCalendarStores.days(database.sql()), database.versions()),
                database.changes(),
                database.ids(),
                database.clock());
    }
}
