package org.jiamenkou.directory;

import java.util.List;
import java.util.Optional;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.directory.hsds.ScheduleRow;
import org.jiamenkou.network.Station;
import org.springframework.stereotype.Service;

/** A station's hours resolved for the loaded years, for calendars of other programs. */
@Service
public class StationHours {
    private final Schedules schedules;
    private final HsdsSnapshots snapshots;

    StationHours(Schedules schedules, HsdsSnapshots snapshots) {
        this.schedules = schedules;
        this.snapshots = snapshots;
    }

    /** Empty where nobody knows the hours. */
    public Optional<List<ScheduleRow>> of(Station station) {
        return Optional.ofNullable(station.schedule())
                .flatMap(schedules::findSchedule)
                .filter(schedule -> !schedule.week().isEmpty())
                .map(snapshots::rows);
    }
}
