package org.jiamenkou.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A device that is paired and not revoked, at the moment of the request. A controller receives it as an argument:
 *
 * <pre>
 * &#64;GetMapping("/kiosk")
 * ResponseEntity&lt;byte[]&gt; home(Page page, &#64;ForDevice(DeviceKind.KIOSK) Device device) { … device.scope() … }
 * </pre>
 *
 * Whoever is no such device then gets a page that says so and what to do (403). {@code Optional<Device>} is empty for them
 * instead. Each request asks the database, so that a device that was revoked, renamed or moved is so from its next request
 * on, at every node; a stream that stays open asks {@link Devices#findWorking} now and then.
 *
 * @param code six characters, on its sticker
 * @param name as people call it: 一楼大厅取号机
 * @param place where it stands; its subdistrict is never null
 * @param stationCode public code of the station or centre it stands in, null when it belongs to the division alone
 */
public record Device(
        UUID id,
        DeviceKind kind,
        String code,
        String name,
        Place place,
        @Nullable String stationCode) {
    /** How the actor key of every device begins; the database knows devices by it. */
    public static final String ACTOR = "device:";

    public UUID areaId() {
        return place.areaId();
    }

    public UUID subdistrictId() {
        return Objects.requireNonNull(place.subdistrictId());
    }

    /**
     * The scope in which its requests run: it reads what is public and about nobody. A kiosk writes in its own area, in the
     * tables that name devices in a policy with {@code platform.writes_as_device(area_id)}, and nowhere else; a screen and a
     * desk write nothing.
     */
    public Scope scope() {
        return new DeviceScope(ACTOR + id, kind == DeviceKind.KIOSK ? Areas.within(Set.of(areaId())) : Areas.NOWHERE);
    }

    private record DeviceScope(String actorKey, Areas writeAreas) implements Scope {
        @Override
        public Areas readAreas() {
            return Areas.NOWHERE;
        }

        @Override
        public Set<String> lines() {
            return Set.of();
        }
    }
}
