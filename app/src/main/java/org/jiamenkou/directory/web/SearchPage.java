package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.directory.Search;
import org.jiamenkou.directory.search.EntryKind;
import org.jiamenkou.directory.search.SearchFilter;
import org.jiamenkou.directory.search.SearchHit;
import org.jiamenkou.directory.search.SearchResults;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box for everything: services, stations, advisers and places, grouped. */
@RestController
class SearchPage {
    private static final int MOST_FOUND = 90;
    private static final int SHOWN_OF_A_KIND = 12;

    private final Search search;
    private final ChosenStation chosen;
    private final Pages pages;

    SearchPage(Search search, ChosenStation chosen, Pages pages) {
        this.search = search;
        this.chosen = chosen;
        this.pages = pages;
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String q) {
        SearchFilter filter = new SearchFilter(
                Set.of(), chosen.of(request).map(Station::point).orElse(null));
        SearchResults results = search.find(q, filter, MOST_FOUND);
        Map<EntryKind, List<SearchHit>> groups = new java.util.TreeMap<>(results.hits().stream()
                .collect(Collectors.groupingBy(
                        hit -> hit.entry().kind(), () -> new EnumMap<>(EntryKind.class), Collectors.toList())));
        groups.replaceAll((kind, hits) -> hits.subList(0, Math.min(SHOWN_OF_A_KIND, hits.size())));
        Map<String, Object> model = new HashMap<>();
        model.put("query", q);
        model.put("results", results);
        model.put("groups", groups);
        return pages.ok("directory/search", page, model);
    }
}
