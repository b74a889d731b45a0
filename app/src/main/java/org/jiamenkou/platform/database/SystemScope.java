package org.jiamenkou.platform.database;

import java.util.Set;

/**
 * A named system actor: a job, a first load, the consumer of changes. It reaches everywhere and its name stands in the
 * audit trail.
 *
 * @param name what acts, {@code network.first-load} for example
 */
public record SystemScope(String name) implements Scope {
    @Override
    public String actorKey() {
        return "system:" + name;
    }

    @Override
    public Areas readAreas() {
        return Areas.EVERYWHERE;
    }

    @Override
    public Areas writeAreas() {
        return Areas.EVERYWHERE;
    }

    @Override
    public Set<String> lines() {
        return Set.of();
    }
}
