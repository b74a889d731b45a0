package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;

/** The valid requests of all routes. A new route gets its line here, or RouteTest goes red. */
final class Fixtures {
    private Fixtures() {}

    static List<Fixture> all(TestApp app) {
        List<Fixture> all = new ArrayList<>();
        all.add(open("/healthz", "/healthz"));
        all.add(open("/readyz", "/readyz"));
        all.add(open("/sign-in", "/sign-in"));
        all.add(staffPage("/desk/password", "/desk/password", ALL_STAFF));
        all.add(open("/calendar", "/calendar"));
        all.add(staffPage("/desk/calendar", "/desk/calendar", Set.of("zhou")));
        all.add(write(
                "/desk/calendar",
                "/desk/calendar",
                Set.of("zhou"),
                "select count(*) from calendar.year_editions",
                "day",
                "2024-03-05",
                "kind",
                "workday",
                "name",
                "route test",
                "source",
                "route test",
                "seen",
                "2024:1"));
        return all;
    }
}
