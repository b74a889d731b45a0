package org.jiamenkou.queue.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.queue.HallFigures;
import org.jiamenkou.queue.QueuePlaceId;
import org.jiamenkou.queue.QueuePlaces;
import org.jiamenkou.queue.Waits;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The halls of an area today, for those who lead it: who waits, how long, and how true the told wait was. */
@RestController
class HallPages {
    private final Divisions divisions;
    private final QueuePlaces places;
    private final Waits waits;
    private final Pages pages;

    HallPages(Divisions divisions, QueuePlaces places, Waits waits, Pages pages) {
        this.divisions = divisions;
        this.places = places;
        this.waits = waits;
        this.pages = pages;
    }

    /** @param area code of a subdistrict, a district or the city */
    @GetMapping("/gov/{area}/halls")
    ResponseEntity<byte[]> halls(Page page, Actor actor, @PathVariable String area) {
        Optional<Division> division =
                divisions.find(area).filter(one -> actor.readAreas().reaches(one.place()));
        if (division.isEmpty()) {
            return pages.notFound(page, "queue.unknownArea");
        }
        Map<QueuePlaceId, HallFigures> figures = waits.today(actor, subdistricts(division.get()));
        List<HallLine> halls = places.list(figures.keySet()).stream()
                .map(place -> new HallLine(place, Objects.requireNonNull(figures.get(place.id()))))
                .sorted(Comparator.comparing((HallLine line) -> -line.figures().waiting())
                        .thenComparing(line -> line.place().code()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("area", division.get());
        model.put("halls", halls);
        return pages.ok("queue/halls", page, model);
    }

    private List<UUID> subdistricts(Division division) {
        return switch (division.kind()) {
            case CITY ->
                divisions.list(DivisionKind.SUBDISTRICT).stream()
                        .map(one -> one.id().value())
                        .toList();
            case DISTRICT ->
                divisions.children(division.id()).stream()
                        .map(one -> one.id().value())
                        .toList();
            case SUBDISTRICT -> List.of(division.id().value());
            case COMMITTEE, ESTATE, BLOCK, BUILDING_GROUP -> {
                UUID above = division.subdistrictId();
                yield above == null ? List.of() : List.of(above);
            }
        };
    }
}
