package org.jiamenkou.access;

import java.util.Arrays;
import java.util.Optional;
import org.jiamenkou.platform.text.LocalText;

/**
 * What somebody gives a device, as typed.
 *
 * @param kind name of a {@link DeviceKind}
 * @param place code or name of a station, a centre or a division
 */
public record DeviceWanted(Kind kind, Name name, Where place) {
    private static final int LONGEST_NAME = 60;

    public record Kind(String code) {
        Optional<DeviceKind> find() {
            return Arrays.stream(DeviceKind.values())
                    .filter(one -> one.name().equals(code))
                    .findFirst();
        }
    }

    public record Name(String text) {
        Optional<String> find() {
            String plain = text.strip();
            return plain.isEmpty() || plain.length() > LONGEST_NAME ? Optional.empty() : Optional.of(plain);
        }
    }

    public record Where(String words) {}

    /** What it means for whoever acts, or why it means nothing. */
    sealed interface Read {
        /** @param where the place found; its code is empty for a division */
        record Good(DeviceKind kind, String name, DevicePlaces.DevicePlace where) implements Read {
            LocalText placeName() {
                return where.name();
            }
        }

        record Bad(DeviceRefusal refusal) implements Read {}
    }
}
