package org.jiamenkou.calendar;

import java.util.UUID;

/** A schedule, anywhere in the city. */
public record ScheduleId(UUID value) {}
