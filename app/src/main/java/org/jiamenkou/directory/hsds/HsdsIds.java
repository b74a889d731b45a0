package org.jiamenkou.directory.hsds;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.network.StationId;

/**
 * Ids of what has no UUID of its own in the database. They depend on the key alone, so that a harvester finds the same
 * record again after any restart or reload.
 */
public final class HsdsIds {
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_MASK = 0x3FFFFFFFFFFFFFFFL;
    private static final long VARIANT = 0x8000000000000000L;

    private HsdsIds() {}

    /** The name-based UUID of a key, {@code term:service-class/government} for example. */
    public static UUID of(String key) {
        return UUID.nameUUIDFromBytes(("hsds:" + key).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * An item at a station: the first half is the station's, the second the item's, so that a single one is found without
     * a list of all (UUID version 8).
     */
    public static UUID of(StationId station, ItemId item) {
        return new UUID(half(station), half(item));
    }

    public static long half(StationId station) {
        long name =
                of("station:" + station.subdistrictId() + "/" + station.id()).getMostSignificantBits();
        return (name & ~VERSION_BITS) | VERSION_8;
    }

    public static long half(ItemId item) {
        long name = of("item:" + item.value()).getLeastSignificantBits();
        return (name & VARIANT_MASK) | VARIANT;
    }
}
