package org.jiamenkou.queue;

import org.jspecify.annotations.Nullable;

/**
 * A hall's day in figures; null where nothing has happened that could be counted.
 *
 * @param waiting who waits now
 * @param openCounters counters that serve now
 * @param served finished today
 * @param left went away unserved, numbers made void not counted
 * @param medianWaitMinutes from arrival to call, of those called today
 * @param medianErrorMinutes between the middle of the range that was told and the wait that happened
 * @param coveragePercent of the ranges told, how many held
 */
public record HallFigures(
        int waiting,
        int openCounters,
        int served,
        int left,
        @Nullable Integer medianWaitMinutes,
        @Nullable Integer longestWaitMinutes,
        @Nullable Integer medianErrorMinutes,
        @Nullable Integer coveragePercent) {}
