package org.jiamenkou.calendar;

import java.util.List;
import org.jiamenkou.platform.database.Place;

/** A schedule to be made for a place. */
public record NewSchedule(ScheduleId id, Place place, List<OpeningLine> week) {}
