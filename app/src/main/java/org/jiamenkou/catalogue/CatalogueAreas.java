package org.jiamenkou.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.database.Place;
import org.springframework.stereotype.Component;

/** Areas for which the catalogue is kept: the city, its districts, their subdistricts. */
@Component
class CatalogueAreas {
    /** In documents, where the name of a district stands otherwise. */
    static final String CITY = "city";

    private final Divisions divisions;

    CatalogueAreas(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Those of these levels where the actor holds the right, the widest first. */
    List<Division> list(Actor actor, Right right, List<DivisionKind> levels) {
        List<Division> found = new ArrayList<>();
        levels.forEach(
                level -> found.addAll(level == DivisionKind.CITY ? List.of(divisions.city()) : divisions.list(level)));
        found.removeIf(area -> !actor.may(right, placeOf(area)));
        return found;
    }

    /** The nil UUID stands for the city, as in the rows. */
    static Place placeOf(Division area) {
        return area.kind() == DivisionKind.CITY ? new Place(OfferingStore.NIL, null) : area.place();
    }

    static String nameOf(Division area) {
        return area.kind() == DivisionKind.CITY ? CITY : area.name().zh();
    }
}
