package org.jiamenkou.calendar;

import java.util.UUID;

/** Key of a schedule of opening hours. Stand-in so that others compile: the module calendar replaces this file. */
public record ScheduleId(UUID value) {}
