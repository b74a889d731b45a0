package org.jiamenkou.network;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.access.DevicePlaces;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Stations as places where devices stand. */
@Component
class StationsForDevices implements DevicePlaces {
    private final Stations stations;

    StationsForDevices(Stations stations) {
        this.stations = stations;
    }

    @Override
    public List<DevicePlace> listMeant(String words, int most) {
        List<DevicePlace> byCode = stations.findByCode(words).stream()
                .map(StationsForDevices::place)
                .toList();
        if (!byCode.isEmpty()) {
            return byCode;
        }
        List<Station> alike = stations.listAll().stream()
                .filter(station -> station.name().zh().contains(words))
                .toList();
        List<Station> exact = alike.stream()
                .filter(station -> station.name().zh().equals(words))
                .toList();
        return (exact.isEmpty() ? alike : exact)
                .stream().limit(most).map(StationsForDevices::place).toList();
    }

    private static DevicePlace place(Station station) {
        return new DevicePlace(station.code(), station.name(), station.place());
    }

    @Override
    public Map<String, LocalText> names(Set<String> codes) {
        return stations.listAll().stream()
                .filter(station -> codes.contains(station.code()))
                .collect(Collectors.toMap(Station::code, Station::name));
    }
}
