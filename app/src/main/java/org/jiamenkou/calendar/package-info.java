/**
 * Days and hours: what kind of day it is, arithmetic in working days, and when a place is open.
 *
 * <p><b>Invariants.</b> Nothing is computed beyond the last loaded year: arithmetic refuses loudly, "open now" says that it
 * does not know. A dated exception wins over the week. The hours of one day never overlap. Each change of a year's table is a
 * new edition; old ones are kept.
 *
 * <p><b>Changes published.</b> {@code YearEdited}, {@code ScheduleChanged}: they make kept pages stale.
 *
 * <p><b>Edges.</b> access.
 */
@NullMarked
@ModuleEdges(
        floor = 2,
        imports = {"access"})
package org.jiamenkou.calendar;

import org.jiamenkou.platform.ModuleEdges;
import org.jspecify.annotations.NullMarked;
