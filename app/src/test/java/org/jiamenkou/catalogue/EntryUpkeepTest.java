package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.Test;

/** The gate takes two: whoever applied does not decide, whatever rights they hold (M-092). */
class EntryUpkeepTest {
    private static final TestApp APP = TestApp.shared();
    private static final EntryUpkeep UPKEEP = APP.bean(EntryUpkeep.class);
    private static final String AREA = "310115014000";

    private static Actor officer(String name, String area) {
        Division division = APP.bean(Divisions.class).find(area).orElseThrow();
        Areas here = Areas.within(Set.of(division.id().value()));
        return new Actor(
                UUID.randomUUID(), name, Map.of(Right.APPLY_FOR_ENTRY, here, Right.DECIDE_ENTRY, here), Set.of());
    }

    private static EntryRecord applied(Actor by, String name) {
        EntryApplication application = new EntryApplication(
                AREA,
                EntryApproval.Kind.COMMITTEE_TASK,
                new EntryApplication.Subject(name, "必须由居委配合"),
                new EntryApplication.Line("civil-affairs", "街道办事处"),
                new Guide.Basis("上海市居民委员会工作条例", "第二十七条"),
                3,
                new EntryApproval.Support(100_000L, LocalText.of("一名社工")),
                List.of(new EntryApproval.Opinion(LocalText.of("居委"), LocalText.of("同意"))),
                null);
        assertThat(UPKEEP.apply(by, application, UUID.randomUUID().toString())).isEmpty();
        return UPKEEP.listAll(by).stream()
                .filter(one -> one.approval().name().zh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static EntryDecision approval() {
        return new EntryDecision(
                EntryDecision.Step.APPROVE, LocalDate.now(APP.bean(Clock.class)).plusYears(1), "依法、必需、配套齐备");
    }

    @Test
    void nobody_decides_on_their_own_application_and_a_colleague_may() {
        Actor applicant = officer("申请人", AREA);
        EntryRecord entry = applied(applicant, "本人不能决定的事项");
        assertThat(UPKEEP.decide(applicant, entry, approval(), "own"))
                .containsExactly(new EntryRefusal.OwnApplication());
        assertThat(UPKEEP.find(applicant, entry.id()).orElseThrow().approval().state())
                .isInstanceOf(EntryApproval.State.Proposed.class);
        assertThat(UPKEEP.decide(officer("同事", AREA), entry, approval(), "other"))
                .isEmpty();
        assertThat(UPKEEP.find(applicant, entry.id()).orElseThrow().approval().state())
                .isInstanceOf(EntryApproval.State.Approved.class);
        assertThat(UPKEEP.listSteps(applicant, entry))
                .extracting(EntryStep::byName)
                .containsExactly("申请人", "同事");
    }

    @Test
    void whoever_decides_elsewhere_does_not_decide_here() {
        EntryRecord entry = applied(officer("申请人", AREA), "别处不能决定的事项");
        Actor stranger = officer("外人", "310115008000");
        assertThatThrownBy(() -> UPKEEP.decide(stranger, entry, approval(), "far"))
                .isInstanceOf(AccessRefusedException.class);
    }
}
