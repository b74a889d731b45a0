package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.staffPage;

import java.util.List;
import java.util.Set;

/** The audit trail and one's own record. */
final class AuditFixtures {
    private AuditFixtures() {}

    static List<Fixture> all() {
        return List.of(
                staffPage("/admin/audit", "/admin/audit?person=li&from=2026-01-01", Set.of("wu")),
                staffPage("/admin/audit.csv", "/admin/audit.csv", Set.of("wu")),
                staffPage("/desk/my-record", "/desk/my-record", ALL_STAFF));
    }
}
