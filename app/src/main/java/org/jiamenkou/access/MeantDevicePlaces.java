package org.jiamenkou.access;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.access.DevicePlaces.DevicePlace;
import org.jiamenkou.access.DeviceWanted.Read;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Finds the place that somebody means who pairs or moves a device: a station, a centre or a division. */
@Component
class MeantDevicePlaces {
    private static final int MOST_NAMED = 5;
    private static final int MOST_LOOKED_AT = 200;
    private static final int LONGEST_WORDS = 60;

    private final AreaTree areas;
    private final List<DevicePlaces> places;

    MeantDevicePlaces(AreaTree areas, List<DevicePlaces> places) {
        this.areas = areas;
        this.places = List.copyOf(places);
    }

    Read read(Actor actor, DeviceWanted wanted) {
        Optional<DeviceKind> kind = wanted.kind().find();
        if (kind.isEmpty()) {
            return new Read.Bad(new DeviceRefusal.NoKind());
        }
        Optional<String> name = wanted.name().find();
        if (name.isEmpty()) {
            return new Read.Bad(new DeviceRefusal.NoName());
        }
        String words = wanted.place().words().strip();
        List<DevicePlace> meant =
                words.isEmpty() || words.length() > LONGEST_WORDS ? List.of() : narrowed(words, all(words));
        if (meant.isEmpty()) {
            return new Read.Bad(new DeviceRefusal.UnknownPlace());
        }
        List<DevicePlace> reached = meant.stream()
                .filter(one -> actor.may(Right.MANAGE_DEVICES, one.place()))
                .toList();
        if (reached.isEmpty()) {
            return new Read.Bad(new DeviceRefusal.OutsideYourArea());
        }
        if (reached.size() > 1) {
            return new Read.Bad(new DeviceRefusal.SeveralPlaces(reached.stream()
                    .limit(MOST_NAMED)
                    .map(one -> (one.code().isEmpty() ? "" : one.code() + " ")
                            + one.name().zh())
                    .collect(Collectors.joining("; "))));
        }
        DevicePlace one = reached.getFirst();
        return one.place().subdistrictId() == null
                ? new Read.Bad(new DeviceRefusal.TooWide())
                : new Read.Good(kind.get(), name.get(), one);
    }

    private List<DevicePlace> all(String words) {
        List<DevicePlace> all = new ArrayList<>();
        places.forEach(one -> all.addAll(one.listMeant(words, MOST_LOOKED_AT)));
        areas.listMeant(words, MOST_LOOKED_AT).forEach(area -> all.add(new DevicePlace("", area.name(), area.place())));
        return all;
    }

    /** What bears exactly the code or name that was typed goes before what contains it. */
    private static List<DevicePlace> narrowed(String words, List<DevicePlace> all) {
        if (words.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return all;
        }
        List<DevicePlace> exact = all.stream()
                .filter(one -> one.code().equalsIgnoreCase(words)
                        || one.name().zh().equals(words)
                        || (one.code().isEmpty() && one.name().zh().endsWith(" " + words)))
                .toList();
        return exact.isEmpty() ? all : exact;
    }

    /** Names of stations and centres by code. */
    Map<String, LocalText> names(Set<String> codes) {
        Map<String, LocalText> names = new HashMap<>();
        if (!codes.isEmpty()) {
            places.forEach(one -> names.putAll(one.names(codes)));
        }
        return names;
    }

    /** Where a device stands, in words; the code of a place that is gone stays. */
    LocalText nameOf(Device device, Map<String, LocalText> names) {
        LocalText area = areas.findArea(device.areaId())
                .map(AreaTree.Area::name)
                .orElseGet(() -> LocalText.of(device.areaId().toString()));
        return device.stationCode() == null
                ? area
                : names.getOrDefault(device.stationCode(), LocalText.of(device.stationCode()));
    }

    /** Twelve digits, empty when no division has it any more. */
    String areaCode(Device device) {
        return areas.findArea(device.areaId()).map(AreaTree.Area::code).orElse("");
    }
}
