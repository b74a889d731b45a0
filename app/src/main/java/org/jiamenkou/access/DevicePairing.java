package org.jiamenkou.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.DeviceWanted.Read;
import org.jiamenkou.access.rules.PairingCode;
import org.jiamenkou.access.store.DevicePairingStore;
import org.jiamenkou.access.store.DevicePairingStore.Indexes;
import org.jiamenkou.access.store.DevicePairingStore.Pairing;
import org.jiamenkou.access.store.DeviceStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.stereotype.Service;

/**
 * Pairs a device: it shows a short code that holds for some minutes and counts once; somebody who keeps devices types the code
 * and says what the device is and where it stands. Wrong codes are counted by who types them and lock them out for a while, as
 * wrong passwords do.
 */
@Service
public class DevicePairing {
    private static final String CODE = "access.device-code";
    private static final String ADDRESS = "access.address";
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int CODE_LENGTH = 6;

    private final Scoped scoped;
    private final DevicePairingStore pairings;
    private final DeviceStore devices;
    private final MeantDevicePlaces places;
    private final WrongAttempts attempts;
    private final Audit audit;
    private final Changes changes;
    private final Ciphers ciphers;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DevicePairing(
            Scoped scoped,
            DevicePairingStore pairings,
            DeviceStore devices,
            MeantDevicePlaces places,
            WrongAttempts attempts,
            Audit audit,
            Changes changes,
            Ciphers ciphers,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.pairings = pairings;
        this.devices = devices;
        this.places = places;
        this.attempts = attempts;
        this.audit = audit;
        this.changes = changes;
        this.ciphers = ciphers;
        this.ids = ids;
        this.clock = clock;
    }

    /** What came of asking for a code. */
    public sealed interface Asked {
        record Shown(DeviceToken token) implements Asked {}

        /** Too many codes were asked for from this network address within an hour. */
        record TooMany() implements Asked {}
    }

    /** A browser asks to be paired. @param from the network address asked from, kept as a blind index only */
    public Asked ask(PhoneSignIn.From from) {
        return scoped.transaction(Devices.SCOPE, () -> {
            Instant now = clock.instant();
            DeviceRules rules = pairings.rules(LocalDate.now(clock));
            pairings.deleteBefore(now.minus(KEPT));
            pairings.lockAddress(from.address());
            int asked =
                    pairings.countFrom(ciphers.blindIndexes(ADDRESS, from.address()), now.minus(Duration.ofHours(1)));
            if (asked >= rules.mostCodesPerAddressHour()) {
                return new Asked.TooMany();
            }
            DeviceToken token = unlikeOthers(now);
            pairings.add(
                    new Pairing(ids.next(), token.hash(), now.plus(Duration.ofMinutes(rules.codeMinutes()))),
                    new Indexes(
                            ciphers.blindIndex(CODE, PairingCode.of(token.value())),
                            ciphers.blindIndex(ADDRESS, from.address())),
                    now);
            return new Asked.Shown(token);
        });
    }

    /** No two devices show the same code at once. */
    private DeviceToken unlikeOthers(Instant now) {
        DeviceToken token = DeviceToken.fresh();
        while (!pairings.listOpen(ciphers.blindIndexes(CODE, PairingCode.of(token.value())), now)
                .isEmpty()) {
            token = DeviceToken.fresh();
        }
        return token;
    }

    /** @param code as shown, in two groups */
    public record Waiting(String code, int minutesLeft) {}

    /** Empty when nothing waits that was asked for in this browser, or its time is over. */
    public Optional<Waiting> waiting(DeviceToken token) {
        if (!token.isPlausible()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return scoped.read(Devices.SCOPE, () -> pairings.findOpen(token.hash(), now))
                .map(one -> new Waiting(
                        PairingCode.spaced(PairingCode.of(token.value())),
                        (int) Duration.between(now, one.holdsUntil()).toMinutes() + 1));
    }

    /** A code as typed by who pairs. */
    public record Typed(String code) {}

    /**
     * Pairs the device that shows this code.
     *
     * @throws AccessRefusedException for whoever keeps devices nowhere
     */
    public DeviceOutcome pair(Actor actor, Typed typed, DeviceWanted wanted) {
        if (!actor.holds(Right.MANAGE_DEVICES)) {
            throw new AccessRefusedException(actor.accountId() + " keeps no devices");
        }
        // What can be mended without the device comes first: a code is only looked up when all the rest is good.
        return switch (places.read(actor, wanted)) {
            case Read.Bad(DeviceRefusal refusal) -> new DeviceOutcome.Refused(refusal);
            case Read.Good good ->
                switch (looked(actor, typed)) {
                    case Looked.Wrong(DeviceRefusal refusal) -> {
                        scoped.transaction(
                                actor,
                                () -> audit.record(new Audit.Entry(
                                        "device.wrong-code",
                                        "account",
                                        actor.accountId().toString(),
                                        null,
                                        Set.of("code"))));
                        yield new DeviceOutcome.Refused(refusal);
                    }
                    case Looked.Right(UUID pairing) -> made(actor, pairing, good);
                };
        };
    }

    private sealed interface Looked {
        record Right(UUID pairing) implements Looked {}

        record Wrong(DeviceRefusal refusal) implements Looked {}
    }

    /** Attempts are nobody's to see: they are counted by the system, before the device is made in the actor's own name. */
    private Looked looked(Actor actor, Typed typed) {
        String who = "devices of " + actor.accountId();
        return scoped.transaction(Devices.SCOPE, () -> {
            Optional<LocalDateTime> locked = attempts.lockedUntil(who);
            if (locked.isPresent()) {
                return new Looked.Wrong(new DeviceRefusal.Locked(locked.get().toLocalTime()));
            }
            String code = PairingCode.typed(typed.code());
            List<Pairing> open =
                    code.isEmpty() ? List.of() : pairings.listOpen(ciphers.blindIndexes(CODE, code), clock.instant());
            if (open.size() == 1) {
                attempts.clear(who);
                return new Looked.Right(open.getFirst().id());
            }
            Optional<LocalDateTime> until = code.isEmpty() ? Optional.empty() : attempts.count(who);
            return new Looked.Wrong(until.<DeviceRefusal>map(at -> new DeviceRefusal.Locked(at.toLocalTime()))
                    .orElseGet(DeviceRefusal.UnknownCode::new));
        });
    }

    private DeviceOutcome made(Actor actor, UUID pairingId, Read.Good good) {
        return scoped.transaction(
                actor.exercising(Right.MANAGE_DEVICES, good.where().place()), () -> {
                    Instant now = clock.instant();
                    Optional<Pairing> pairing = pairings.lockOpen(pairingId, now);
                    if (pairing.isEmpty()) {
                        return new DeviceOutcome.Refused(new DeviceRefusal.UnknownCode());
                    }
                    Device device = added(actor, pairing.get(), good, now);
                    pairings.finish(pairingId);
                    audit.record(new Audit.Entry(
                            "device.paired",
                            "device",
                            device.id().toString(),
                            device.place(),
                            Set.of("kind", "name", "place")));
                    changes.publish(
                            new Change("access", "DevicePaired", device.id().toString(), device.subdistrictId()));
                    return new DeviceOutcome.Done(device);
                });
    }

    private Device added(Actor actor, Pairing pairing, Read.Good good, Instant now) {
        String station = good.where().code();
        while (true) {
            Device device = new Device(
                    ids.next(),
                    good.kind(),
                    PublicCode.random("", CODE_LENGTH, random).value(),
                    good.name(),
                    good.where().place(),
                    station.isEmpty() ? null : station);
            if (devices.add(new DeviceStore.Made(device, pairing.tokenHash(), actor.actorKey()), now)) {
                return device;
            }
        }
    }
}
