package org.jiamenkou.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.directory.search.EntryKind;
import org.jiamenkou.directory.search.SearchEntry;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSets;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.springframework.stereotype.Component;

/** What can be found today, as entries of the search index. */
@Component
class SearchEntries {
    private static final double DISTRICT_WEIGHT = 9;
    private static final double SUBDISTRICT_WEIGHT = 6;
    private static final double ITEM_WEIGHT = 5;
    private static final double ADVISER_WEIGHT = 4;
    private static final double STATION_WEIGHT = 2;
    private static final double POINT_WEIGHT = 1;

    private final Divisions divisions;
    private final Stations stations;
    private final Items items;
    private final CodeSets codes;
    private final Messages messages;

    SearchEntries(Divisions divisions, Stations stations, Items items, CodeSets codes, Messages messages) {
        this.messages = messages;
        this.divisions = divisions;
        this.stations = stations;
        this.items = items;
        this.codes = codes;
    }

    List<SearchEntry> listAll() {
        List<SearchEntry> all = new ArrayList<>();
        divisions.listDistricts().forEach(one -> all.add(area(one, EntryKind.DISTRICT, DISTRICT_WEIGHT)));
        divisions
                .list(DivisionKind.SUBDISTRICT)
                .forEach(one -> all.add(area(one, EntryKind.SUBDISTRICT, SUBDISTRICT_WEIGHT)));
        stations.listAll().forEach(one -> all.add(station(one)));
        items.listAll().forEach(one -> all.add(item(one)));
        codes.findSet("adviser-role").ifPresent(set -> set.codes().forEach(role -> all.add(adviser(role))));
        return all;
    }

    private SearchEntry area(Division area, EntryKind kind, double weight) {
        return new SearchEntry(
                "/areas/" + area.code(),
                kind,
                area.name(),
                shortNames(area.name()),
                area.code(),
                place(area.parent()),
                weight,
                null);
    }

    /** What people call a place: its name without the word for its kind. */
    private List<String> shortNames(LocalText name) {
        List<String> found = new ArrayList<>();
        shortName(name.zh(), Lang.ZH).ifPresent(found::add);
        if (name.en() != null) {
            shortName(name.en(), Lang.EN).ifPresent(found::add);
        }
        return found;
    }

    private Optional<String> shortName(String name, Lang lang) {
        return Arrays.stream(messages.get(lang, "directory.search.placeEndings").split(","))
                .map(String::strip)
                .filter(ending -> name.endsWith(ending) && name.length() >= ending.length() + 2)
                .findFirst()
                .map(ending ->
                        name.substring(0, name.length() - ending.length()).strip());
    }

    private String place(@org.jspecify.annotations.Nullable DivisionId from) {
        return from == null
                ? ""
                : divisions.path(from).stream()
                        .filter(one -> one.kind() != DivisionKind.CITY)
                        .map(one -> one.name().zh())
                        .collect(Collectors.joining(" "));
    }

    private SearchEntry station(Station station) {
        List<String> aliases = new ArrayList<>(List.of(station.code()));
        for (DivisionId served : station.serves()) {
            divisions.find(served).ifPresent(one -> {
                aliases.add(one.name().zh());
                aliases.add(one.code());
                if (one.name().en() != null) {
                    aliases.add(one.name().en());
                }
            });
        }
        LocalText address = station.address();
        return new SearchEntry(
                "/stations/" + station.code(),
                EntryKind.STATION,
                station.name(),
                aliases,
                address == null ? "" : address.zh(),
                place(station.area()),
                station.parent() == null ? STATION_WEIGHT : POINT_WEIGHT,
                station.point());
    }

    private SearchEntry item(ServiceItem item) {
        LocalText summary = item.guide().summary();
        String more = codes.findSet(CodeSets.SERVICE_CLASS)
                .flatMap(set -> set.find(item.serviceClass()))
                .map(code -> code.name().zh())
                .orElse("");
        return new SearchEntry(
                "/services/" + item.slug(),
                EntryKind.ITEM,
                item.name(),
                item.aliases(),
                summary.zh() + "\n" + (summary.en() == null ? "" : summary.en()) + "\n"
                        + item.guide().audience().zh() + "\n" + more,
                "",
                ITEM_WEIGHT,
                null);
    }

    private static SearchEntry adviser(Code role) {
        return new SearchEntry(
                "/advisers?role=" + role.code(),
                EntryKind.ADVISER,
                role.name(),
                List.of(),
                role.more().getOrDefault("noteZh", ""),
                "",
                ADVISER_WEIGHT,
                null);
    }
}
