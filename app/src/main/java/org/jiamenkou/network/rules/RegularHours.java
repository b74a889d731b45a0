package org.jiamenkou.network.rules;

import java.time.DayOfWeek;
import java.util.List;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.OpeningLine;

/** What a week promises (M-038). */
public final class RegularHours {
    /** S3: facilities open and serve at least eight hours a day. */
    private static final int EIGHT_HOURS = 8 * 60;

    private RegularHours() {}

    /** Whether some day on which it opens has fewer than eight hours; closed days are not counted. */
    public static boolean opensShort(List<OpeningLine> week) {
        for (DayKind kind : DayKind.values()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                int minutes = week.stream()
                        .filter(line ->
                                line.dayKind() == kind && line.weekdays().contains(day))
                        .mapToInt(line -> line.span().minutes())
                        .sum();
                if (minutes > 0 && minutes < EIGHT_HOURS) {
                    return true;
                }
            }
        }
        return false;
    }
}
