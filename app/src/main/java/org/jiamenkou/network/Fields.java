package org.jiamenkou.network;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;

/**
 * A record of the network as its fields, in the normal form of sheets; a field that is not known is not in the map.
 *
 * @param owner the station it belongs to; itself for stations and organisations
 * @param version the stored one; 0 for a record to be made
 */
public record Fields(Place place, UUID id, UUID owner, int version, Map<String, String> values) {
    public Fields {
        values = Map.copyOf(values);
    }

    public @Nullable String text(String field) {
        return values.get(field);
    }

    public Fields with(Map<String, String> others) {
        return new Fields(place, id, owner, version, others);
    }

    /** A field of two records that differ in it. */
    public record Difference(String field, @Nullable String was, Now now) {}

    public record Now(@Nullable String text) {}

    /** Values with some replaced; null takes one away. */
    public Map<String, String> replaced(Map<String, @Nullable String> others) {
        Map<String, String> values = new TreeMap<>(this.values);
        others.forEach((field, value) -> {
            if (value == null) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
        return values;
    }
}
