package org.jiamenkou.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.BrowserStore;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.TestStores;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.TestMessages;
import org.jspecify.annotations.NullMarked;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The services of this module on a test database, at any time, without Spring. */
@NullMarked
final class TestAccess {
    static final SystemScope TEST = new SystemScope("test");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    final TestDatabase database;
    final AccountStore accounts;
    final FactorStore factors;
    final BrowserStore browserStore;
    final Ciphers ciphers;

    TestAccess(TestDatabase database) {
        this.database = database;
        this.accounts = TestStores.accounts(database.sql());
        this.factors = TestStores.factors(database.sql());
        this.browserStore = TestStores.browsers(database.sql());
        this.ciphers = new Ciphers(Keyring.open(Path.of("target", "test-keys", UUID.randomUUID() + ".keys")));
    }

    RoleData roles() {
        return new RoleData(database.scoped(), TestStores.roles(database.sql()));
    }

    static Clock clock(LocalDateTime now) {
        return Clock.fixed(now.atZone(SHANGHAI).toInstant(), SHANGHAI);
    }

    Audit audit(Clock clock) {
        return TestAudit.over(database.sql(), new Ids(clock), clock);
    }

    Browsers browsers(Clock clock) {
        return new Browsers(browserStore, factors, new Ids(clock), clock);
    }

    WrongAttempts attempts(Clock clock) {
        return new WrongAttempts(accounts, clock);
    }

    SignIn signIn(LocalDateTime now, PasswordEncoder passwords, String... arguments) {
        Clock clock = clock(now);
        return new SignIn(
                database.scoped(),
                accounts,
                factors,
                browsers(clock),
                attempts(clock),
                audit(clock),
                passwords,
                Settings.from(arguments, Map.of()),
                clock);
    }

    SecondFactor secondFactor(LocalDateTime now, String... arguments) {
        Clock clock = clock(now);
        return new SecondFactor(
                database.scoped(),
                accounts,
                factors,
                browsers(clock),
                attempts(clock),
                audit(clock),
                ciphers,
                Settings.from(arguments, Map.of()),
                clock);
    }

    DeskSwitch desk(LocalDateTime now, PasswordEncoder passwords) {
        Clock clock = clock(now);
        return new DeskSwitch(
                database.scoped(),
                signIn(now, passwords),
                accounts,
                factors,
                browsers(clock),
                audit(clock),
                ciphers,
                passwords,
                Settings.from(new String[0], Map.of()),
                clock);
    }

    static final PasswordEncoder PASSWORDS = new BCryptPasswordEncoder(4);

    final List<UUID> endedSessions = new CopyOnWriteArrayList<>();

    private LastAdministrators administrators() {
        return new LastAdministrators(
                TestStores.grants(database.sql()), new TestAreas(), Settings.from(new String[0], Map.of()));
    }

    AccountUpkeep upkeep() {
        return new AccountUpkeep(
                database.scoped(),
                TestStores.accountList(database.sql()),
                TestStores.grants(database.sql()),
                TestStores.roles(database.sql()),
                browserStore,
                attempts(database.clock()),
                administrators(),
                new MeantAreas(new TestAreas()),
                endedSessions::add,
                audit(database.clock()),
                PASSWORDS,
                database.ids(),
                database.clock());
    }

    Grants grants() {
        return new Grants(
                database.scoped(),
                TestStores.accountList(database.sql()),
                TestStores.grants(database.sql()),
                TestStores.roles(database.sql()),
                administrators(),
                new MeantAreas(new TestAreas()),
                audit(database.clock()),
                database.ids(),
                database.clock());
    }

    Restores restores(LocalDateTime now) {
        Clock clock = clock(now);
        return new Restores(
                database.scoped(),
                TestStores.accountList(database.sql()),
                accounts,
                TestStores.restores(database.sql()),
                factors,
                browserStore,
                attempts(clock),
                endedSessions::add,
                audit(clock),
                PASSWORDS,
                new Ids(clock),
                clock);
    }

    AccountReads reads() {
        return new AccountReads(
                database.scoped(),
                TestStores.accountList(database.sql()),
                TestStores.auditReads(database.sql()),
                TestStores.grants(database.sql()),
                TestStores.roles(database.sql()),
                factors,
                new TestAreas(),
                database.clock());
    }

    FirstAdministrators firstAdministrators(String... arguments) {
        return new FirstAdministrators(
                database.scoped(),
                accounts,
                TestStores.accountList(database.sql()),
                TestStores.grants(database.sql()),
                factors,
                new TestAreas(),
                audit(database.clock()),
                PASSWORDS,
                Settings.from(arguments, Map.of()),
                TestMessages.all(),
                database.ids(),
                database.clock());
    }

    Actors actors() {
        return new Actors(
                database.scoped(), accounts, new TestAreas(), Settings.from(new String[0], Map.of()), database.clock());
    }

    /** Somebody with an account and these rights, wherever their grants say. */
    Actor keeper(String login, Areas where, Right... rights) {
        UUID id = account(login, "-", "guide", TestAreas.CITY);
        Map<Right, Areas> held = new EnumMap<>(Right.class);
        for (Right right : rights) {
            held.put(right, where);
        }
        return new Actor(id, "管理" + login, held, Set.of());
    }

    void noSecondFactorFor(String role) {
        database.scoped()
                .transaction(
                        TEST,
                        () -> database.sql()
                                .sql("update access.roles set second_factor = false where code = :role")
                                .param("role", role)
                                .update());
    }

    void makeBrowser(String token) {
        database.scoped()
                .transaction(
                        TEST,
                        () -> browserStore.add(
                                database.ids().next(),
                                Sm3.hash(token.getBytes(StandardCharsets.US_ASCII)),
                                database.clock().instant()));
    }

    /** An account with one grant at the place, valid from the first of the year. */
    UUID account(String login, String passwordHash, String role, Place place) {
        UUID id = database.ids().next();
        database.scoped().transaction(TEST, () -> {
            accounts.add(
                    new AccountStore.AccountRow(
                            id, login, "示例", passwordHash, database.clock().instant(), false, true, false),
                    place,
                    database.clock().instant());
            accounts.addGrant(
                    new AccountStore.NewGrant(
                            database.ids().next(), id, role, place, LocalDate.of(2026, 1, 1), TEST.actorKey()),
                    database.clock().instant());
        });
        return id;
    }
}
