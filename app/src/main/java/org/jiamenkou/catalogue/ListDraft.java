package org.jiamenkou.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One saved state of a list that is being written.
 *
 * @param revision counts from 1 and goes on from draft to draft of this list
 * @param area surrogate id of the district, the nil UUID for the city
 * @param version the version it became, null until it is published
 * @param entries in the order of their numbers
 */
public record ListDraft(
        int revision,
        ListKind list,
        UUID area,
        State state,
        @Nullable UUID version,
        List<PositiveList.Entry> entries,
        Instant at,
        String byName) {
    public ListDraft {
        entries = List.copyOf(entries);
    }

    public enum State {
        DRAFT,
        PUBLISHED,
        DISCARDED
    }
}
