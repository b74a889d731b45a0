package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;

/** Upkeep by page and by sheet. */
final class UpkeepFixtures {
    /** Whoever keeps stations somewhere brings them in by sheet; the sheet itself reaches only their area. */
    static final Set<String> EDITORS = Set.of("li", "wang", "zhao", "sun", "zhou");

    private static final Set<String> HERE = Set.of("li", "wang", "sun", "zhou");
    /** Community workers bring in hours, shift leads and the system administrator devices. */
    static final Set<String> KEEPERS = Set.of("chen", "li", "wang", "zhao", "sun", "zhou", "zheng", "he");

    private static String staged;

    private UpkeepFixtures() {}

    static List<Fixture> all(TestApp app) {
        List<Fixture> all = new ArrayList<>(imports(Fixtures.station(app)));
        all.addAll(details(Fixtures.station(app), stationOf(app, "310115014030")));
        return all;
    }

    private static List<Fixture> details(String station, CharSequence other) {
        String desk = "/desk/stations/" + station;
        String elsewhere = "/desk/stations/" + other;
        return List.of(
                staffPage("/desk/stations/{code}/details", desk + "/details", HERE),
                staffPage(
                        "/desk/stations/{code}/history",
                        desk + "/history",
                        Set.of("chen", "li", "wang", "sun", "zhou")),
                write(
                        "/desk/stations/{code}/details",
                        elsewhere + "/details",
                        Set.of("wang", "sun", "zhou"),
                        new Fixture.Form(
                                elsewhere + "/details",
                                "select count(*) from access.audit where action = 'station.edit'",
                                "name_zh",
                                "演练站",
                                "type",
                                "residents-station",
                                "phone",
                                "021-5550 1000")));
    }

    private static String stationOf(TestApp app, String committee) {
        return app.bean(Stations.class)
                .of(app.bean(Divisions.class).find(committee).orElseThrow())
                .orElseThrow()
                .code();
    }

    private static List<Fixture> imports(String station) {
        String mine = stagedBy(station);
        return List.of(
                staffPage("/desk/imports", "/desk/imports", KEEPERS),
                staffPage("/desk/imports/{kind}/template", "/desk/imports/stations/template?format=csv", EDITORS),
                staffPage("/desk/imports/{id}", mine, Set.of("wang")),
                staffPage("/desk/imports/{id}/marked", mine + "/marked", Set.of("wang")),
                staffPage("/desk/exports", "/desk/exports", KEEPERS),
                staffPage("/desk/exports/{kind}", "/desk/exports/rooms", EDITORS),
                write(
                        "/desk/imports",
                        "/desk/imports",
                        EDITORS,
                        new Fixture.Form(
                                "/desk/imports",
                                "select count(*) from platform.staged_sheets",
                                "kind",
                                "stations",
                                "text",
                                "code\tcommittee\nx\ty\n")),
                write(
                        "/desk/imports/{id}/confirm",
                        mine + "/confirm",
                        Set.of("wang"),
                        new Fixture.Form(mine, "select count(*) from network.rooms")));
    }

    /** A sheet that only its uploader may look at and confirm. */
    private static synchronized String stagedBy(String station) {
        if (staged == null) {
            staged = Visitor.staff("wang")
                    .post(
                            "/desk/imports",
                            "/desk/imports",
                            Map.of(
                                    "kind",
                                    "rooms",
                                    "text",
                                    "station\tposition\tpurpose\n" + station + "\t77\tred-harbour\n"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        }
        return staged;
    }
}
