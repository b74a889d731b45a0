package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.store.DevicePairingStore;
import org.jiamenkou.access.store.DeviceStore;
import org.jiamenkou.access.store.DeviceStore.Known;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the device behind a request by the token it keeps; controllers get it as an argument, see {@link Device}. Asked anew
 * for each request. A token is replaced when it has grown old, and at the first request after pairing; the one before holds
 * until the new one was used and a little longer, so that an answer that got lost locks nobody out.
 */
@Service
public class Devices {
    static final SystemScope SCOPE = new SystemScope("access.devices");

    private final Scoped scoped;
    private final DeviceStore devices;
    private final DevicePairingStore pairings;
    private final Clock clock;

    Devices(Scoped scoped, DeviceStore devices, DevicePairingStore pairings, Clock clock) {
        this.scoped = scoped;
        this.devices = devices;
        this.pairings = pairings;
        this.clock = clock;
    }

    /** Who stands behind a token. */
    public sealed interface Answer {
        /** @param fresh a token to keep from now on, null when the one shown stays */
        record Working(Device device, @Nullable DeviceToken fresh) implements Answer {}

        record Revoked(Device device) implements Answer {}

        /** Never paired, or the token was replaced long ago. */
        record Unknown() implements Answer {}
    }

    public Answer find(DeviceToken token) {
        if (!token.isPlausible()) {
            return new Answer.Unknown();
        }
        Instant now = clock.instant();
        record Looked(Optional<Known> known, DeviceRules rules) {}
        Looked looked = scoped.read(
                SCOPE, () -> new Looked(devices.findByToken(token.hash()), pairings.rules(LocalDate.now(clock))));
        if (looked.known().isEmpty()) {
            return new Answer.Unknown();
        }
        Known known = looked.known().get();
        if (!known.active()) {
            return new Answer.Revoked(known.device());
        }
        if (isOver(known, looked.rules(), now)) {
            return new Answer.Unknown();
        }
        if (isOld(known, looked.rules(), now)) {
            return replaced(token, looked.rules(), now);
        }
        if (isToBeNoted(known, looked.rules(), now)) {
            scoped.transaction(
                    SCOPE,
                    () -> devices.lockByToken(token.hash())
                            .filter(Known::active)
                            .ifPresent(one -> devices.seen(one.device().id(), one.current(), now)));
        }
        return new Answer.Working(known.device(), null);
    }

    /** The device if it works now; for what stays open longer than a request. */
    public Optional<Device> findWorking(UUID id) {
        return scoped.read(SCOPE, () -> devices.find(id))
                .filter(PairedDevice::active)
                .map(PairedDevice::device);
    }

    private Answer replaced(DeviceToken token, DeviceRules rules, Instant now) {
        return scoped.transaction(SCOPE, () -> {
            Optional<Known> locked = devices.lockByToken(token.hash()).filter(Known::active);
            if (locked.isEmpty()) {
                return new Answer.Unknown();
            }
            Known known = locked.get();
            // another request of the same device may have been first
            if (!isOld(known, rules, now)) {
                return new Answer.Working(known.device(), null);
            }
            DeviceToken fresh = DeviceToken.fresh();
            devices.replaceToken(known.device().id(), token.hash(), fresh.hash(), now);
            return new Answer.Working(known.device(), fresh);
        });
    }

    /** The token before, some time after the new one was used. */
    private static boolean isOver(Known known, DeviceRules rules, Instant now) {
        return !known.current()
                && known.usedAt() != null
                && known.usedAt().plusSeconds(rules.graceSeconds()).isBefore(now);
    }

    /** To be replaced: grown old, or the new one never arrived at the device. */
    private static boolean isOld(Known known, DeviceRules rules, Instant now) {
        if (known.since() == null) {
            return true;
        }
        return known.current()
                ? known.since().plus(Duration.ofHours(rules.rotateHours())).isBefore(now)
                : known.usedAt() == null
                        && known.since().plusSeconds(rules.graceSeconds()).isBefore(now);
    }

    private static boolean isToBeNoted(Known known, DeviceRules rules, Instant now) {
        return known.seenAt() == null
                || known.seenAt().plusSeconds(rules.seenSeconds()).isBefore(now)
                || (known.current() && known.usedAt() == null);
    }
}
