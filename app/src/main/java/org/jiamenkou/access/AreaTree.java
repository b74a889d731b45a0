package org.jiamenkou.access;

import java.util.Set;
import java.util.UUID;

/** The tree of divisions, as far as rights need it; implemented by {@code network}. */
public interface AreaTree {
    /**
     * The areas a grant on this area reaches, as surrogate ids: the area itself and, for a district, its subdistricts;
     * rows carry their subdistrict, so nothing below is listed. The city is never expanded, see {@link #isCity}.
     */
    Set<UUID> reach(UUID areaId);

    /** Whether this is the city itself, whose grants reach everywhere. */
    boolean isCity(UUID areaId);

    /** The area with this 12-digit code today, for demo accounts and imports. Empty when no division has it. */
    java.util.Optional<org.jiamenkou.platform.database.Place> findByCode(String divisionCode);
}
