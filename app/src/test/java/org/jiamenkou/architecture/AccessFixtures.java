package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.ArrayList;
import java.util.List;
import org.jiamenkou.access.DemoAccounts;
import org.jiamenkou.architecture.Fixture.Form;

/** The valid requests of signing in, accounts and grants. */
final class AccessFixtures {
    private AccessFixtures() {}

    static List<Fixture> all() {
        List<Fixture> all = new ArrayList<>();
        all.addAll(signIn());
        all.addAll(ownSignIn());
        return all;
    }

    private static List<Fixture> signIn() {
        return List.of(
                open("/sign-in/code", "/sign-in/code"),
                openForm("/sign-in/code", "code", "123456"),
                open("/sign-in/enrol", "/sign-in/enrol"),
                openForm("/sign-in/enrol", "code", "123456"),
                open("/desk/switch", "/desk/switch"),
                openForm("/desk/switch", "worker", "00000000-0000-7000-8000-000000000001", "pin", "7392"));
    }

    private static List<Fixture> ownSignIn() {
        String page = "/desk/factors";
        String audit =
                "select count(*) from access.audit where action like 'account.%-set' or action = 'account.card-removed'";
        return List.of(
                staffPage(page, page, ALL_STAFF),
                write(
                        "/desk/factors/pin",
                        "/desk/factors/pin",
                        ALL_STAFF,
                        new Form(page, audit, "pin", "7392", "password", DemoAccounts.PASSWORD)),
                write("/desk/factors/card/remove", "/desk/factors/card/remove", ALL_STAFF, new Form(page, audit)),
                // a card belongs to one person: only the first of all staff could register this one
                openForm("/desk/factors/card", "card", "12345678"));
    }
}
