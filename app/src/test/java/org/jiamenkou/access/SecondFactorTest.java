package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.rules.Base32;
import org.jiamenkou.access.rules.Totp;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The second factor and the switch of users at a shared desk, on a real database. */
class SecondFactorTest {
    private static final LocalDateTime NOW = TestDatabase.NOW;
    private static final BCryptPasswordEncoder PASSWORDS = new BCryptPasswordEncoder(4);
    private static final String PASSWORD = "Right-Pass1";
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static TestDatabase database;
    private static TestAccess parts;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        parts = new TestAccess(database);
        parts.roles().run((done, total) -> {});
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static UUID lead(String login) {
        return parts.account(
                login, PASSWORDS.encode(PASSWORD), "station-lead", new Place(UUID.randomUUID(), UUID.randomUUID()));
    }

    private static SignInOutcome password(LocalDateTime at, String login, @Nullable String browser) {
        return parts.signIn(at, PASSWORDS).signIn(new SignIn.Attempt(login, PASSWORD, browser));
    }

    private static HalfSignIn half(LocalDateTime at, String login, @Nullable String browser) {
        return ((SignInOutcome.CodeNeeded) password(at, login, browser)).half();
    }

    private static String codeAt(LocalDateTime at) {
        return Totp.code(
                Base32.decode(SECRET).orElseThrow(),
                Totp.step(TestAccess.clock(at).instant()));
    }

    private static SignInOutcome.Welcome enrolled(LocalDateTime at, String login) {
        return (SignInOutcome.Welcome)
                parts.secondFactor(at).enrol(half(at, login, null), SECRET, new SecondFactor.Typed(codeAt(at), null));
    }

    private static String enrolledBrowser(String login) {
        return Objects.requireNonNull(enrolled(NOW, login).browserToken());
    }

    @Test
    void the_password_alone_opens_nothing_and_setting_up_an_authenticator_does() {
        UUID id = lead("first");
        assertThat(password(NOW, "first", null))
                .isEqualTo(new SignInOutcome.CodeNeeded(new HalfSignIn(id, "first", false), false));
        SignInOutcome.Welcome welcome = enrolled(NOW, "first");
        assertThat(welcome.accountId()).isEqualTo(id);
        assertThat(welcome.browserToken()).hasSizeGreaterThan(40);
    }

    @Test
    void a_code_is_asked_once_per_browser_and_some_hours() {
        lead("hours");
        String browser = enrolledBrowser("hours");
        assertThat(password(NOW.plusHours(11), "hours", browser)).isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(password(NOW.plusHours(11), "hours", "another-browser"))
                .isInstanceOf(SignInOutcome.CodeNeeded.class);
        assertThat(password(NOW.plusHours(13), "hours", browser)).isInstanceOf(SignInOutcome.CodeNeeded.class);
    }

    @Test
    void a_code_that_was_used_is_refused_and_the_next_one_counts() {
        lead("replay");
        enrolled(NOW, "replay");
        HalfSignIn half = half(NOW, "replay", null);
        assertThat(parts.secondFactor(NOW).enter(half, new SecondFactor.Typed(codeAt(NOW), null)))
                .isEqualTo(new SignInOutcome.WrongCode());
        LocalDateTime later = NOW.plusSeconds(30);
        assertThat(parts.secondFactor(NOW).enter(half, new SecondFactor.Typed(codeAt(later), null)))
                .isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(parts.secondFactor(later).enter(half, new SecondFactor.Typed(codeAt(later), null)))
                .isEqualTo(new SignInOutcome.WrongCode());
    }

    @Test
    void an_authenticator_cannot_be_set_up_over_another() {
        lead("over");
        enrolled(NOW, "over");
        HalfSignIn half = half(NOW, "over", null);
        assertThat(parts.secondFactor(NOW)
                        .enrol(half, SECRET, new SecondFactor.Typed(codeAt(NOW.plusSeconds(30)), null)))
                .isEqualTo(new SignInOutcome.NotRecognised());
    }

    @Test
    void wrong_codes_lock_the_name_and_a_right_password_between_them_does_not_help() {
        lead("guess");
        enrolled(NOW, "guess");
        SecondFactor factor = parts.secondFactor(NOW);
        for (int i = 0; i < 4; i++) {
            HalfSignIn half = half(NOW, "guess", null);
            assertThat(factor.enter(half, new SecondFactor.Typed("000000", null)))
                    .isEqualTo(new SignInOutcome.WrongCode());
        }
        HalfSignIn half = half(NOW, "guess", null);
        assertThat(factor.enter(half, new SecondFactor.Typed("000000", null))).isInstanceOf(SignInOutcome.Locked.class);
        assertThat(password(NOW, "guess", null)).isInstanceOf(SignInOutcome.Locked.class);
    }

    @Test
    void secrets_pins_and_cards_do_not_stand_in_the_database() {
        UUID id = lead("hidden");
        enrolled(NOW, "hidden");
        Actor self = new Actor(id, "示例", Map.of(), Set.of());
        parts.desk(NOW, PASSWORDS).setPin(self, new DeskSwitch.Setting("7392", PASSWORD));
        parts.desk(NOW, PASSWORDS).registerCard(self, new DeskSwitch.Setting("0012345678", PASSWORD));
        String row = database.scoped()
                .read(
                        TestAccess.TEST,
                        () -> database.sql()
                                .sql("select encode(totp_secret || pin_hash || card, 'escape') || f::text"
                                        + " from access.factors f where account_id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
        assertThat(row).doesNotContain(SECRET).doesNotContain("7392").doesNotContain("0012345678");
    }

    @Test
    void nobody_else_sees_or_changes_somebodys_factors() throws Exception {
        UUID id = lead("private");
        enrolled(NOW, "private");
        try (var raw = database.raw();
                var statement = raw.createStatement()) {
            raw.setAutoCommit(false);
            statement.execute("set local jmk.actor = '" + UUID.randomUUID() + "'");
            statement.execute("set local jmk.areas = '*'");
            statement.execute("set local jmk.write_areas = '*'");
            try (var rows = statement.executeQuery("select count(*) from access.factors")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(statement.executeUpdate(
                            "update access.factors set totp_secret = null where account_id = '" + id + "'"))
                    .isZero();
            raw.rollback();
        }
    }

    private static String atDesk(String login, String pin) {
        UUID id = lead(login);
        String browser = enrolledBrowser(login);
        Actor self = new Actor(id, "示例", Map.of(), Set.of());
        assertThat(parts.desk(NOW, PASSWORDS).setPin(self, new DeskSwitch.Setting(pin, PASSWORD)))
                .isEmpty();
        return browser;
    }

    private static UUID onlyWorker(String browser) {
        List<DeskSwitch.Worker> workers = parts.desk(NOW, PASSWORDS).listWorkers(browser);
        assertThat(workers).hasSize(1);
        return workers.getFirst().accountId();
    }

    @Test
    void a_pin_switches_where_somebody_signed_in_fully_and_nowhere_else() {
        String browser = atDesk("desk", "7392");
        UUID id = onlyWorker(browser);
        DeskSwitch desk = parts.desk(NOW, PASSWORDS);
        assertThat(desk.byPin(browser, new DeskSwitch.PinTyped(id, "7392")))
                .isEqualTo(new SwitchOutcome.Welcome(id, "示例", false));
        assertThat(desk.byPin("another-browser", new DeskSwitch.PinTyped(id, "7392")))
                .isEqualTo(new SwitchOutcome.NotRecognised());
        assertThat(desk.byPin(null, new DeskSwitch.PinTyped(id, "7392"))).isEqualTo(new SwitchOutcome.NotRecognised());
        assertThat(parts.desk(NOW.plusHours(13), PASSWORDS).byPin(browser, new DeskSwitch.PinTyped(id, "7392")))
                .isEqualTo(new SwitchOutcome.NotRecognised());
    }

    @Test
    void five_wrong_pins_lock_the_pin_and_not_the_password() {
        String browser = atDesk("pinlock", "7392");
        UUID id = onlyWorker(browser);
        DeskSwitch desk = parts.desk(NOW, PASSWORDS);
        for (int i = 0; i < 4; i++) {
            assertThat(desk.byPin(browser, new DeskSwitch.PinTyped(id, "9999")))
                    .isEqualTo(new SwitchOutcome.NotRecognised());
        }
        assertThat(desk.byPin(browser, new DeskSwitch.PinTyped(id, "9999"))).isInstanceOf(SwitchOutcome.Locked.class);
        assertThat(desk.byPin(browser, new DeskSwitch.PinTyped(id, "7392"))).isInstanceOf(SwitchOutcome.Locked.class);
        assertThat(password(NOW, "pinlock", browser)).isInstanceOf(SignInOutcome.Welcome.class);
        assertThat(parts.desk(NOW.plusMinutes(16), PASSWORDS).byPin(browser, new DeskSwitch.PinTyped(id, "7392")))
                .isInstanceOf(SwitchOutcome.Welcome.class);
    }

    @Test
    void a_card_switches_and_belongs_to_one_person() {
        String browser = atDesk("card", "7392");
        UUID id = onlyWorker(browser);
        Actor self = new Actor(id, "示例", Map.of(), Set.of());
        DeskSwitch desk = parts.desk(NOW, PASSWORDS);
        assertThat(desk.registerCard(self, new DeskSwitch.Setting("04 A1 B2 C3", "Wrong-Pass1")))
                .contains(new PinRefusal.WrongPassword());
        assertThat(desk.registerCard(self, new DeskSwitch.Setting("04 A1 B2 C3", PASSWORD)))
                .isEmpty();
        assertThat(desk.byCard(browser, "04a1b2c3\r")).isInstanceOf(SwitchOutcome.Welcome.class);
        assertThat(desk.byCard(browser, "04a1b2c4")).isEqualTo(new SwitchOutcome.NotRecognised());
        Actor other = new Actor(lead("card-thief"), "示例", Map.of(), Set.of());
        assertThat(desk.registerCard(other, new DeskSwitch.Setting("04A1B2C3", PASSWORD)))
                .contains(new PinRefusal.CardTaken());
        desk.removeCard(self);
        assertThat(desk.byCard(browser, "04A1B2C3")).isEqualTo(new SwitchOutcome.NotRecognised());
    }

    @Test
    void administrators_do_not_switch() {
        UUID id = parts.account(
                "admin", PASSWORDS.encode(PASSWORD), "security-administrator", new Place(UUID.randomUUID(), null));
        String browser = enrolledBrowser("admin");
        parts.desk(NOW, PASSWORDS)
                .setPin(new Actor(id, "示例", Map.of(), Set.of()), new DeskSwitch.Setting("7392", PASSWORD));
        assertThat(parts.desk(NOW, PASSWORDS).listWorkers(browser)).isEmpty();
        assertThat(parts.desk(NOW, PASSWORDS).byPin(browser, new DeskSwitch.PinTyped(id, "7392")))
                .isEqualTo(new SwitchOutcome.NotRecognised());
    }
}
