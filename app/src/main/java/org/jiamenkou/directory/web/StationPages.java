package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.Search;
import org.jiamenkou.directory.StationCard;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.directory.search.EntryKind;
import org.jiamenkou.directory.search.SearchFilter;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionAnswer;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Nearby;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finding a station, and a station's own page. */
@RestController
class StationPages {
    static final Set<String> MODULES = Set.of("network", "catalogue", "calendar", "elements", "duty");
    private static final int MOST_FOUND = 60;
    private static final int NEIGHBOURS = 3;

    private final Stations stations;
    private final Divisions divisions;
    private final StationCards cards;
    private final Items items;
    private final Search search;
    private final StationMap map;
    private final Words words;
    private final Pages pages;
    private final PublicPageCache cache;
    private final List<PageBlock<Station>> blocks;

    StationPages(
            Stations stations,
            Divisions divisions,
            StationCards cards,
            Items items,
            Search search,
            StationMap map,
            Words words,
            Pages pages,
            PublicPageCache cache,
            ObjectProvider<PageBlock<Station>> blocks) {
        this.stations = stations;
        this.divisions = divisions;
        this.cards = cards;
        this.items = items;
        this.search = search;
        this.map = map;
        this.words = words;
        this.pages = pages;
        this.cache = cache;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(PageBlock::order))
                .toList();
    }

    @GetMapping("/stations")
    ResponseEntity<byte[]> list(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String district,
            @RequestParam(defaultValue = "") String subdistrict) {
        cache.mayKeep(request, MODULES, subdistrict.isBlank() ? cards.endOfDay() : cards.soon());
        if (!q.isBlank()) {
            return found(page, q);
        }
        if (!subdistrict.isBlank()) {
            return inArea(page, subdistrict, DivisionKind.SUBDISTRICT);
        }
        if (!district.isBlank()) {
            return inArea(page, district, DivisionKind.DISTRICT);
        }
        Map<String, Object> model = model();
        model.put("areas", divisions.listDistricts());
        model.put("counts", counts(true));
        model.put("map", map.ofCity());
        return pages.ok("directory/stations", page, model);
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        return model;
    }

    private ResponseEntity<byte[]> found(Page page, String q) {
        Map<String, Object> model = model();
        model.put("query", q);
        model.put("results", search.find(q, SearchFilter.of(EntryKind.STATION), MOST_FOUND));
        return pages.ok("directory/stationsFound", page, model);
    }

    private ResponseEntity<byte[]> inArea(Page page, String code, DivisionKind kind) {
        Optional<Division> area = divisions.find(code).filter(one -> one.kind() == kind);
        if (area.isEmpty()) {
            return pages.notFound(page, "directory.area.unknown", code);
        }
        Map<String, Object> model = model();
        model.put("path", divisions.path(area.get().id()));
        if (kind == DivisionKind.DISTRICT) {
            model.put("areas", divisions.children(area.get().id()));
            model.put("counts", counts(false));
            model.put("map", map.ofDistrict(area.get()));
            return pages.ok("directory/stations", page, model);
        }
        List<Station> there = stations.listBySubdistrict(area.get().id());
        model.put("stations", there);
        model.put("states", cards.states(there));
        map.ofStations(there).ifPresent(drawing -> model.put("map", drawing));
        return pages.ok("directory/stationsInSubdistrict", page, model);
    }

    /** Stations, points not counted, by district or by subdistrict; in memory. */
    private Map<java.util.UUID, Integer> counts(boolean byDistrict) {
        Map<java.util.UUID, Integer> counts = new HashMap<>();
        for (Station station : stations.listAll()) {
            if (station.parent() == null) {
                counts.merge(station.id().subdistrictId(), 1, Integer::sum);
            }
        }
        if (byDistrict) {
            Map<java.util.UUID, Integer> above = new HashMap<>();
            for (Division one : divisions.list(DivisionKind.SUBDISTRICT)) {
                if (one.parent() != null) {
                    above.merge(
                            one.parent().value(), counts.getOrDefault(one.id().value(), 0), Integer::sum);
                }
            }
            return above;
        }
        return counts;
    }

    @GetMapping("/stations/{code}")
    ResponseEntity<byte[]> station(Page page, HttpServletRequest request, @PathVariable String code) {
        cache.mayKeep(request, MODULES, cards.soon());
        Optional<Station> station = stations.findByCode(code);
        if (station.isPresent()) {
            return show(page, request, station.get());
        }
        if (!code.matches("\\d{6,12}")) {
            return pages.notFound(page, "directory.station.unknown", code);
        }
        return switch (divisions.resolve(code)) {
            case DivisionAnswer.Current(Division division) -> current(page, division);
            case DivisionAnswer.Retired retired -> retired(page, retired);
            case DivisionAnswer.Unknown unknown -> pages.notFound(page, unknown.messageKey(), unknown.args());
            case DivisionAnswer.Malformed malformed -> pages.notFound(page, malformed.messageKey(), malformed.args());
        };
    }

    private ResponseEntity<byte[]> current(Page page, Division division) {
        if (division.kind() != DivisionKind.COMMITTEE) {
            return Pages.seeOther("/areas/" + division.code());
        }
        return stations.of(division)
                .map(station -> Pages.seeOther("/stations/" + station.code()))
                .orElseGet(() -> pages.notFound(page, "directory.station.virtual", page.text(division.name())));
    }

    private ResponseEntity<byte[]> retired(Page page, DivisionAnswer.Retired retired) {
        Map<String, Object> model = model();
        model.put("division", retired.division());
        model.put("successors", retired.successors());
        return pages.status(HttpStatus.NOT_FOUND, "directory/retired", page, model);
    }

    private ResponseEntity<byte[]> show(Page page, HttpServletRequest request, Station station) {
        StationCard card = cards.of(station);
        cache.mayKeep(request, MODULES, card.until());
        Map<String, Object> model = model();
        model.put("card", card);
        model.put("details", stations.details(station));
        model.put("classes", words.codes("service-class"));
        model.put("byClass", byClass(card));
        model.put(
                "itemNames", items.listAll().stream().collect(Collectors.toMap(ServiceItem::slug, ServiceItem::name)));
        model.put("neighbours", neighbours(station));
        model.put(
                "blocks",
                blocks.stream()
                        .flatMap(block -> block.render(station, page).stream())
                        .toList());
        return pages.ok("directory/station", page, model);
    }

    private static Map<String, List<Offering>> byClass(StationCard card) {
        return card.offerings().stream()
                .collect(Collectors.groupingBy(Offering::serviceClass, TreeMap::new, Collectors.toList()));
    }

    private List<Nearby> neighbours(Station station) {
        return station.point() == null
                ? List.of()
                : stations.nearest(station.point(), NEIGHBOURS + 8).stream()
                        .filter(one -> !one.station().id().equals(station.id())
                                && one.station().parent() == null)
                        .limit(NEIGHBOURS)
                        .toList();
    }
}
