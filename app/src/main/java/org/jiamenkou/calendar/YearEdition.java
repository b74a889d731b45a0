package org.jiamenkou.calendar;

import java.time.Instant;

/**
 * One edition of a year's table of days.
 *
 * @param edition 1 is the first loaded; the highest counts
 * @param source the notice it follows
 * @param editedBy who made it, an account's id or a system actor
 */
public record YearEdition(int year, int edition, String source, String editedBy, Instant editedAt) {}
