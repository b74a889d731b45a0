package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;

import java.util.ArrayList;
import java.util.List;

/** The valid requests of signing in, accounts and grants. */
final class AccessFixtures {
    private AccessFixtures() {}

    static List<Fixture> all() {
        List<Fixture> all = new ArrayList<>();
        all.addAll(signIn());
        return all;
    }

    private static List<Fixture> signIn() {
        return List.of(
                open("/sign-in/code", "/sign-in/code"),
                openForm("/sign-in/code", "code", "123456"),
                open("/sign-in/enrol", "/sign-in/enrol"),
                openForm("/sign-in/enrol", "code", "123456"));
    }
}
