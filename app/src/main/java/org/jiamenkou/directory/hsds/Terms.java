package org.jiamenkou.directory.hsds;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.elements.Code;
import org.jiamenkou.elements.CodeSet;
import org.jiamenkou.network.Station;

/** Code sets as HSDS taxonomies, their codes as terms. */
public final class Terms {
    public static final String SERVICE_CLASS = "service-class";
    public static final String LINE = "functional-line";
    public static final String SCENE = "scene";
    public static final String STATION_TYPE = "station-type";
    /** The sets that are published: three of items, one of stations. */
    public static final List<String> SETS = List.of(SERVICE_CLASS, LINE, SCENE, STATION_TYPE);

    private final List<CodeSet> sets;

    public Terms(List<CodeSet> sets) {
        this.sets = List.copyOf(sets);
    }

    public static UUID taxonomy(String set) {
        return HsdsIds.of("taxonomy:" + set);
    }

    public static UUID term(String set, String code) {
        return HsdsIds.of("term:" + set + "/" + code);
    }

    public List<CodeSet> sets() {
        return sets;
    }

    public List<Code> codes() {
        return sets.stream().flatMap(set -> set.codes().stream()).toList();
    }

    public CodeSet setOf(Code code) {
        return sets.stream()
                .filter(set -> set.code().equals(code.set()))
                .findFirst()
                .orElseThrow();
    }

    public static Map<String, String> of(ServiceItem item) {
        return Map.of(SERVICE_CLASS, item.serviceClass(), LINE, item.line(), SCENE, item.scene());
    }

    public static boolean has(ServiceItem item, UUID term) {
        return of(item).entrySet().stream()
                .anyMatch(one -> term(one.getKey(), one.getValue()).equals(term));
    }

    public static boolean has(Station station, UUID term) {
        return term(STATION_TYPE, station.type()).equals(term);
    }

    /** Whether the term is one of a station's, so that it narrows places and not services. */
    public boolean isOfStations(UUID term) {
        return sets.stream()
                .filter(set -> set.code().equals(STATION_TYPE))
                .flatMap(set -> set.codes().stream())
                .anyMatch(code -> term(STATION_TYPE, code.code()).equals(term));
    }
}
