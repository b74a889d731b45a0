package org.jiamenkou.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.rules.PairingCode;
import org.jiamenkou.access.store.TestStores;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.TestMessages;
import org.jspecify.annotations.NullMarked;

/** Devices on a test database, at any time, without Spring. */
@NullMarked
final class TestDevices {
    static final String STATION = "2J3K";
    static final PhoneSignIn.From HERE = new PhoneSignIn.From("10.0.0.1");

    final TestDatabase database;
    private final Ciphers ciphers;
    LocalDateTime now = TestDatabase.NOW;

    TestDevices(TestDatabase database) {
        this.database = database;
        this.ciphers = new Ciphers(Keyring.open(Path.of("target", "test-keys", UUID.randomUUID() + ".keys")));
        new TestAccess(database).roles().run((done, total) -> {});
        new DeviceData(database.scoped(), TestStores.devicePairings(database.sql())).run((done, total) -> {});
    }

    private Clock clock() {
        return TestAccess.clock(now);
    }

    /** One station, in the east. */
    private static final class OneStation implements DevicePlaces {
        @Override
        public List<DevicePlace> listMeant(String words, int most) {
            return STATION.equals(words) || "东边站".contains(words)
                    ? List.of(new DevicePlace(STATION, LocalText.of("东边站"), TestAreas.EAST))
                    : List.of();
        }

        @Override
        public Map<String, LocalText> names(Set<String> codes) {
            return codes.contains(STATION) ? Map.of(STATION, LocalText.of("东边站")) : Map.of();
        }
    }

    private static MeantDevicePlaces places() {
        return new MeantDevicePlaces(new TestAreas(), List.of(new OneStation()));
    }

    Devices devices() {
        return new Devices(
                database.scoped(),
                TestStores.devices(database.sql()),
                TestStores.devicePairings(database.sql()),
                clock());
    }

    DevicePairing pairing() {
        return new DevicePairing(
                database.scoped(),
                TestStores.devicePairings(database.sql()),
                TestStores.devices(database.sql()),
                places(),
                new WrongAttempts(TestStores.accounts(database.sql()), clock()),
                TestAudit.over(database.sql(), new Ids(clock()), clock()),
                database.changes(),
                ciphers,
                new Ids(clock()),
                clock());
    }

    DeviceUpkeep upkeep() {
        return new DeviceUpkeep(
                database.scoped(),
                TestStores.devices(database.sql()),
                TestStores.devicePairings(database.sql()),
                places(),
                TestStores.auditReads(database.sql()),
                TestAudit.over(database.sql(), new Ids(clock()), clock()),
                database.changes(),
                clock());
    }

    DeviceSheet sheet() {
        return new DeviceSheet(upkeep(), places(), TestMessages.all());
    }

    DeviceToken ask() {
        return ((DevicePairing.Asked.Shown) pairing().ask(HERE)).token();
    }

    static DevicePairing.Typed codeOf(DeviceToken token) {
        return new DevicePairing.Typed(PairingCode.of(token.value()));
    }

    static DeviceWanted wanted(DeviceKind kind, String name, String place) {
        return new DeviceWanted(
                new DeviceWanted.Kind(kind.name()), new DeviceWanted.Name(name), new DeviceWanted.Where(place));
    }

    /** A device and the token it keeps once it came back. */
    record Paired(Device device, DeviceToken token) {}

    Paired pair(Actor actor, DeviceKind kind, String name, String place) {
        DeviceToken shown = ask();
        DeviceOutcome outcome = pairing().pair(actor, codeOf(shown), wanted(kind, name, place));
        Device device = ((DeviceOutcome.Done) outcome).device();
        Devices.Answer.Working first = (Devices.Answer.Working) devices().find(shown);
        return new Paired(device, java.util.Objects.requireNonNull(first.fresh()));
    }
}
