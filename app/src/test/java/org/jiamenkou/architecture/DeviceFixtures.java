package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Actors;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DeviceKind;
import org.jiamenkou.access.DeviceOutcome;
import org.jiamenkou.access.DevicePairing;
import org.jiamenkou.access.DeviceWanted;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.DevicePairingStore;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;

/** Routes of devices: the page of a device itself, and their upkeep at the desk. */
final class DeviceFixtures {
    private static final SystemScope SCOPE = new SystemScope("access.fixtures");
    /** Who keeps devices; zhao in another subdistrict. */
    private static final Set<String> KEEPERS = Set.of("wang", "zhao", "sun", "zheng", "he");

    private static final Set<String> HERE = Set.of("wang", "sun", "zheng", "he");
    private static @Nullable UUID device;

    private DeviceFixtures() {}

    static synchronized List<Fixture> all(TestApp app) {
        if (device == null) {
            KEEPERS.forEach(login -> show(app, code(login)));
            device = paired(app).id();
        }
        String one = "/desk/devices/" + device;
        return List.of(
                open("/device", "/device"),
                openForm("/device"),
                staffPage("/desk/devices", "/desk/devices?q=fixture&all=1", KEEPERS),
                staffPage("/desk/devices/new", "/desk/devices/new", KEEPERS),
                staffPage("/desk/devices/{id}", one, HERE),
                write(
                        "/desk/devices",
                        "/desk/devices",
                        KEEPERS,
                        new Form(
                                "/desk/devices/new",
                                "select count(*) from access.devices",
                                "code",
                                code("{login}"),
                                "kind",
                                "KIOSK",
                                "name",
                                "fixture {login}",
                                "place",
                                "{place}")),
                write(
                        "/desk/devices/{id}",
                        one,
                        HERE,
                        new Form(
                                one,
                                "select count(*) from access.audit where action = 'device.changed'",
                                "kind",
                                "SCREEN",
                                "name",
                                "fixture of {login}",
                                "place",
                                "{place}")),
                // a device is revoked once: DevicesTest and the journey C04 do it as the right people
                new Fixture(
                        "POST /desk/devices/{id}/revoke",
                        one + "/revoke",
                        new Fixture.Audience.Everybody(),
                        "/sign-in",
                        List.of(),
                        ""));
    }

    private static String code(String login) {
        return "CODE-" + login;
    }

    /** A device that shows a code of our own making. */
    private static void show(TestApp app, String code) {
        Ciphers ciphers = app.bean(Ciphers.class);
        Instant now = app.bean(Clock.class).instant();
        byte[] index =
                ciphers.blindIndex("access.device-code", code.replace("-", "").toUpperCase(Locale.ROOT));
        app.bean(Scoped.class)
                .transaction(
                        SCOPE,
                        () -> app.bean(DevicePairingStore.class)
                                .add(
                                        new DevicePairingStore.Pairing(
                                                app.bean(Ids.class).next(),
                                                Sm3.hash(("fixture " + code).getBytes(StandardCharsets.UTF_8)),
                                                now.plus(Duration.ofHours(2))),
                                        new DevicePairingStore.Indexes(
                                                index, ciphers.blindIndex("access.address", "fixture")),
                                        now));
    }

    private static Device paired(TestApp app) {
        show(app, "FIXTURE");
        UUID keeper = app.bean(Scoped.class)
                .read(
                        SCOPE,
                        () -> app.bean(AccountStore.class)
                                .findByLoginName("wang")
                                .orElseThrow()
                                .id());
        Actor wang = app.bean(Actors.class).findActor(keeper).orElseThrow();
        return ((DeviceOutcome.Done) app.bean(DevicePairing.class)
                        .pair(
                                wang,
                                new DevicePairing.Typed("FIXTURE"),
                                new DeviceWanted(
                                        new DeviceWanted.Kind(DeviceKind.SCREEN.name()),
                                        new DeviceWanted.Name("fixture"),
                                        new DeviceWanted.Where(Fixtures.COMMITTEE))))
                .device();
    }
}
