package org.jiamenkou.catalogue.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.OfferingChange;
import org.jiamenkou.catalogue.OfferingRefusal;
import org.jiamenkou.catalogue.OfferingStep;
import org.jiamenkou.catalogue.OfferingUpkeep;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Idempotency;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk page on which a station keeps what it offers. */
@RestController
@WithForm
class OfferingPages {
    private final OfferingUpkeep upkeep;
    private final Offerings offerings;
    private final Items items;
    private final Stations stations;
    private final Pages pages;

    OfferingPages(OfferingUpkeep upkeep, Offerings offerings, Items items, Stations stations, Pages pages) {
        this.upkeep = upkeep;
        this.offerings = offerings;
        this.items = items;
        this.stations = stations;
        this.pages = pages;
    }

    /** What was typed, shown again when something is wrong. */
    private record Typed(String change, Set<Way> ways, String hoursNote, String reason, String key) {
        OfferingChange toChange() {
            return switch (change) {
                case "take-off" -> new OfferingChange.TakeOff(reason);
                case "put-back" -> new OfferingChange.PutBack(reason);
                default -> new OfferingChange.OtherWays(ways, hoursNote, reason);
            };
        }
    }

    @GetMapping("/desk/stations/{code}/offerings")
    ResponseEntity<byte[]> list(Page page, Actor actor, @PathVariable String code) {
        Optional<Station> station = stations.findByCode(code);
        if (station.isEmpty()) {
            return pages.notFound(page, "catalogue.offering.noStation", code);
        }
        OfferingUpkeep.View view = upkeep.view(actor, station.get());
        Map<String, LocalText> names = new HashMap<>();
        for (OfferingStep step : view.history()) {
            items.findBySlug(step.slug()).ifPresent(item -> names.put(step.slug(), item.name()));
        }
        return pages.ok(
                "catalogue/offerings",
                page,
                Map.of(
                        "station",
                        station.get(),
                        "offerings",
                        view.offerings(),
                        "history",
                        view.history(),
                        "names",
                        names));
    }

    @GetMapping("/desk/stations/{code}/offerings/{slug}")
    ResponseEntity<byte[]> form(Page page, Actor actor, @PathVariable String code, @PathVariable String slug) {
        Optional<Station> station = stations.findByCode(code);
        Optional<ServiceItem> item = items.findBySlug(slug);
        if (station.isEmpty() || item.isEmpty()) {
            return missing(page, station.isEmpty(), station.isEmpty() ? code : slug);
        }
        actor.exercising(Right.EDIT_OFFERINGS, station.get().place());
        Optional<Offering> now = offerings.find(station.get(), item.get().id());
        Set<Way> ways = EnumSet.noneOf(Way.class);
        now.ifPresent(offering -> offering.ways().forEach(offered -> ways.add(offered.way())));
        String note = now.map(Offering::hoursNote).map(page::text).orElse("");
        Typed typed = new Typed("other-ways", ways, note, "", Idempotency.freshKey());
        return show(page, HttpStatus.OK, station.get(), item.get(), typed, List.of());
    }

    @PostMapping("/desk/stations/{code}/offerings/{slug}")
    ResponseEntity<byte[]> change(
            Page page,
            Actor actor,
            @PathVariable String code,
            @PathVariable String slug,
            @RequestParam(defaultValue = "other-ways") String change,
            @RequestParam(defaultValue = "") List<String> ways,
            @RequestParam(defaultValue = "") String hoursNote,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String key) {
        Optional<Station> station = stations.findByCode(code);
        Optional<ServiceItem> item = items.findBySlug(slug);
        if (station.isEmpty() || item.isEmpty()) {
            return missing(page, station.isEmpty(), station.isEmpty() ? code : slug);
        }
        Typed typed = new Typed(change, ways(ways), hoursNote, reason, key.isBlank() ? Idempotency.freshKey() : key);
        List<OfferingRefusal> refusals = upkeep.change(actor, station.get(), item.get(), typed.toChange(), typed.key());
        return refusals.isEmpty()
                ? Pages.seeOther("/desk/stations/" + station.get().code() + "/offerings")
                : show(page, HttpStatus.UNPROCESSABLE_ENTITY, station.get(), item.get(), typed, refusals);
    }

    private static Set<Way> ways(List<String> codes) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        Arrays.stream(Way.values()).filter(way -> codes.contains(way.code())).forEach(ways::add);
        return ways;
    }

    private ResponseEntity<byte[]> missing(Page page, boolean noStation, String what) {
        return pages.notFound(page, noStation ? "catalogue.offering.noStation" : "catalogue.offering.noItem", what);
    }

    private ResponseEntity<byte[]> show(
            Page page,
            HttpStatus status,
            Station station,
            ServiceItem item,
            Typed typed,
            List<OfferingRefusal> refusals) {
        Map<String, Object> model = new HashMap<>();
        model.put("station", station);
        model.put("item", item);
        model.put("now", offerings.find(station, item.id()));
        model.put("change", typed.change());
        model.put("ways", typed.ways());
        model.put("hoursNote", typed.hoursNote());
        model.put("reason", typed.reason());
        model.put("key", typed.key());
        model.put("refusals", refusals);
        return pages.status(status, "catalogue/offering", page, model);
    }
}
