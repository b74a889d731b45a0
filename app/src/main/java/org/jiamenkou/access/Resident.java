package org.jiamenkou.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Scope;

/**
 * A resident who is signed in. They read what is public and their own rows, nothing by area, and hold no right of staff.
 *
 * @param since when the account was made
 */
public record Resident(UUID id, String name, Phone phone, Instant since) implements Scope {
    @Override
    public String actorKey() {
        return id.toString();
    }

    @Override
    public Areas readAreas() {
        return Areas.NOWHERE;
    }

    @Override
    public Areas writeAreas() {
        return Areas.NOWHERE;
    }

    @Override
    public Set<String> lines() {
        return Set.of();
    }
}
