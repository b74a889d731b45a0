package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.directory.StationCard;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.network.Nearby;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The home page: one's station, what to do now, the seven classes. */
@RestController
class HomePage {
    private static final int COMMON = 6;

    private final Stations stations;
    private final StationCards cards;
    private final Offerings offerings;
    private final ChosenStation chosen;
    private final Words words;
    private final Pages pages;

    HomePage(
            Stations stations,
            StationCards cards,
            Offerings offerings,
            ChosenStation chosen,
            Words words,
            Pages pages) {
        this.stations = stations;
        this.cards = cards;
        this.offerings = offerings;
        this.chosen = chosen;
        this.words = words;
        this.pages = pages;
    }

    /** The page differs by the station cookie, so it is put together each time: three queries. */
    @GetMapping("/")
    ResponseEntity<byte[]> home(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String station,
            @RequestParam(required = false) @Nullable String near) {
        if (station != null) {
            Optional<Station> wanted = stations.findByCode(station);
            if (wanted.isEmpty()) {
                return pages.notFound(page, "directory.station.unknown", station);
            }
            // Added, not set: a choice of language or mode may send its cookie with the same answer.
            response.addHeader("Set-Cookie", ChosenStation.cookieFor(wanted.get()));
            return Pages.seeOther("/");
        }
        Optional<Nearby> nearest = near == null
                ? Optional.empty()
                : Points.parse(near)
                        .flatMap(point -> stations.nearest(point, 1).stream().findFirst());
        Optional<Station> shown = nearest.map(Nearby::station).or(() -> chosen.of(request));
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("classes", words.codes("service-class"));
        model.put("counts", offerings.countsByClass());
        model.put("metres", nearest.map(Nearby::metres).orElse(-1));
        model.put("badPlace", near != null && nearest.isEmpty());
        shown.map(cards::of).ifPresent(card -> {
            model.put("card", card);
            model.put("common", common(card));
        });
        return pages.ok("directory/home", page, model);
    }

    /** One item of each class first, so that the short list shows the breadth of the station. */
    private static List<Offering> common(StationCard card) {
        List<Offering> first = new ArrayList<>();
        Set<String> classes = new HashSet<>();
        card.available().forEach(one -> {
            if (first.size() < COMMON && classes.add(one.serviceClass())) {
                first.add(one);
            }
        });
        card.available().forEach(one -> {
            if (first.size() < COMMON && !first.contains(one)) {
                first.add(one);
            }
        });
        return first;
    }

    /** Places as they come in an address. */
    static final class Points {
        private Points() {}

        /** {@code latitude,longitude} in degrees, WGS-84. */
        static Optional<Point> parse(String text) {
            String[] parts = text.split(",");
            if (parts.length != 2 || text.length() > 60) {
                return Optional.empty();
            }
            try {
                return Optional.of(Point.wgs84(Double.parseDouble(parts[1]), Double.parseDouble(parts[0])));
            } catch (IllegalArgumentException notAPlace) {
                return Optional.empty();
            }
        }
    }
}
