package org.jiamenkou.duty;

/**
 * Limits of a roster, as data with validity and source (table {@code duty.rules}).
 *
 * @param leastOnSite people per open slot (M-080: one or two)
 * @param mostMinutesPerDay of one person
 * @param leastRestMinutes between the end of one day and the start of the next
 * @param mostDaysInARow of one person
 */
public record DutyRules(int leastOnSite, int mostMinutesPerDay, int leastRestMinutes, int mostDaysInARow) {}
