package org.jiamenkou.calendar;

import java.time.LocalDateTime;

/**
 * What a schedule was before an edit.
 *
 * @param before the earlier lines, one a line, in codes
 */
public record HistoryEntry(int version, String changedBy, LocalDateTime changedAt, String before) {}
