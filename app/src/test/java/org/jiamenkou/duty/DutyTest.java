package org.jiamenkou.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Actors;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A roster with two people ill: from the proposal to the substitute. */
class DutyTest {
    private final TestApp app = TestApp.shared();
    private final Rosters rosters = app.bean(Rosters.class);

    private Station station() {
        return app.bean(Stations.class)
                .of(app.bean(Divisions.class).find("310115014002").orElseThrow())
                .orElseThrow();
    }

    private Actor lead() {
        java.util.UUID account = app.bean(Scoped.class)
                .read(
                        new SystemScope("test"),
                        () -> app.bean(JdbcClient.class)
                                .sql("select id from access.accounts where login_name = 'li'")
                                .query(java.util.UUID.class)
                                .single());
        return app.bean(Actors.class).findActor(account).orElseThrow();
    }

    private Rosters.Edit edit(YearMonth month) {
        return new Rosters.Edit(
                lead(), station(), month, rosters.view(lead(), station(), month).version());
    }

    @Test
    void the_sample_roster_stands_on_the_public_page_without_a_session() {
        String page = Visitor.anonymous().get("/stations/" + station().code()).body();
        assertThat(page).contains("今明两天谁在岗");
        LocalDate today = LocalDate.now(app.bean(Clock.class));
        List<OnDuty> known = app.bean(Duties.class).list(station(), today, today);
        assertThat(known).isNotEmpty();
        Worker a = Objects.requireNonNull(known.getFirst().a());
        assertThat(page).contains(a.name());
    }

    @Test
    void two_people_ill_leave_gaps_that_are_named_and_closed_one_by_one() throws InterruptedException {
        YearMonth month = YearMonth.of(2026, 10);
        assertThat(rosters.open(edit(month))).isInstanceOf(RosterOutcome.Saved.class);
        assertThat(rosters.publish(edit(month), false)).isInstanceOf(RosterOutcome.GapsNotAcknowledged.class);
        assertThat(app.bean(Proposals.class).start(lead(), station(), month)).isInstanceOf(RosterOutcome.Saved.class);
        for (int i = 0; i < 300 && rosters.view(lead(), station(), month).isRunning(); i++) {
            Thread.sleep(100);
        }
        RosterView made = rosters.view(lead(), station(), month);
        assertThat(made.breaches()).isEmpty();
        assertThat(rosters.publish(edit(month), false)).isInstanceOf(RosterOutcome.Saved.class);

        DutyShift first = made.plan().shifts().getFirst();
        DutyShift other = made.plan().shifts().stream()
                .filter(one -> one.a() != null && !one.a().equals(first.a()))
                .findFirst()
                .orElseThrow();
        for (DutyShift shift : List.of(first, other)) {
            rosters.reportAbsence(
                    edit(month),
                    new Absence(Objects.requireNonNull(shift.a()), AbsenceKind.ILLNESS, shift.day(), shift.day()));
        }
        RosterView ill = rosters.view(lead(), station(), month);
        assertThat(ill.breaches()).anyMatch(one -> one.kind() == Breach.Kind.GAP);
        assertThat(app.bean(Duties.class).list(station(), first.day(), first.day()))
                .anyMatch(OnDuty::substituted);
        for (int i = 0;
                i < 12 && !rosters.view(lead(), station(), month).fixes().isEmpty();
                i++) {
            DutyShift fix = rosters.view(lead(), station(), month)
                    .fixes()
                    .values()
                    .iterator()
                    .next();
            assertThat(rosters.assign(edit(month), fix.id(), new Rosters.People(fix.a(), fix.b())))
                    .isInstanceOf(RosterOutcome.Saved.class);
        }
        assertThat(rosters.view(lead(), station(), month).breaches()).noneMatch(one -> one.kind() == Breach.Kind.GAP);
    }
}
