package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.util.List;
import java.util.Set;
import org.jiamenkou.TestApp;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.EntryRecord;
import org.jiamenkou.catalogue.store.EntryStore;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;

/** Entry approval: everybody on the staff may read, departments and areas apply, districts and the city decide. */
final class EntryFixtures {
    private EntryFixtures() {}

    static List<Fixture> all(TestApp app) {
        String reviewed = "/desk/entry/" + reviewed(app).id();
        return List.of(
                staffPage("/desk/entry", "/desk/entry", ALL_STAFF),
                staffPage("/desk/entry/new", "/desk/entry/new", Set.of("wang", "zhao", "sun", "zhou")),
                staffPage("/desk/entry/{id}", reviewed, ALL_STAFF),
                write(
                        "/desk/entry",
                        "/desk/entry",
                        Set.of("wang", "sun", "zhou"),
                        new Form(
                                "/desk/entry/new",
                                "select count(*) from catalogue.entry_steps",
                                "area",
                                "310115014000",
                                "kind",
                                "COMMITTEE_TASK",
                                "line",
                                "civil-affairs",
                                "decider",
                                "测试",
                                "name",
                                "测试事项 {login}")),
                write(
                        "/desk/entry/{id}",
                        reviewed,
                        Set.of("sun", "zhou"),
                        new Form(
                                reviewed,
                                "select count(*) from catalogue.entry_steps",
                                "step",
                                "REVIEW",
                                "until",
                                "2030-01-01",
                                "reason",
                                "演练")));
    }

    private static EntryRecord reviewed(TestApp app) {
        return app
                .bean(Scoped.class)
                .read(new SystemScope("test"), () -> app.bean(EntryStore.class).listAll())
                .stream()
                .filter(one -> one.approval().state() instanceof EntryApproval.State.Approved)
                .filter(one -> one.approval().area().equals("浦东新区"))
                .findFirst()
                .orElseThrow();
    }
}
