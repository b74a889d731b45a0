package org.jiamenkou.catalogue;

import java.time.Instant;
import java.util.Map;

/**
 * One saved state of a guide.
 *
 * @param revision 1 for the first saved state of the item, whoever saved it
 * @param published whether it went out with this state
 * @param version the version it was written over, 0 for none; of a published state, the version it became
 * @param byName who saved it
 */
public record ItemDraft(
        int revision, boolean published, int version, Map<ItemField, String> fields, Instant at, String byName) {}
