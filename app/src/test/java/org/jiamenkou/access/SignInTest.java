package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.TestStores;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Signing in, on a real database. */
class SignInTest {
    private static final String BROWSER = "a-known-browser";
    private static final SystemScope TEST = new SystemScope("test");
    private static final BCryptPasswordEncoder PASSWORDS = new BCryptPasswordEncoder(4);

    private static TestDatabase database;
    private static AccountStore accounts;
    private static TestAccess parts;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        accounts = TestStores.accounts(database.sql());
        parts = new TestAccess(database);
        parts.roles().run((done, total) -> {});
        parts.noSecondFactorFor("station-lead");
        parts.makeBrowser(BROWSER);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static SignIn at(LocalDateTime now, String... arguments) {
        return parts.signIn(now, PASSWORDS, arguments);
    }

    private static UUID account(String login, boolean demo, LocalDate grantedFrom) {
        UUID id = database.ids().next();
        Place place = new Place(UUID.randomUUID(), UUID.randomUUID());
        Instant at = database.clock().instant();
        database.scoped().transaction(TEST, () -> {
            accounts.add(
                    new AccountStore.AccountRow(
                            id, login, "示例", PASSWORDS.encode("Right-Pass1"), at, false, true, demo),
                    place,
                    at);
            accounts.addGrant(
                    new AccountStore.NewGrant(
                            database.ids().next(), id, "station-lead", place, grantedFrom, TEST.actorKey()),
                    at);
        });
        return id;
    }

    private static SignInOutcome welcome(UUID id, boolean mustChange) {
        return new SignInOutcome.Welcome(id, "示例", mustChange, null);
    }

    private static SignIn.Attempt right(String login) {
        return new SignIn.Attempt(login, "Right-Pass1", BROWSER);
    }

    private static SignIn.Attempt wrong(String login) {
        return new SignIn.Attempt(login, "Wrong-Pass1", BROWSER);
    }

    @Test
    void the_right_password_is_welcome_and_leaves_an_audit_row() {
        UUID id = account("welcome", false, LocalDate.of(2026, 1, 1));
        assertThat(at(TestDatabase.NOW).signIn(right("welcome"))).isEqualTo(welcome(id, false));
        List<String> actions = database.scoped()
                .read(
                        TEST,
                        () -> database.sql()
                                .sql("select action from access.audit where subject = :id")
                                .param("id", id.toString())
                                .query(String.class)
                                .list());
        assertThat(actions).containsExactly("account.signed-in");
    }

    @Test
    void five_wrong_ones_lock_the_name_for_a_quarter_of_an_hour() {
        account("locked", false, LocalDate.of(2026, 1, 1));
        SignIn now = at(TestDatabase.NOW);
        for (int i = 0; i < 4; i++) {
            assertThat(now.signIn(wrong("locked"))).isInstanceOf(SignInOutcome.NotRecognised.class);
        }
        assertThat(now.signIn(wrong("locked"))).isEqualTo(new SignInOutcome.Locked(TestDatabase.NOW.plusMinutes(15)));
        assertThat(now.signIn(right("locked"))).isInstanceOf(SignInOutcome.Locked.class);
        assertThat(at(TestDatabase.NOW.plusMinutes(16)).signIn(right("locked")))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void an_unknown_name_is_answered_like_a_wrong_password_and_locks_alike() {
        SignIn now = at(TestDatabase.NOW);
        for (int i = 0; i < 4; i++) {
            assertThat(now.signIn(wrong("nobody"))).isEqualTo(new SignInOutcome.NotRecognised());
        }
        assertThat(now.signIn(wrong("nobody"))).isInstanceOf(SignInOutcome.Locked.class);
    }

    @Test
    void a_grant_that_has_not_begun_gives_no_entry() {
        account("tomorrow", false, TestDatabase.NOW.toLocalDate().plusDays(1));
        assertThat(at(TestDatabase.NOW).signIn(right("tomorrow"))).isEqualTo(new SignInOutcome.NotRecognised());
        assertThat(at(TestDatabase.NOW.plusDays(1)).signIn(right("tomorrow")))
                .isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_demo_account_is_nobody_outside_demo_mode_and_off_loopback() {
        account("demo", true, LocalDate.of(2026, 1, 1));
        assertThat(at(TestDatabase.NOW).signIn(right("demo"))).isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(at(TestDatabase.NOW, "--no-demo").signIn(right("demo")))
                .isEqualTo(new SignInOutcome.NotRecognised());
        assertThat(at(TestDatabase.NOW, "--host", "0.0.0.0").signIn(right("demo")))
                .isEqualTo(new SignInOutcome.NotRecognised());
    }

    @Test
    void an_old_password_must_be_changed_and_the_new_one_counts() {
        UUID id = account("old", false, LocalDate.of(2026, 1, 1));
        SignIn later = at(TestDatabase.NOW.plusDays(91));
        assertThat(later.signIn(right("old"))).isEqualTo(welcome(id, true));
        Actor self = new Actor(id, "示例", Map.of(), Set.of());
        assertThat(later.changePassword(self, new SignIn.NewPassword("Right-Pass1", "short")))
                .contains(new PasswordRefusal.TooShort(8));
        assertThat(later.changePassword(self, new SignIn.NewPassword("Wrong", "Fresh-Pass2")))
                .contains(new PasswordRefusal.WrongCurrentPassword());
        assertThat(later.changePassword(self, new SignIn.NewPassword("Right-Pass1", "Fresh-Pass2")))
                .isEqualTo(Optional.empty());
        assertThat(later.signIn(new SignIn.Attempt("old", "Fresh-Pass2", BROWSER)))
                .isEqualTo(welcome(id, false));
    }

    @Test
    void passwords_do_not_stand_in_text_that_could_reach_a_log() {
        assertThat(right("x").toString()).doesNotContain("Right-Pass1");
        assertThat(new SignIn.NewPassword("a-secret", "b-secret").toString()).doesNotContain("secret");
    }
}
