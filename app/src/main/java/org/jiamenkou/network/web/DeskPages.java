package org.jiamenkou.network.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.KeptStation;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationDetails;
import org.jiamenkou.network.StationUpkeep;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.PageBlock;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jiamenkou.platform.web.WithForm;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk: my stations, and one of them. */
@RestController
@WithForm
class DeskPages {
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_WORDS = 100;

    private final DeskStations own;
    private final Stations stations;
    private final StationUpkeep upkeep;
    private final CodeNames codes;
    private final Pages pages;
    private final List<PageBlock<KeptStation>> blocks;

    DeskPages(
            DeskStations own,
            Stations stations,
            StationUpkeep upkeep,
            CodeNames codes,
            Pages pages,
            List<PageBlock<KeptStation>> blocks) {
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(PageBlock::order))
                .toList();
        this.own = own;
        this.stations = stations;
        this.upkeep = upkeep;
        this.codes = codes;
        this.pages = pages;
    }

    @GetMapping("/desk")
    ResponseEntity<byte[]> home(Page page, Actor actor, @RequestParam(defaultValue = "") String q) {
        String words = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_WORDS));
        List<DeskRow> rows = own.list(actor, words);
        long flagged = rows.stream().filter(row -> !row.flags().isEmpty()).count();
        return pages.ok(
                "network/desk",
                page,
                Map.of(
                        "rows",
                        rows.subList(0, Math.min(rows.size(), MOST_ROWS)),
                        "total",
                        rows.size(),
                        "flagged",
                        (int) flagged,
                        "words",
                        words,
                        "mayImport",
                        actor.holds(Right.EDIT_STATIONS) || actor.holds(Right.EDIT_STATION_HOURS)));
    }

    @GetMapping("/desk/stations/{code}")
    ResponseEntity<byte[]> station(
            Page page, Actor actor, @PathVariable String code, @RequestParam Optional<String> saved) {
        Optional<Station> found = own.find(actor, code);
        if (found.isEmpty()) {
            return pages.notFound(page, "network.station.unknown", code);
        }
        Station station = found.get();
        StationDetails details = stations.details(station);
        Map<String, Object> model = new HashMap<>();
        model.put("station", station);
        model.put("details", details);
        model.put("codes", codes);
        model.put("week", upkeep.findSchedule(station).orElse(null));
        model.put("flags", DeskStations.flags(station, details.responsible() == null && station.parent() == null));
        model.put("history", upkeep.listHistory(actor, station));
        model.put("saved", saved.isPresent());
        model.put("mayHours", actor.may(Right.EDIT_STATION_HOURS, station.place()));
        model.put("mayResponsible", actor.may(Right.EDIT_STATION_RESPONSIBLE, station.place()));
        KeptStation kept = new KeptStation(station, actor);
        model.put(
                "blocks",
                blocks.stream()
                        .flatMap(block -> block.render(kept, page).stream())
                        .toList());
        model.put("mayDetails", actor.may(Right.EDIT_STATIONS, station.place()));
        return pages.ok("network/station", page, model);
    }
}
