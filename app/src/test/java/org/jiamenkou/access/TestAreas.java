package org.jiamenkou.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.text.LocalText;

/** A city of two subdistricts. */
final class TestAreas implements AreaTree {
    static final Place CITY = new Place(UUID.fromString("00000000-0000-7000-8000-0000000000c1"), null);
    static final Place EAST = subdistrict("00000000-0000-7000-8000-0000000000e1");
    static final Place WEST = subdistrict("00000000-0000-7000-8000-0000000000b1");
    static final Areas ONLY_EAST = Areas.within(Set.of(EAST.areaId()));

    private static final List<Area> ALL =
            List.of(area("310000000000", CITY), area("310115014000", EAST), area("310115008000", WEST));

    private static Place subdistrict(String id) {
        return new Place(UUID.fromString(id), UUID.fromString(id));
    }

    private static Area area(String code, Place place) {
        return new Area(place.areaId(), code, LocalText.of("区划" + code), place);
    }

    @Override
    public Set<UUID> reach(UUID areaId) {
        return Set.of(areaId);
    }

    @Override
    public boolean isCity(UUID areaId) {
        return areaId.equals(CITY.areaId());
    }

    @Override
    public Optional<Place> findByCode(String divisionCode) {
        return listMeant(divisionCode, 1).stream().map(Area::place).findFirst();
    }

    @Override
    public Optional<Area> findArea(UUID areaId) {
        return ALL.stream().filter(area -> area.id().equals(areaId)).findFirst();
    }

    @Override
    public List<Area> listMeant(String words, int most) {
        return stream(words).limit(most).toList();
    }

    private static Stream<Area> stream(String words) {
        return ALL.stream()
                .filter(area -> area.code().equals(words) || area.name().zh().contains(words));
    }
}
