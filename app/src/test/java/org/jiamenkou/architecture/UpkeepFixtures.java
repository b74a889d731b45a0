package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;

/** Upkeep by page and by sheet. */
final class UpkeepFixtures {
    static final Set<String> EDITORS = Set.of("li", "wang", "sun", "zhou");
    private static String staged;

    private UpkeepFixtures() {}

    static List<Fixture> all(TestApp app) {
        List<Fixture> all = new ArrayList<>(imports(Fixtures.station(app)));
        return all;
    }

    private static List<Fixture> imports(String station) {
        String mine = stagedBy(station);
        return List.of(
                staffPage("/desk/imports", "/desk/imports", EDITORS),
                staffPage("/desk/imports/{kind}/template", "/desk/imports/stations/template?format=csv", EDITORS),
                staffPage("/desk/imports/{id}", mine, Set.of("wang")),
                staffPage("/desk/imports/{id}/marked", mine + "/marked", Set.of("wang")),
                staffPage("/desk/exports", "/desk/exports", EDITORS),
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
