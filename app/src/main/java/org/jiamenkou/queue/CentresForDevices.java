package org.jiamenkou.queue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        return centres.listAll().stream()
                .filter(centre -> centre.name().zh().contains(words))
                .flatMap(centre ->
                        places.find(new QueuePlaceId(centre.subdistrict().value(), centre.id())).stream())
                .limit(most)
                .map(CentresForDevices::place)
                .toList();
    }

    private Optional<QueuePlace> centre(String code) {
        return places.findByCode(code).filter(place -> place.kind() == QueuePlace.Kind.CENTRE);
    }

    private static DevicePlace place(QueuePlace place) {
        return new DevicePlace(place.code(), place.name(), place.place());
    }

    @Override
    public Map<String, LocalText> names(Set<String> codes) {
        Map<String, LocalText> names = new HashMap<>();
        codes.forEach(code -> centre(code).ifPresent(place -> names.put(place.code(), place.name())));
        return names;
    }
}
