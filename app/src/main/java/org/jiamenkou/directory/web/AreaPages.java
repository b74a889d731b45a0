package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.network.Centre;
import org.jiamenkou.network.Centres;
import org.jiamenkou.network.DistrictProfiles;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionAnswer;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.StationCount;
import org.jiamenkou.network.StationReports;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.PublicPageCache;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A district or subdistrict: its brand, its counts with their sources, its centres. */
@RestController
class AreaPages {
    private final Divisions divisions;
    private final DistrictProfiles profiles;
    private final StationReports reports;
    private final Stations stations;
    private final Centres centres;
    private final StationCards cards;
    private final Words words;
    private final Pages pages;
    private final PublicPageCache cache;

    AreaPages(
            Divisions divisions,
            DistrictProfiles profiles,
            StationReports reports,
            Stations stations,
            Centres centres,
            StationCards cards,
            Words words,
            Pages pages,
            PublicPageCache cache) {
        this.divisions = divisions;
        this.profiles = profiles;
        this.reports = reports;
        this.stations = stations;
        this.centres = centres;
        this.cards = cards;
        this.words = words;
        this.pages = pages;
        this.cache = cache;
    }

    @GetMapping("/areas/{code}")
    ResponseEntity<byte[]> area(Page page, HttpServletRequest request, @PathVariable String code) {
        cache.mayKeep(request, StationPages.MODULES, cards.soon());
        return switch (divisions.resolve(code)) {
            case DivisionAnswer.Current(Division division) -> show(page, division);
            case DivisionAnswer.Retired retired ->
                pages.status(
                        HttpStatus.NOT_FOUND,
                        "directory/retired",
                        page,
                        Map.of("words", words, "division", retired.division(), "successors", retired.successors()));
            case DivisionAnswer.Unknown unknown -> pages.notFound(page, unknown.messageKey(), unknown.args());
            case DivisionAnswer.Malformed malformed -> pages.notFound(page, malformed.messageKey(), malformed.args());
        };
    }

    private ResponseEntity<byte[]> show(Page page, Division area) {
        if (area.kind() == DivisionKind.COMMITTEE) {
            return Pages.seeOther("/stations/" + area.code());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("area", area);
        model.put("path", divisions.path(area.id()));
        List<StationCount> declared = reports.listDeclared().stream()
                .filter(one -> one.area().equals(area.id()))
                .toList();
        model.put("declared", declared);
        if (area.kind() == DivisionKind.DISTRICT) {
            profiles.find(area.id()).ifPresent(profile -> model.put("profile", profile));
            model.put(
                    "computed",
                    reports.countByDistrict().stream()
                            .filter(one -> one.area().equals(area.id()))
                            .toList());
        } else if (area.kind() == DivisionKind.SUBDISTRICT) {
            model.put("stations", stations.listBySubdistrict(area.id()));
            Map<Centre, OpenState> open = new LinkedHashMap<>();
            for (Centre centre : centres.list(area.id())) {
                open.put(centre, cards.state(centre.schedule()));
            }
            model.put("centres", open);
        }
        model.put(
                "below",
                divisions.children(area.id()).stream()
                        .filter(one -> one.kind() == DivisionKind.DISTRICT || one.kind() == DivisionKind.SUBDISTRICT)
                        .collect(Collectors.toList()));
        return pages.ok("directory/area", page, model);
    }
}
