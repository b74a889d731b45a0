package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;
import static org.jiamenkou.architecture.Fixture.staffPage;

import java.util.List;
import org.jiamenkou.TestApp;

/** Routes of residents' sign-in, of messages and of devices. */
final class ResidentFixtures {
    private ResidentFixtures() {}

    static List<Fixture> all(TestApp app) {
        return List.of(
                open("/me", "/me"),
                open("/me/sign-in", "/me/sign-in"),
                open("/me/sign-in/code", "/me/sign-in/code"),
                open("/me/sign-in/name", "/me/sign-in/name"),
                openForm("/me/sign-in", "phone", "021-12345678", "consent", "yes"),
                openForm("/me/sign-in/code", "code", "000000"),
                openForm("/me/sign-in/name", "name", "nobody"),
                openForm("/me/sign-out"),
                staffPage("/desk/outbox", "/desk/outbox", ALL_STAFF));
    }
}
