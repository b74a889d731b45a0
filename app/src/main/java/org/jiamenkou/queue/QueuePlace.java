package org.jiamenkou.queue;

import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A place that serves people by booking or ticket.
 *
 * @param code public code: the station's own, or one of five characters for a centre
 * @param schedule its opening hours, null when not known
 * @param phone null when not known
 * @param ownMachine whether the hall has a number machine of its own
 * @param sample whether its particulars are invented (示例)
 */
public record QueuePlace(
        QueuePlaceId id,
        Kind kind,
        String code,
        Place place,
        QueueMode mode,
        LocalText name,
        @Nullable ScheduleId schedule,
        @Nullable String phone,
        boolean ownMachine,
        boolean sample) {
    public enum Kind {
        STATION,
        CENTRE
    }
}
