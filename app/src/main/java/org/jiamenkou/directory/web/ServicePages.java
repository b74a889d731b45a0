package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.catalogue.DecidedBy;
import org.jiamenkou.catalogue.ItemShown;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.Routing;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.Search;
import org.jiamenkou.directory.StationCard;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.directory.search.EntryKind;
import org.jiamenkou.directory.search.SearchFilter;
import org.jiamenkou.directory.search.SearchResults;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be done, and the guide of each item. */
@RestController
class ServicePages {
    private static final Set<String> MODULES = Set.of("catalogue", "elements", "network", "calendar");
    private static final int MOST_FOUND = 100;
    private static final int NEARBY = 3;

    private final Items items;
    private final Offerings offerings;
    private final Routing routing;
    private final Stations stations;
    private final StationCards cards;
    private final Search search;
    private final Words words;
    private final Pages pages;
    private final PublicPageCache cache;
    private final List<PageBlock<ItemShown>> blocks;

    ServicePages(
            Items items,
            Offerings offerings,
            Routing routing,
            Stations stations,
            StationCards cards,
            Search search,
            Words words,
            Pages pages,
            PublicPageCache cache,
            ObjectProvider<PageBlock<ItemShown>> blocks) {
        this.items = items;
        this.offerings = offerings;
        this.routing = routing;
        this.stations = stations;
        this.cards = cards;
        this.search = search;
        this.words = words;
        this.pages = pages;
        this.cache = cache;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(PageBlock::order))
                .toList();
    }

    @ModelAttribute
    Narrowing narrowing(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(name = "class", defaultValue = "") String classCode,
            @RequestParam(defaultValue = "") String scene,
            @RequestParam(name = "citywide", defaultValue = "") String cityWide,
            @RequestParam(defaultValue = "") String online) {
        return new Narrowing(q, classCode, scene, !cityWide.isEmpty(), !online.isEmpty());
    }

    @GetMapping("/services")
    ResponseEntity<byte[]> list(
            Page page, HttpServletRequest request, @ModelAttribute(binding = false) Narrowing narrowing) {
        cache.mayKeep(request, MODULES, cards.endOfDay());
        List<ServiceItem> shown = new ArrayList<>();
        Map<String, Object> model = new HashMap<>();
        if (narrowing.q().isBlank()) {
            items.listAll().stream().filter(narrowing::takes).forEach(shown::add);
        } else {
            SearchResults results = search.find(narrowing.q(), SearchFilter.of(EntryKind.ITEM), MOST_FOUND);
            results.hits().stream()
                    .flatMap(hit -> items.findBySlug(hit.entry().key().substring("/services/".length())).stream())
                    .filter(narrowing::takes)
                    .forEach(shown::add);
            model.put("results", results);
        }
        model.put("words", words);
        model.put("narrowing", narrowing);
        model.put("items", shown);
        model.put("classes", words.codes("service-class"));
        model.put("scenes", words.codes("scene"));
        model.put("counts", offerings.countsByClass());
        return pages.ok("directory/services", page, model);
    }

    @GetMapping("/services/{slug}")
    ResponseEntity<byte[]> item(
            Page page,
            HttpServletRequest request,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String station) {
        cache.mayKeep(request, MODULES, cards.endOfDay());
        Optional<ServiceItem> item = items.findBySlug(slug);
        if (item.isEmpty()) {
            return pages.notFound(page, "directory.item.unknown", slug);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("item", item.get());
        model.put("stationCount", offerings.countStationsOffering(item.get()));
        Optional<Station> at = station == null ? Optional.empty() : stations.findByCode(station);
        model.put("badStation", station != null && at.isEmpty());
        at.ifPresent(one -> local(request, model, item.get(), one));
        ItemShown shown = new ItemShown(item.get(), at.orElse(null));
        model.put(
                "blocks",
                blocks.stream()
                        .flatMap(block -> block.render(shown, page).stream())
                        .toList());
        return pages.ok("directory/item", page, model);
    }

    private void local(HttpServletRequest request, Map<String, Object> model, ServiceItem item, Station station) {
        StationCard card = cards.of(station);
        cache.mayKeep(request, MODULES, card.until());
        model.put("card", card);
        card.offerings().stream()
                .filter(one -> one.slug().equals(item.slug()))
                .findFirst()
                .ifPresent(one -> model.put("offering", one));
        if (station.point() != null) {
            model.put("near", offerings.stationsOffering(item, station.point(), NEARBY + 1));
        }
        DecidedBy decidedBy = routing.centreFor(item, card.path().getLast());
        model.put("decidedBy", decidedBy);
    }
}
