package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.directory.Search;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.directory.search.EntryKind;
import org.jiamenkou.directory.search.SearchFilter;
import org.jiamenkou.network.Advisers;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Find my adviser (M-125): by what it is about and where one lives. */
@RestController
class AdviserPages {
    private static final int MOST_PLACES = 20;

    private final Advisers advisers;
    private final Divisions divisions;
    private final Stations stations;
    private final StationCards cards;
    private final Search search;
    private final ChosenStation chosen;
    private final Words words;
    private final Pages pages;
    private final PublicPageCache cache;

    AdviserPages(
            Advisers advisers,
            Divisions divisions,
            Stations stations,
            StationCards cards,
            Search search,
            ChosenStation chosen,
            Words words,
            Pages pages,
            PublicPageCache cache) {
        this.advisers = advisers;
        this.divisions = divisions;
        this.stations = stations;
        this.cards = cards;
        this.search = search;
        this.chosen = chosen;
        this.words = words;
        this.pages = pages;
        this.cache = cache;
    }

    /**
     * @param at parameter {@code station}: a station's or a division's code
     * @param q the name of a place, when no code is known
     */
    @GetMapping("/advisers")
    ResponseEntity<byte[]> advisers(
            Page page,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(name = "station", defaultValue = "") String at,
            @RequestParam(defaultValue = "") String q) {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("roles", words.codes("adviser-role"));
        model.put("role", role);
        model.put("query", q);
        Optional<Division> place = at.isBlank() ? Optional.empty() : place(at);
        if (!at.isBlank()) {
            cache.mayKeep(request, StationPages.MODULES, cards.endOfDay());
            if (place.isEmpty()) {
                return pages.notFound(page, "directory.area.unknown", at);
            }
        } else if (q.isBlank()) {
            place = chosen.of(request).flatMap(station -> divisions.find(station.area()));
        }
        if (!q.isBlank() && at.isBlank()) {
            model.put("places", search.find(q, SearchFilter.of(EntryKind.STATION), MOST_PLACES));
        }
        place.ifPresent(one -> {
            model.put("place", one);
            model.put("found", role.isBlank() ? List.of() : advisers.near(one, role));
        });
        return pages.ok("directory/advisers", page, model);
    }

    private Optional<Division> place(String code) {
        Optional<Station> station = stations.findByCode(code);
        return station.isPresent() ? divisions.find(station.get().area()) : divisions.find(code);
    }
}
