package org.jiamenkou.queue;

import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A counter of a place.
 *
 * @param room where in the house, null when there is one room only
 * @param classes service classes it takes; empty for all
 * @param sitting who sits there now, null for nobody
 */
public record Counter(
        QueuePlaceId place,
        UUID id,
        int number,
        @Nullable LocalText room,
        Set<String> classes,
        @Nullable Sitting sitting) {
    public Counter {
        classes = Set.copyOf(classes);
    }
}
