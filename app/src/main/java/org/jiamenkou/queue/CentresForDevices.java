package org.jiamenkou.queue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.access.DevicePlaces;
import org.jiamenkou.network.Centres;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Component;

/** Service centres as places where devices stand; stations are offered by the network itself. */
@Component
class CentresForDevices implements DevicePlaces {
    private final QueuePlaces places;
    private final Centres centres;

    CentresForDevices(QueuePlaces places, Centres centres) {
        this.places = places;
        this.centres = centres;
    }

    @Override
    public List<DevicePlace> listMeant(String words, int most) {
        Optional<QueuePlace> byCode = centre(words);
        if (byCode.isPresent()) {
            return List.of(place(byCode.get()));
        }
        List<QueuePlaceId> alike = centres.listAll().stream()
                .filter(centre -> centre.name().zh().contains(words))
                .map(centre -> new QueuePlaceId(centre.subdistrict().value(), centre.id()))
                .limit(most)
                .toList();
        return places.list(alike).stream().map(CentresForDevices::place).toList();
    }

    private Optional<QueuePlace> centre(String code) {
        return places.findByCode(code).filter(place -> place.kind() == QueuePlace.Kind.CENTRE);
    }

    private static DevicePlace place(QueuePlace place) {
        return new DevicePlace(place.code(), place.name(), place.place());
    }

    @Override
    public Map<String, LocalText> names(Set<String> codes) {
        return places.listByCodes(codes).stream()
                .filter(place -> place.kind() == QueuePlace.Kind.CENTRE)
                .collect(Collectors.toMap(QueuePlace::code, QueuePlace::name));
    }
}
