package org.jiamenkou.registry;

import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as they present themselves at a door: enough to meet them again.
 *
 * @param phone null when the person has none, or gives none
 * @param place where they were met; its subdistrict must be known
 */
public record Contact(String name, @Nullable PersonPhone phone, Place place) {
    public Contact {
        if (name.isBlank() || place.subdistrictId() == null) {
            throw new IllegalArgumentException("a contact has a name and a subdistrict");
        }
    }
}
