package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Stations;

/** The valid requests of all routes. A new route gets its line here, or RouteTest goes red. */
final class Fixtures {
    /** The committee of the demo's community worker and station lead, in 浦兴路街道. */
    static final String COMMITTEE = "310115014002";

    private static final Set<String> HOURS = Set.of("chen", "li", "wang", "sun", "zhou");
    private static final Set<String> LEADS = Set.of("li", "wang", "sun", "zhou");

    private Fixtures() {}

    static List<Fixture> all(TestApp app) {
        List<Fixture> all = new ArrayList<>();
        String station = station(app);
        all.addAll(publicPages(station));
        all.addAll(staffPages(station));
        all.addAll(forms(station));
        all.addAll(AccessFixtures.all(app));
        all.addAll(AuditFixtures.all());
        all.addAll(DutyFixtures.all(app));
        all.addAll(EntryFixtures.all(app));
        all.addAll(CatalogueFixtures.all(app));
        all.addAll(ListFixtures.all(app));
        all.addAll(UpkeepFixtures.all(app));
        all.addAll(HsdsFixtures.all(app));
        all.addAll(ResidentFixtures.all(app));
        all.addAll(DeviceFixtures.all(app));
        all.addAll(QueueFixtures.all(app));
        all.addAll(BookingFixtures.all(app));
        return all;
    }

    static String station(TestApp app) {
        return app.bean(Stations.class)
                .of(app.bean(Divisions.class).find(COMMITTEE).orElseThrow())
                .orElseThrow()
                .code();
    }

    private static List<Fixture> publicPages(String station) {
        return List.of(
                open("/healthz", "/healthz"),
                open("/readyz", "/readyz"),
                open("/manage/metrics", "/manage/metrics"),
                open("/", "/"),
                open("/search", "/search?q=jzz"),
                open("/stations", "/stations"),
                open("/stations/{code}", "/stations/" + station),
                open("/services", "/services"),
                open("/services/{slug}", "/services/residence-permit"),
                open("/advisers", "/advisers?station=" + station),
                open("/areas/{code}", "/areas/310115014000"),
                open("/lists", "/lists"),
                open("/calendar", "/calendar"),
                open("/settings/display", "/settings/display"),
                open("/about/privacy", "/about/privacy"),
                open("/about/accessibility", "/about/accessibility"),
                open("/about/sources", "/about/sources"),
                open("/sign-in", "/sign-in"));
    }

    private static List<Fixture> staffPages(String station) {
        String desk = "/desk/stations/" + station;
        return List.of(
                staffPage("/desk", "/desk", ALL_STAFF),
                staffPage("/desk/reports", "/desk/reports?subdistrict=310115014000", ALL_STAFF),
                staffPage("/desk/password", "/desk/password", ALL_STAFF),
                staffPage("/desk/calendar", "/desk/calendar", Set.of("zhou")),
                staffPage("/desk/stations/{code}", desk, HOURS),
                staffPage("/desk/stations/{code}/hours", desk + "/hours", HOURS),
                staffPage("/desk/stations/{code}/responsible", desk + "/responsible", LEADS),
                staffPage("/desk/stations/{code}/offerings", desk + "/offerings", LEADS),
                staffPage("/desk/stations/{code}/offerings/{slug}", desk + "/offerings/residence-permit", LEADS));
    }

    private static List<Fixture> forms(String station) {
        String desk = "/desk/stations/" + station;
        String hours = "select count(*) from calendar.schedule_history";
        return List.of(
                openForm("/sign-in", "login", "nobody-at-all", "password", "x"),
                openForm("/sign-out"),
                openForm("/desk/password", "current", "x", "wanted", "y"),
                write(
                        "/desk/stations/{code}/hours",
                        desk + "/hours",
                        HOURS,
                        new Form(
                                desk + "/hours",
                                hours,
                                "kind.0",
                                "workday",
                                "days.0",
                                "1",
                                "days.0",
                                "2",
                                "opens.0",
                                "8:30",
                                "closes.0",
                                "17:00",
                                "shift.0",
                                "normal")),
                write(
                        "/desk/stations/{code}/exceptions",
                        desk + "/exceptions",
                        HOURS,
                        new Form(desk + "/hours", hours, "from", "2026-12-30", "to", "2026-12-30", "reason", "演练")),
                write(
                        "/desk/stations/{code}/exceptions/{id}/remove",
                        desk + "/exceptions/00000000-0000-7000-8000-000000000001/remove",
                        HOURS,
                        new Form(desk + "/hours", hours)),
                write(
                        "/desk/stations/{code}/responsible",
                        desk + "/responsible",
                        LEADS,
                        new Form(
                                desk + "/responsible",
                                "select count(*) from network.station_edits",
                                "responsible",
                                "new",
                                "name",
                                "新任示例")),
                write(
                        "/desk/stations/{code}/offerings/{slug}",
                        desk + "/offerings/residence-permit",
                        LEADS,
                        new Form(
                                desk + "/offerings/residence-permit",
                                "select count(*) from catalogue.offering_steps",
                                "change",
                                "other-ways",
                                "ways",
                                "station",
                                "hoursNote",
                                "",
                                "reason",
                                "演练")),
                write(
                        "/desk/calendar",
                        "/desk/calendar",
                        Set.of("zhou"),
                        new Form(
                                "/desk/calendar",
                                "select count(*) from calendar.year_editions",
                                "day",
                                "2026-12-25",
                                "kind",
                                "workday",
                                "name",
                                "演练",
                                "source",
                                "test")));
    }
}
