package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost password or authenticator, restored by two persons, on a real database. */
class RestoresTest {
    private static final LocalDateTime NOW = TestDatabase.NOW;
    private static final String OLD = "Right-Pass1";
    private static final String FRESH = "Fresh-Pass2";

    private TestDatabase database;
    private TestAccess parts;
    private Actor first;
    private Actor second;
    private UUID loser;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        parts = new TestAccess(database);
        parts.roles().run((done, total) -> {});
        first = parts.keeper("first", Areas.EVERYWHERE, Right.MANAGE_ACCOUNTS);
        second = parts.keeper("second", Areas.EVERYWHERE, Right.GRANT_ROLES);
        loser = parts.account("loser", TestAccess.PASSWORDS.encode(OLD), "station-lead", TestAreas.EAST);
        database.scoped()
                .transaction(
                        TestAccess.TEST,
                        () -> parts.factors.setTotp(
                                loser,
                                new FactorStore.TotpRow(parts.ciphers.encrypt("access.totp", "ABCDEFGH"), 0),
                                database.clock().instant()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID asked(boolean password, boolean totp) {
        AccountOutcome outcome = parts.restores(NOW).ask(first, loser, new Restores.Asked(password, totp, "手机丢了"));
        assertThat(outcome).isInstanceOf(AccountOutcome.Done.class);
        return parts.restores(NOW).listOpen(second).getFirst().id();
    }

    private String confirmed(boolean password, boolean totp) {
        UUID id = asked(password, totp);
        return ((AccountOutcome.Done) parts.restores(NOW).confirm(second, id)).shownOnce();
    }

    private RestoreOutcome use(LocalDateTime at, String code, String password) {
        return parts.restores(at).use(new Restores.Used("loser", code, password));
    }

    @Test
    void two_persons_restore_a_password_and_everything_old_stops() {
        String code = confirmed(true, false);
        assertThat(use(NOW, code, "short")).isInstanceOf(RestoreOutcome.PasswordRefused.class);
        assertThat(use(NOW, code, FRESH))
                .isEqualTo(new RestoreOutcome.Restored(new HalfSignIn(loser, "loser", false), true));
        assertThat(parts.endedSessions).containsExactly(loser);
        SignIn signIn = parts.signIn(NOW, TestAccess.PASSWORDS);
        assertThat(signIn.signIn(new SignIn.Attempt("loser", OLD, null)))
                .isInstanceOf(SignInOutcome.NotRecognised.class);
        assertThat(signIn.signIn(new SignIn.Attempt("loser", FRESH, null)))
                .isInstanceOf(SignInOutcome.CodeNeeded.class);
        assertThat(use(NOW, code, "Other-Pass3")).as("a code works once").isEqualTo(new RestoreOutcome.NotRecognised());
    }

    @Test
    void two_persons_restore_an_authenticator_and_the_password_stays() {
        String code = confirmed(false, true);
        assertThat(use(NOW, code, "Wrong-Pass1")).isEqualTo(new RestoreOutcome.NotRecognised());
        assertThat(use(NOW, code, OLD))
                .isEqualTo(new RestoreOutcome.Restored(new HalfSignIn(loser, "loser", false), false));
        assertThat(parts.secondFactor(NOW).isEnrolled(loser)).isFalse();
    }

    @Test
    void one_person_alone_restores_nothing() {
        UUID id = asked(true, true);
        assertThat(parts.restores(NOW).confirm(first, id))
                .isEqualTo(new AccountOutcome.Refused(new AccountRefusal.AskedByYou()));
        assertThat(use(NOW, "ABCDEFGHJK", FRESH)).isEqualTo(new RestoreOutcome.NotRecognised());
    }

    @Test
    void nobody_asks_for_or_confirms_their_own() {
        assertThat(parts.restores(NOW).ask(first, first.accountId(), new Restores.Asked(true, false, "x")))
                .isEqualTo(new AccountOutcome.Refused(new AccountRefusal.Yourself()));
        parts.restores(NOW).ask(first, second.accountId(), new Restores.Asked(true, false, "x"));
        UUID own = parts.restores(NOW).listOpen(second).getFirst().id();
        assertThat(parts.restores(NOW).confirm(second, own))
                .isEqualTo(new AccountOutcome.Refused(new AccountRefusal.Yourself()));
    }

    @Test
    void a_restore_without_a_reason_is_refused() {
        AccountOutcome noReason = new AccountOutcome.Refused(new AccountRefusal.NoReason());
        assertThat(parts.restores(NOW).ask(first, loser, new Restores.Asked(true, true, " ")))
                .isEqualTo(noReason);
        assertThat(parts.restores(NOW).ask(first, loser, new Restores.Asked(false, false, "x")))
                .isEqualTo(noReason);
    }

    @Test
    void a_day_later_it_is_over() {
        UUID id = asked(true, true);
        assertThatThrownBy(() -> parts.restores(NOW.plusHours(25)).confirm(second, id))
                .isInstanceOf(AccessRefusedException.class);
        String code = confirmed(true, false);
        assertThat(use(NOW.plusHours(25), code, FRESH)).isEqualTo(new RestoreOutcome.NotRecognised());
    }

    @Test
    void asking_anew_takes_the_place_of_what_was_asked_before() {
        String code = confirmed(true, false);
        asked(true, false);
        assertThat(use(NOW, code, FRESH)).isEqualTo(new RestoreOutcome.NotRecognised());
    }

    @Test
    void wrong_codes_lock_the_name() {
        String code = confirmed(true, false);
        for (int i = 0; i < 4; i++) {
            assertThat(use(NOW, "WRONGCODE" + i, FRESH)).isEqualTo(new RestoreOutcome.NotRecognised());
        }
        assertThat(use(NOW, "WRONGCODE9", FRESH)).isInstanceOf(RestoreOutcome.Locked.class);
        assertThat(use(NOW, code, FRESH)).isInstanceOf(RestoreOutcome.Locked.class);
    }

    @Test
    void keepers_of_another_subdistrict_neither_ask_nor_confirm() {
        Actor west = parts.keeper(
                "west",
                Areas.within(java.util.Set.of(TestAreas.WEST.areaId())),
                Right.MANAGE_ACCOUNTS,
                Right.GRANT_ROLES);
        assertThatThrownBy(() -> parts.restores(NOW).ask(west, loser, new Restores.Asked(true, true, "x")))
                .isInstanceOf(AccessRefusedException.class);
        UUID id = asked(true, true);
        assertThatThrownBy(() -> parts.restores(NOW).confirm(west, id)).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void each_step_leaves_a_row_in_the_audit_trail() {
        use(NOW, confirmed(true, true), FRESH);
        List<String> actions = database.scoped()
                .read(
                        TestAccess.TEST,
                        () -> database.sql()
                                .sql("select action || ' ' || actor from access.audit where subject = :id order by id")
                                .param("id", loser.toString())
                                .query((rs, n) -> rs.getString(1))
                                .list());
        assertThat(actions)
                .containsExactlyInAnyOrder(
                        "account.restore-asked " + first.accountId(),
                        "account.restore-confirmed " + second.accountId(),
                        "account.restored system:access.sign-in");
    }
}
