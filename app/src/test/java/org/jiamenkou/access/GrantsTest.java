package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joiners, movers, leavers and their roles, on a real database (三员分立). */
class GrantsTest {
    private static final LocalDate TODAY = TestDatabase.NOW.toLocalDate();
    private static final String EAST = "310115014000";
    private static final String WEST = "310115008000";
    private static final String CITY = "310000000000";

    private TestDatabase database;
    private TestAccess parts;
    private Actor system;
    private Actor security;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        parts = new TestAccess(database);
        parts.roles().run((done, total) -> {});
        system = parts.keeper("system", Areas.EVERYWHERE, Right.MANAGE_ACCOUNTS);
        security = parts.keeper("security", Areas.EVERYWHERE, Right.GRANT_ROLES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Grants.Wanted wanted(String role, String area, @Nullable LocalDate until) {
        return new Grants.Wanted(role, area, List.of(), TODAY, until, false);
    }

    private UUID made(String login, String area) {
        AccountOutcome outcome = parts.upkeep().create(system, new AccountUpkeep.Joiner(login, "新人", area, ""));
        return ((AccountOutcome.Done) outcome).accountId();
    }

    private static AccountOutcome refused(AccountRefusal refusal) {
        return new AccountOutcome.Refused(refusal);
    }

    private UUID grantOf(UUID account) {
        return parts.reads()
                .find(security, account)
                .orElseThrow()
                .grants()
                .getFirst()
                .id();
    }

    @Test
    void an_account_is_made_without_rights_and_a_role_comes_from_somebody_else() {
        AccountOutcome outcome =
                parts.upkeep().create(system, new AccountUpkeep.Joiner("joiner", "新人", EAST, "station-lead"));
        AccountOutcome.Done done = (AccountOutcome.Done) outcome;
        assertThat(done.shownOnce()).hasSizeGreaterThan(12);
        assertThat(done.toString()).doesNotContain(done.shownOnce());
        assertThat(parts.actors().findActor(done.accountId())).isEmpty();
        assertThat(parts.reads().report(security).waiting())
                .anyMatch(line -> line.account().id().equals(done.accountId()));
        assertThat(parts.grants().give(security, done.accountId(), wanted("station-lead", EAST, null)))
                .isInstanceOf(AccountOutcome.Done.class);
        Actor joiner = parts.actors().findActor(done.accountId()).orElseThrow();
        assertThat(joiner.may(Right.EDIT_OFFERINGS, TestAreas.EAST)).isTrue();
        assertThat(joiner.may(Right.EDIT_OFFERINGS, TestAreas.WEST)).isFalse();
        assertThatThrownBy(() -> parts.grants().give(system, done.accountId(), wanted("guide", EAST, null)))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> parts.upkeep().create(security, new AccountUpkeep.Joiner("another", "新人", EAST, "")))
                .isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void what_is_typed_wrong_is_refused_at_its_field() {
        made("taken", EAST);
        AccountUpkeep upkeep = parts.upkeep();
        assertThat(upkeep.create(system, new AccountUpkeep.Joiner("taken", "新人", EAST, "")))
                .isEqualTo(refused(new AccountRefusal.LoginTaken()));
        assertThat(upkeep.create(system, new AccountUpkeep.Joiner("Bad Name", "新人", EAST, "")))
                .isEqualTo(refused(new AccountRefusal.BadLogin()));
        assertThat(upkeep.create(system, new AccountUpkeep.Joiner("good", "新人", "nowhere", "")))
                .isEqualTo(refused(new AccountRefusal.UnknownArea()));
        assertThat(upkeep.create(system, new AccountUpkeep.Joiner("good", "新人", "区划", "")))
                .isInstanceOfSatisfying(
                        AccountOutcome.Refused.class,
                        one -> assertThat(one.refusal()).isInstanceOf(AccountRefusal.SeveralAreas.class));
        UUID account = made("dates", EAST);
        assertThat(parts.grants().give(security, account, wanted("guide", EAST, TODAY.minusDays(1))))
                .isEqualTo(refused(new AccountRefusal.BadDates()));
        assertThat(parts.grants().give(security, account, wanted("no-such-role", EAST, null)))
                .isEqualTo(refused(new AccountRefusal.UnknownRole()));
    }

    @Test
    void nobody_grants_to_themselves() {
        assertThat(parts.grants().give(security, security.accountId(), wanted("city-officer", CITY, null)))
                .isEqualTo(refused(new AccountRefusal.Yourself()));
    }

    @Test
    void who_made_an_account_does_not_make_it_an_administrator() {
        Actor both = parts.keeper("both", Areas.EVERYWHERE, Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES);
        AccountOutcome.Done done =
                (AccountOutcome.Done) parts.upkeep().create(both, new AccountUpkeep.Joiner("friend", "朋友", CITY, ""));
        assertThat(parts.grants().give(both, done.accountId(), wanted("auditor", CITY, null)))
                .isEqualTo(refused(new AccountRefusal.MadeByYou()));
        assertThat(parts.grants().give(security, done.accountId(), wanted("auditor", CITY, null)))
                .isInstanceOf(AccountOutcome.Done.class);
    }

    @Test
    void the_three_administrators_exclude_each_other_at_the_same_time_only() {
        UUID account = made("three", CITY);
        parts.grants().give(security, account, wanted("auditor", CITY, TODAY.plusDays(30)));
        assertThat(parts.grants().give(security, account, wanted("system-administrator", CITY, null)))
                .isEqualTo(refused(new AccountRefusal.AdministratorsExclude("auditor")));
        Grants.Wanted afterwards =
                new Grants.Wanted("system-administrator", CITY, List.of(), TODAY.plusDays(31), null, false);
        assertThat(parts.grants().give(security, account, afterwards)).isInstanceOf(AccountOutcome.Done.class);
    }

    @Test
    void the_last_holder_of_an_administrator_role_stays() {
        UUID first = made("first", CITY);
        UUID second = made("second", CITY);
        parts.grants().give(security, first, wanted("auditor", CITY, null));
        AccountOutcome last = refused(new AccountRefusal.LastAdministrator("auditor"));
        LocalDate yesterday = TODAY.minusDays(1);
        assertThat(parts.grants().end(security, first, new Grants.Ending(grantOf(first), yesterday)))
                .isEqualTo(last);
        assertThat(parts.grants().end(security, first, new Grants.Ending(grantOf(first), TODAY.plusDays(9))))
                .isEqualTo(last);
        assertThat(parts.upkeep().leave(system, first)).isEqualTo(last);
        assertThat(parts.upkeep().move(system, first, new AccountUpkeep.Move(EAST, TODAY, "")))
                .isEqualTo(last);
        // one who stops too soon does not count
        parts.grants().give(security, second, wanted("auditor", CITY, TODAY.plusDays(3)));
        assertThat(parts.grants().end(security, first, new Grants.Ending(grantOf(first), TODAY.plusDays(9))))
                .isEqualTo(last);
        assertThat(parts.upkeep().leave(system, first)).isInstanceOf(AccountOutcome.Done.class);
        assertThat(parts.upkeep().leave(system, second)).isEqualTo(last);
    }

    @Test
    void two_who_end_the_last_two_at_the_same_moment_leave_one() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            UUID staying = made("holder", CITY);
            parts.grants().give(security, staying, wanted("auditor", CITY, null));
            for (int round = 0; round < 8; round++) {
                UUID fresh = made("holder" + round, CITY);
                parts.grants().give(security, fresh, wanted("auditor", CITY, null));
                Map<UUID, Future<AccountOutcome>> endings = new LinkedHashMap<>();
                for (UUID one : List.of(staying, fresh)) {
                    Grants.Ending ending = new Grants.Ending(grantOf(one), TODAY.minusDays(1));
                    endings.put(one, both.submit(() -> parts.grants().end(security, one, ending)));
                }
                List<UUID> refused = new ArrayList<>();
                for (Map.Entry<UUID, Future<AccountOutcome>> ending : endings.entrySet()) {
                    if (ending.getValue().get() instanceof AccountOutcome.Refused) {
                        refused.add(ending.getKey());
                    }
                }
                assertThat(refused).as("round %s", round).hasSize(1);
                staying = refused.getFirst();
            }
        }
    }

    @Test
    void a_leaver_loses_every_role_and_session_at_once_also_elsewhere() {
        UUID account = made("leaver", EAST);
        parts.grants().give(security, account, wanted("community-worker", EAST, null));
        parts.grants().give(security, account, wanted("station-lead", WEST, null));
        assertThat(parts.actors().findActor(account)).isPresent();
        Actor eastOnly = parts.keeper("east", TestAreas.ONLY_EAST, Right.MANAGE_ACCOUNTS);
        assertThat(parts.upkeep().leave(eastOnly, account)).isInstanceOf(AccountOutcome.Done.class);
        assertThat(parts.actors().findActor(account)).isEmpty();
        assertThat(parts.endedSessions).contains(account);
        assertThat(parts.reads().find(security, account).orElseThrow().grants())
                .hasSize(2)
                .allMatch(grant -> grant.endedAt() != null);
        assertThat(parts.upkeep().leave(system, account)).isEqualTo(refused(new AccountRefusal.AlreadyLeft()));
        assertThat(parts.grants().give(security, account, wanted("guide", EAST, null)))
                .isEqualTo(refused(new AccountRefusal.AlreadyLeft()));
    }

    @Test
    void a_movers_roles_end_the_day_before_and_the_new_one_begins() {
        UUID account = made("mover", EAST);
        parts.grants().give(security, account, wanted("station-lead", EAST, null));
        LocalDate day = TODAY.plusDays(7);
        parts.upkeep().move(system, account, new AccountUpkeep.Move(WEST, day, "station-lead"));
        AccountReads.Details moved = parts.reads().find(security, account).orElseThrow();
        assertThat(moved.account().place()).isEqualTo(TestAreas.WEST);
        assertThat(moved.account().wishedRole()).isEqualTo("station-lead");
        assertThat(moved.grants().getFirst().validTo()).isEqualTo(day.minusDays(1));
        assertThat(parts.reads().report(security).ending())
                .anyMatch(grant -> grant.accountId().equals(account));
        parts.grants().give(security, account, new Grants.Wanted("station-lead", WEST, List.of(), day, null, true));
        assertThat(parts.reads().find(security, account).orElseThrow().grants()).hasSize(2);
        Actor today = parts.actors().findActor(account).orElseThrow();
        assertThat(today.may(Right.EDIT_STATIONS, TestAreas.EAST)).isTrue();
        assertThat(today.may(Right.EDIT_STATIONS, TestAreas.WEST)).isFalse();
    }

    @Test
    void a_grant_that_ended_gives_nothing_from_the_next_request_on() {
        UUID account = made("stale", EAST);
        parts.grants().give(security, account, wanted("station-lead", EAST, null));
        Actor before = parts.actors().findActor(account).orElseThrow();
        assertThat(before.holds(Right.EDIT_STATIONS)).isTrue();
        parts.grants().end(security, account, new Grants.Ending(grantOf(account), TODAY.minusDays(1)));
        assertThat(parts.actors().findActor(account)).isEmpty();
        assertThat(parts.grants().end(security, account, new Grants.Ending(grantOf(account), TODAY)))
                .isEqualTo(refused(new AccountRefusal.AlreadyEnded()));
    }

    @Test
    void keepers_of_one_subdistrict_see_and_touch_nothing_of_another() {
        UUID west = made("west", WEST);
        Actor east = parts.keeper("eastern", TestAreas.ONLY_EAST, Right.MANAGE_ACCOUNTS, Right.GRANT_ROLES);
        assertThat(parts.reads().find(east, west)).isEmpty();
        assertThat(parts.reads().list(east, "", 1).lines())
                .noneMatch(line -> line.account().id().equals(west));
        assertThatThrownBy(() -> parts.upkeep().leave(east, west)).isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> parts.grants().give(east, west, wanted("guide", EAST, null)))
                .isInstanceOf(AccessRefusedException.class);
        UUID own = made("own", EAST);
        assertThat(parts.grants().give(east, own, wanted("guide", WEST, null)))
                .isEqualTo(refused(new AccountRefusal.OutsideYourArea()));
        assertThat(parts.upkeep().move(east, own, new AccountUpkeep.Move(WEST, TODAY, "")))
                .isEqualTo(refused(new AccountRefusal.OutsideYourArea()));
        Actor nobody = new Actor(UUID.randomUUID(), "x", Map.of(Right.EDIT_STATIONS, Areas.EVERYWHERE), Set.of());
        assertThatThrownBy(() -> parts.reads().list(nobody, "", 1)).isInstanceOf(AccessRefusedException.class);
        Place city = TestAreas.CITY;
        assertThat(east.may(Right.MANAGE_ACCOUNTS, city)).isFalse();
    }
}
