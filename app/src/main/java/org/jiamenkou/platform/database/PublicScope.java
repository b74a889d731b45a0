package org.jiamenkou.platform.database;

import java.util.Set;

/** Anonymous pages: they read what is public, see no row about a person and write nothing. */
public enum PublicScope implements Scope {
    PUBLIC;

    @Override
    public String actorKey() {
        return "public";
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
