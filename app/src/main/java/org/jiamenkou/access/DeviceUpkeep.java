package org.jiamenkou.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.access.DeviceWanted.Read;
import org.jiamenkou.access.store.AuditReadStore;
import org.jiamenkou.access.store.DevicePairingStore;
import org.jiamenkou.access.store.DeviceStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.stereotype.Service;

/**
 * Devices for those who keep them: list, rename, move, revoke, history. What is revoked stops at its next request, at every
 * node, and stays revoked; pairing it again makes a new device.
 */
@Service
public class DeviceUpkeep {
    public static final int PAGE = 50;
    private static final int MOST_HISTORY = 50;

    private final Scoped scoped;
    private final DeviceStore devices;
    private final DevicePairingStore pairings;
    private final MeantDevicePlaces places;
    private final AuditReadStore trail;
    private final Audit audit;
    private final Changes changes;
    private final Clock clock;

    DeviceUpkeep(
            Scoped scoped,
            DeviceStore devices,
            DevicePairingStore pairings,
            MeantDevicePlaces places,
            AuditReadStore trail,
            Audit audit,
            Changes changes,
            Clock clock) {
        this.scoped = scoped;
        this.devices = devices;
        this.pairings = pairings;
        this.places = places;
        this.trail = trail;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param where it stands, in words; @param areaCode twelve digits of its division; @param online whether it was seen of late */
    public record Line(PairedDevice paired, LocalText where, String areaCode, boolean online) {}

    /** @param number of this page, from 1; @param total devices that match */
    public record Listed(List<Line> lines, int number, int total) {
        public Listed {
            lines = List.copyOf(lines);
        }

        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** @param words part of a name, or a code of device or station; @param all revoked ones too */
    public record Question(String words, boolean all, int number) {}

    /** @throws AccessRefusedException for whoever keeps devices nowhere */
    public Listed list(Actor actor, Question question) {
        Areas reach = reach(actor);
        int number = Math.clamp(question.number(), 1, AccountReads.MOST_PAGES);
        DeviceStore.Search search =
                new DeviceStore.Search(reach, question.words().strip(), question.all(), (number - 1) * PAGE, PAGE);
        return scoped.read(actor, () -> new Listed(lines(devices.list(search)), number, devices.count(search)));
    }

    /** All within reach, for a sheet; inside the transaction of whoever asks. */
    List<Line> listAll(Actor actor, boolean revokedToo) {
        return lines(devices.list(new DeviceStore.Search(reach(actor), "", revokedToo, 0, Integer.MAX_VALUE)));
    }

    private List<Line> lines(List<PairedDevice> found) {
        int away = pairings.rules(LocalDate.now(clock)).awayMinutes();
        Instant now = clock.instant();
        Map<String, LocalText> names = places.names(found.stream()
                .map(one -> one.device().stationCode())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new Line(
                        one,
                        places.nameOf(one.device(), names),
                        places.areaCode(one.device()),
                        one.isOnline(now, away)))
                .toList();
    }

    /** Where a device stands, in words. */
    public LocalText whereOf(Device device) {
        return places.nameOf(
                device, places.names(device.stationCode() == null ? Set.of() : Set.of(device.stationCode())));
    }

    public record Details(Line line, List<HistoryLine> history) {
        public Details {
            history = List.copyOf(history);
        }
    }

    /** Empty for a device out of reach, like for one that does not exist. */
    public Optional<Details> find(Actor actor, UUID id) {
        reach(actor);
        return scoped.read(
                actor,
                () -> devices.find(id)
                        .filter(one ->
                                actor.may(Right.MANAGE_DEVICES, one.device().place()))
                        .map(one -> new Details(
                                lines(List.of(one)).getFirst(), trail.listHistory(id, "device", MOST_HISTORY))));
    }

    /** What a form says of a device. @param version of the device as it was when the form was opened */
    public record Form(DeviceWanted wanted, int version) {}

    public DeviceOutcome change(Actor actor, UUID id, Form form) {
        PairedDevice before = get(actor, id);
        return switch (places.read(actor, form.wanted())) {
            case Read.Bad(DeviceRefusal refusal) -> new DeviceOutcome.Refused(refusal);
            case Read.Good good -> {
                Device after = with(before.device(), good);
                yield scoped.transaction(
                        actor.exercising(Right.MANAGE_DEVICES, before.device().place()),
                        () -> write(new Edit(before, after), form.version()));
            }
        };
    }

    static Device with(Device before, Read.Good good) {
        String station = good.where().code();
        return new Device(
                before.id(),
                good.kind(),
                before.code(),
                good.name(),
                good.where().place(),
                station.isEmpty() ? null : station);
    }

    /** A device as it was and as it shall be. */
    record Edit(PairedDevice before, Device after) {}

    /** In the running transaction. */
    DeviceOutcome write(Edit edit, int version) {
        Device before = edit.before().device();
        Device after = edit.after();
        Optional<PairedDevice> now = devices.lock(before.id());
        if (now.isEmpty() || !now.get().active()) {
            return new DeviceOutcome.Refused(new DeviceRefusal.AlreadyRevoked());
        }
        if (now.get().version() != version) {
            return new DeviceOutcome.Refused(new DeviceRefusal.ChangedMeanwhile());
        }
        Set<String> fields = differences(before, after);
        if (fields.isEmpty()) {
            return new DeviceOutcome.Done(after);
        }
        devices.change(after, version);
        record("device.changed", after, fields);
        return new DeviceOutcome.Done(after);
    }

    static Set<String> differences(Device before, Device after) {
        Set<String> fields = new HashSet<>();
        if (before.kind() != after.kind()) {
            fields.add("kind");
        }
        if (!before.name().equals(after.name())) {
            fields.add("name");
        }
        if (!before.place().equals(after.place()) || !Objects.equals(before.stationCode(), after.stationCode())) {
            fields.add("place");
        }
        return fields;
    }

    /** Takes a device out of service at once. */
    public DeviceOutcome revoke(Actor actor, UUID id) {
        PairedDevice before = get(actor, id);
        return scoped.transaction(
                actor.exercising(Right.MANAGE_DEVICES, before.device().place()), () -> {
                    Optional<PairedDevice> now = devices.lock(id);
                    if (now.isEmpty() || !now.get().active()) {
                        return new DeviceOutcome.Refused(new DeviceRefusal.AlreadyRevoked());
                    }
                    devices.revoke(id, actor.actorKey(), clock.instant());
                    record("device.revoked", before.device(), Set.of("state"));
                    return new DeviceOutcome.Done(before.device());
                });
    }

    private void record(String action, Device device, Set<String> fields) {
        audit.record(new Audit.Entry(action, "device", device.id().toString(), device.place(), fields));
        changes.publish(new Change("access", "DeviceChanged", device.id().toString(), device.subdistrictId()));
    }

    /** @throws AccessRefusedException for a device out of reach, like for one that does not exist */
    private PairedDevice get(Actor actor, UUID id) {
        return scoped.read(actor, () -> devices.find(id))
                .filter(one -> actor.may(Right.MANAGE_DEVICES, one.device().place()))
                .orElseThrow(() -> new AccessRefusedException(actor.accountId() + " does not keep device " + id));
    }

    private static Areas reach(Actor actor) {
        Areas reach = actor.areasByRight().getOrDefault(Right.MANAGE_DEVICES, Areas.NOWHERE);
        if (reach.isNowhere()) {
            throw new AccessRefusedException(actor.accountId() + " keeps no devices");
        }
        return reach;
    }
}
