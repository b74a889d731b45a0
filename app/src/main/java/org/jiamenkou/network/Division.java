package org.jiamenkou.network;

import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A division of the city as it is today (M-001, M-002, M-003, M-039 to M-041).
 *
 * @param form what kind of its level: CITY, DISTRICT; STREET, TOWN, TOWNSHIP, ZONE, FARM; RESIDENTS, VILLAGERS, VIRTUAL;
 *     BELOW for estates, blocks and building groups
 * @param code 12 digits today (the last code, for a retired division); below the committee its 12 digits and a suffix
 * @param parent null for the city
 * @param subdistrictId itself for a subdistrict, null above
 * @param codePrefix first two characters of public codes in a subdistrict, null at other levels
 * @param areaTypes codes of the set {@code area-type}
 * @param bilingual whether English content is kept for it (M-039)
 * @param retired whether a later edition no longer has it
 * @param sample whether it is invented
 */
public record Division(
        DivisionId id,
        DivisionKind kind,
        String form,
        String code,
        LocalText name,
        @Nullable DivisionId parent,
        @Nullable UUID subdistrictId,
        @Nullable String codePrefix,
        Set<String> areaTypes,
        boolean bilingual,
        boolean retired,
        boolean sample) {
    public Division {
        areaTypes = Set.copyOf(areaTypes);
    }

    /** Where it lies, for rights. */
    public Place place() {
        return new Place(id.value(), subdistrictId);
    }

    /** Whether a station belongs to it: every real committee, not a virtual one. */
    public boolean hasStation() {
        return kind == DivisionKind.COMMITTEE && !form.equals("VIRTUAL");
    }
}
