package org.jiamenkou.network;

import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * An organisation behind the stations. Null means not known.
 *
 * @param subdistrictId its place; the nil UUID for one of the district or the city
 * @param area the division it belongs to
 * @param type code within its kind: department code, {@code centre-kind}, {@code operator-kind},
 *     {@code hub-organisation-kind} or {@code party-level}
 * @param parent the organisation above it; the party tree runs beside the administrative one (M-231)
 * @param lines functional lines it owns (M-034)
 */
public record Organisation(
        UUID subdistrictId,
        UUID id,
        Kind kind,
        String type,
        LocalText name,
        DivisionId area,
        @Nullable UUID parent,
        Set<String> lines,
        @Nullable LocalText address,
        @Nullable Point point,
        @Nullable ScheduleId schedule,
        @Nullable String phone,
        boolean sample) {
    public Organisation {
        lines = Set.copyOf(lines);
    }

    public enum Kind {
        DEPARTMENT,
        CENTRE,
        OPERATOR,
        HUB,
        PARTY
    }
}
