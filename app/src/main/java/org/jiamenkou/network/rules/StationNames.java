package org.jiamenkou.network.rules;

import org.jiamenkou.network.Division;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;

/** Names of stations from committee and the district's brand ({@code data/network/name-forms.yaml}). */
public record StationNames(
        NameForms forms,
        LocalText stationName,
        LocalText villageName,
        LocalText plainStationName,
        LocalText plainVillageName) {
    /** @param brand null where the district has none; English only where the committee has an English name */
    public LocalText of(Division committee, @Nullable LocalText brand) {
        boolean village = committee.form().equals("VILLAGERS");
        LocalText pattern;
        if (brand == null) {
            pattern = village ? plainVillageName : plainStationName;
        } else {
            pattern = village ? villageName : stationName;
        }
        String english = committee.name().en();
        return new LocalText(
                filled(pattern.zh(), forms.bare(committee.name().zh()), brand == null ? "" : brand.zh()),
                english == null || pattern.en() == null
                        ? null
                        : filled(pattern.en(), english, brand == null || brand.en() == null ? "" : brand.en()));
    }

    private static String filled(String pattern, CharSequence committee, String brand) {
        return pattern.replace("{committee}", committee)
                .replace("{brand}", brand)
                .replace("  ", " ");
    }
}
