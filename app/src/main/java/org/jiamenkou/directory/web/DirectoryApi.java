package org.jiamenkou.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.HsdsLists;
import org.jiamenkou.directory.StationCards;
import org.jiamenkou.directory.api.ApiRecords;
import org.jiamenkou.directory.hsds.HsdsQuery;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Nearby;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stations, items, offerings and what is open now, for other programs; {@code openapi.json} describes it. */
@RestController
class DirectoryApi {
    private static final int MOST_NEAR = 200;

    private final Stations stations;
    private final Divisions divisions;
    private final Items items;
    private final Offerings offerings;
    private final StationCards cards;
    private final HsdsLists lists;
    private final OpenAnswers answers;

    DirectoryApi(
            Stations stations,
            Divisions divisions,
            Items items,
            Offerings offerings,
            StationCards cards,
            HsdsLists lists,
            OpenAnswers answers) {
        this.stations = stations;
        this.divisions = divisions;
        this.items = items;
        this.offerings = offerings;
        this.cards = cards;
        this.lists = lists;
        this.answers = answers;
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;
        private final String messageKey;
        private final String about;

        Refused(HttpStatus status, String messageKey, String about) {
            super(about);
            this.status = status;
            this.messageKey = messageKey;
            this.about = about;
        }
    }

    @GetMapping("/openapi.json")
    ResponseEntity<byte[]> contract(HttpServletRequest request) {
        return answers.answer(request, "openapi", OpenAnswers.JSON, () -> {
            try (InputStream in =
                    Objects.requireNonNull(DirectoryApi.class.getResourceAsStream("/data/directory/openapi.json"))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @GetMapping("/api/v1/stations")
    ResponseEntity<byte[]> stations(HttpServletRequest request, @RequestParam Map<String, String> given) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        String words = given.getOrDefault("q", "").strip();
        among(given).forEach(one -> {
            if (words.isEmpty() || ApiRecords.mentions(one.station(), words)) {
                found.add(ApiRecords.station(one.station(), one.metres()));
            }
        });
        return page(request, given, found);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Map<String, String> given, List<?> all) {
        HsdsQuery query = new HsdsQuery(given);
        int page = query.page();
        int perPage = query.perPage();
        return answers.answer(request, lists.state(), () -> ApiRecords.page(all, page, perPage));
    }

    private record Near(Station station, @Nullable Integer metres) {}

    /** The stations of the area, or the nearest, or all by code. */
    private List<Near> among(Map<String, String> given) {
        String near = given.get("near");
        String area = given.get("area");
        List<Near> found = new ArrayList<>();
        if (near != null) {
            for (Nearby one : stations.nearest(point(near), MOST_NEAR)) {
                found.add(new Near(one.station(), one.metres()));
            }
        } else if (area != null) {
            inArea(area).forEach(one -> found.add(new Near(one, null)));
        } else {
            stations.listAll().forEach(one -> found.add(new Near(one, null)));
        }
        return found;
    }

    private List<Station> inArea(String code) {
        Division area = divisions
                .find(code)
                .orElseThrow(() -> new Refused(HttpStatus.BAD_REQUEST, "directory.api.bad.area", code));
        if (area.kind() == DivisionKind.SUBDISTRICT) {
            return stations.listBySubdistrict(area.id());
        }
        return area.kind() == DivisionKind.DISTRICT
                ? stations.listByDistrict(area.id())
                : stations.listByCommittee(area.id());
    }

    private static Point point(String near) {
        String[] parts = near.split(",");
        try {
            if (parts.length == 2) {
                return Point.wgs84(Double.parseDouble(parts[1].strip()), Double.parseDouble(parts[0].strip()));
            }
        } catch (IllegalArgumentException notAPlace) {
            // refused below, like a text without a comma
        }
        throw new Refused(HttpStatus.BAD_REQUEST, "directory.api.bad.near", near);
    }

    private Station station(String code) {
        return stations.findByCode(code)
                .orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "directory.hsds.unknown", code));
    }

    @GetMapping("/api/v1/stations/{code}")
    ResponseEntity<byte[]> one(HttpServletRequest request, @PathVariable String code) {
        Station station = station(code);
        Map<String, @Nullable Object> fields = ApiRecords.station(station, null);
        Map<String, @Nullable Object> hours = ApiRecords.hours(cards.state(station.schedule()));
        fields.put("hours", hours);
        return answers.answer(request, lists.state() + hours, () -> fields);
    }

    @GetMapping("/api/v1/stations/{code}/offerings")
    ResponseEntity<byte[]> offerings(
            HttpServletRequest request, @PathVariable String code, @RequestParam Map<String, String> given) {
        return page(
                request,
                given,
                offerings.at(station(code)).stream().map(ApiRecords::offering).toList());
    }

    @GetMapping("/api/v1/items")
    ResponseEntity<byte[]> items(HttpServletRequest request, @RequestParam Map<String, String> given) {
        String words = given.getOrDefault("q", "").strip();
        return page(
                request,
                given,
                items.listAll().stream()
                        .filter(item -> words.isEmpty() || ApiRecords.mentions(item, words))
                        .map(ApiRecords::item)
                        .toList());
    }

    @GetMapping("/api/v1/items/{slug}")
    ResponseEntity<byte[]> item(HttpServletRequest request, @PathVariable String slug) {
        Optional<ServiceItem> item = items.findBySlug(slug);
        if (item.isEmpty()) {
            throw new Refused(HttpStatus.NOT_FOUND, "directory.hsds.unknown", slug);
        }
        return answers.answer(request, lists.state(), () -> ApiRecords.item(item.get()));
    }

    @GetMapping("/api/v1/open-now")
    ResponseEntity<byte[]> openNow(HttpServletRequest request, @RequestParam Map<String, String> given) {
        if (!given.containsKey("area") && !given.containsKey("near")) {
            throw new Refused(HttpStatus.BAD_REQUEST, "directory.api.bad.where", "area, near");
        }
        List<Near> among = among(given);
        Map<ScheduleId, OpenState> states =
                new HashMap<>(cards.states(among.stream().map(Near::station).toList()));
        List<Map<String, @Nullable Object>> open = new ArrayList<>();
        for (Near one : among) {
            OpenState state = one.station().schedule() == null
                    ? null
                    : states.get(one.station().schedule());
            if (state != null && state.isOpen()) {
                Map<String, @Nullable Object> fields = ApiRecords.station(one.station(), one.metres());
                fields.put("hours", ApiRecords.hours(state));
                open.add(fields);
            }
        }
        HsdsQuery query = new HsdsQuery(given);
        Map<String, @Nullable Object> page = ApiRecords.page(open, query.page(), query.perPage());
        return answers.answer(request, lists.state() + page.hashCode(), () -> page);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, Page page) {
        return answers.problem(refused.status, page.t(refused.messageKey, refused.about));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(HsdsQuery.BadParameter bad, Page page) {
        return answers.problem(HttpStatus.BAD_REQUEST, page.t(bad.messageKey(), bad.parameter()));
    }
}
