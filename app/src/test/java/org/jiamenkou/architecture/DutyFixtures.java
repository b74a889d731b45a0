package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.TestApp;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rosters are kept by the lead and levels above, read by whoever serves there; the hand-over book is theirs. */
final class DutyFixtures {
    private static final Set<String> LEADS = Set.of("li", "wang", "sun", "zhou");
    private static final String AUDITED = "select count(*) from access.audit where subject_type like 'duty.%'";
    private static final String NEXT = "2026-12";
    private static final String NOTE = "00000000-0000-7000-8000-00000000d001";

    private DutyFixtures() {}

    static List<Fixture> all(TestApp app) {
        String code = Fixtures.station(app);
        String path = "/desk/roster/" + code;
        String now = YearMonth.now(app.bean(Clock.class)).toString();
        List<String> shift = shift(app, code);
        String staff = app.bean(Stations.class)
                .details(app.bean(Stations.class).findByCode(code).orElseThrow())
                .board()
                .getFirst()
                .staffId()
                .toString();
        Set<String> serving = new TreeSet<>(Set.of("chen", "li"));
        if (ALL_STAFF.contains("he")) {
            serving.add("he");
        }
        Set<String> readers = new TreeSet<>(serving);
        readers.addAll(LEADS);
        String next = path + "?month=" + NEXT;
        String book = "/desk/handover/" + code;
        return List.of(
                staffPage("/desk/roster", "/desk/roster", ALL_STAFF),
                staffPage("/desk/roster/{code}", path, readers),
                staffPage("/desk/handover/{code}", book, readers),
                lead("open", code, new Form(next, AUDITED, "month", NEXT)),
                lead("propose", code, new Form(next, AUDITED, "month", NEXT)),
                lead("cancel", code, new Form(next, AUDITED, "month", NEXT)),
                lead("publish", code, new Form(next, AUDITED, "month", NEXT, "acknowledged", "yes")),
                lead(
                        "assign",
                        code,
                        new Form(
                                path + "?month=" + now + "&shift=" + shift.get(0),
                                AUDITED,
                                "month",
                                now,
                                "shift",
                                shift.get(0),
                                "a",
                                shift.get(1),
                                "b",
                                shift.get(2))),
                lead(
                        "absences",
                        code,
                        new Form(
                                path,
                                AUDITED,
                                "month",
                                now,
                                "worker",
                                shift.get(1),
                                "kind",
                                "WISH",
                                "first",
                                "2026-01-01",
                                "last",
                                "")),
                lead("workers", code, new Form(path, AUDITED, "month", now, "staff", staff, "crossTrained", "yes")),
                write(
                        "/desk/handover/{code}",
                        book,
                        serving,
                        new Form(book, "select count(*) from duty.notes", "words", "演练")),
                write(
                        "/desk/handover/{code}/{note}/take",
                        book + "/" + NOTE + "/take",
                        serving,
                        new Form(book, AUDITED)),
                write(
                        "/desk/handover/{code}/{note}/close",
                        book + "/" + NOTE + "/close",
                        serving,
                        new Form(book, AUDITED)));
    }

    private static Fixture lead(String what, String code, Form form) {
        return write("/desk/roster/{code}/" + what, "/desk/roster/" + code + "/" + what, LEADS, form);
    }

    /** A shift of the sample roster with its people. */
    private static List<String> shift(TestApp app, String code) {
        return app.bean(Scoped.class)
                .read(
                        new SystemScope("test"),
                        () -> app.bean(JdbcClient.class)
                                .sql("""
                        select s.id::text, s.a_worker::text, s.b_worker::text
                        from duty.shifts s join duty.rosters r on r.subdistrict_id = s.subdistrict_id and r.id = s.roster_id
                        where r.state = 'PUBLISHED' and r.sample and s.a_worker is not null and s.b_worker is not null
                        order by s.day, s.opens_minute limit 1""")
                                .query((rs, n) -> List.of(rs.getString(1), rs.getString(2), rs.getString(3)))
                                .single());
    }
}
