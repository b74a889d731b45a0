package org.jiamenkou.registry;

import java.util.List;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists at a desk show them.
 *
 * @param name family name, then stars
 * @param phones masked
 * @param idNumber masked, null when none is known
 */
public record MaskedPerson(
        PersonId id,
        String name,
        List<String> phones,
        @Nullable String idNumber,
        Place place,
        boolean sample) {
    public MaskedPerson {
        phones = List.copyOf(phones);
    }
}
