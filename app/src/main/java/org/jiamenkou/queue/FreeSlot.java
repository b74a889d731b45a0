package org.jiamenkou.queue;

import java.time.LocalDateTime;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A slot that can be had instead.
 *
 * @param metres how far away, null at the same place or where it is not known
 */
public record FreeSlot(
        SlotId id,
        QueuePlaceId place,
        LocalText placeName,
        LocalDateTime startsAt,
        int minutes,
        int free,
        @Nullable Integer metres) {}
