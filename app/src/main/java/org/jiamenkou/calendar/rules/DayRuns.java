package org.jiamenkou.calendar.rules;

import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.calendar.AnnouncedDay;
import org.jiamenkou.calendar.DayRun;

/** Announced days drawn together for people to read. */
public final class DayRuns {
    private DayRuns() {}

    /** @param days in order */
    public static List<DayRun> of(List<AnnouncedDay> days) {
        List<DayRun> runs = new ArrayList<>();
        for (AnnouncedDay one : days) {
            DayRun before = runs.isEmpty() ? null : runs.getLast();
            if (before != null && continues(before, one)) {
                runs.set(runs.size() - 1, new DayRun(before.first(), one.day(), one.kind(), one.name()));
            } else {
                runs.add(new DayRun(one.day(), one.day(), one.kind(), one.name()));
            }
        }
        return runs;
    }

    private static boolean continues(DayRun run, AnnouncedDay day) {
        return run.last().plusDays(1).equals(day.day())
                && run.last().getYear() == day.day().getYear()
                && run.kind() == day.kind()
                && run.name().equals(day.name());
    }
}
