package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.staffPage;

import java.util.ArrayList;
import java.util.List;
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
        return all;
    }
}
