package org.jiamenkou.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;

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
    Optional<Place> findByCode(String divisionCode);

    /** Name and code of an area, also of one that a later edition retired. */
    Optional<Area> findArea(UUID areaId);

    /**
     * Areas of today that a person may mean by these words: the one with this code (6, 9 or 12 digits), else those with
     * exactly this name, else those whose name contains it. At most so many.
     */
    List<Area> listMeant(String words, int most);

    /** @param name with the areas above it, the city left out; {@code code} has 12 digits */
    record Area(UUID id, String code, LocalText name, Place place) {}
}
