package org.jiamenkou.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;

/** Stations or centres that a device may stand in; a module that knows such places offers one as a bean. */
public interface DevicePlaces {
    /** @param code public code; {@code place} has a subdistrict */
    record DevicePlace(String code, LocalText name, Place place) {}

    /** The one with this public code, else those with exactly this name, else those whose name contains it. */
    List<DevicePlace> listMeant(String words, int most);

    /** Names of those it knows. */
    Map<String, LocalText> names(Set<String> codes);
}
