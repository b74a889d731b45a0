package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.catalogue.PositiveList;
import org.jiamenkou.catalogue.PositiveLists;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The lists people may hold their committee and the offices to: certificates nobody may ask for, what is stamped, what
 * committees assist with (M-151, M-152; 上海市居民委员会工作条例 sections 27 and 28).
 */
@RestController
class ListPages {
    /** In the order in which residents need them. */
    private static final List<String> LISTS = List.of("certificate-ban", "seal", "assistance");

    private final PositiveLists lists;
    private final Divisions divisions;
    private final Pages pages;
    private final PublicPageCache cache;

    ListPages(PositiveLists lists, Divisions divisions, Pages pages, PublicPageCache cache) {
        this.lists = lists;
        this.divisions = divisions;
        this.pages = pages;
        this.cache = cache;
    }

    @GetMapping("/lists")
    ResponseEntity<byte[]> show(@RequestParam(defaultValue = "") String area, Page page, HttpServletRequest request) {
        cache.mayKeep(
                request,
                Set.of("network", "catalogue"),
                page.now().toLocalDate().plusDays(1).atStartOfDay());
        Division at = divisions
                .find(area)
                .filter(division -> division.kind() == DivisionKind.DISTRICT)
                .orElseGet(divisions::city);
        List<PositiveList> current = new ArrayList<>();
        for (String list : LISTS) {
            lists.current(list, at).ifPresent(current::add);
        }
        Map<String, Object> model = new HashMap<>();
        model.put("at", at);
        model.put("districts", divisions.listDistricts());
        model.put("lists", current);
        return pages.ok("directory/lists", page, model);
    }
}
