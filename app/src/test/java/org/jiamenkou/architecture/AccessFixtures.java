package org.jiamenkou.architecture;

import static org.jiamenkou.architecture.Fixture.ALL_STAFF;
import static org.jiamenkou.architecture.Fixture.open;
import static org.jiamenkou.architecture.Fixture.openForm;
import static org.jiamenkou.architecture.Fixture.staffPage;
import static org.jiamenkou.architecture.Fixture.write;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.AreaTree;
import org.jiamenkou.access.DemoAccounts;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.architecture.Fixture.Form;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;

/** The valid requests of signing in, accounts and grants. */
final class AccessFixtures {
    private static final SystemScope TEST = new SystemScope("test");
    private static final Set<String> KEEPERS = Set.of("zheng", "qian");
    private static final UUID KEPT = UUID.fromString("00000000-0000-7000-8000-00000000f001");
    private static final UUID LEAVER = UUID.fromString("00000000-0000-7000-8000-00000000f002");
    private static final UUID GRANT = UUID.fromString("00000000-0000-7000-8000-00000000f003");

    private AccessFixtures() {}

    static List<Fixture> all(TestApp app) {
        List<Fixture> all = new ArrayList<>();
        all.addAll(signIn());
        all.addAll(ownSignIn());
        makeSamples(app);
        all.addAll(accountPages());
        all.addAll(accountForms());
        return all;
    }

    private static List<Fixture> signIn() {
        return List.of(
                open("/sign-in/code", "/sign-in/code"),
                openForm("/sign-in/code", "code", "123456"),
                open("/sign-in/enrol", "/sign-in/enrol"),
                openForm("/sign-in/enrol", "code", "123456"),
                open("/desk/switch", "/desk/switch"),
                openForm("/desk/switch", "worker", "00000000-0000-7000-8000-000000000001", "pin", "7392"));
    }

    /** Accounts that only these fixtures change, in 浦兴路街道; one for each thing that can be done to one only once. */
    private static void makeSamples(TestApp app) {
        Place place = app.bean(AreaTree.class).findByCode("310115014000").orElseThrow();
        AccountStore accounts = app.bean(AccountStore.class);
        Clock clock = app.bean(Clock.class);
        app.bean(Scoped.class).transaction(TEST, () -> {
            for (UUID id : List.of(KEPT, LEAVER)) {
                if (accounts.find(id).isEmpty()) {
                    accounts.add(
                            new AccountStore.AccountRow(
                                    id,
                                    "fixture-" + id.toString().substring(35),
                                    "样例",
                                    "-",
                                    clock.instant(),
                                    false,
                                    true,
                                    false),
                            place,
                            clock.instant());
                    accounts.addGrant(
                            new AccountStore.NewGrant(GRANT, id, "guide", place, LocalDate.now(clock), "system:test"),
                            clock.instant());
                }
            }
        });
    }

    private static List<Fixture> accountPages() {
        return List.of(
                staffPage("/admin/accounts", "/admin/accounts?q=fixture", KEEPERS),
                staffPage("/admin/accounts/new", "/admin/accounts/new", Set.of("zheng")),
                staffPage("/admin/accounts/report", "/admin/accounts/report", KEEPERS),
                staffPage("/admin/accounts/{id}", "/admin/accounts/" + KEPT, KEEPERS),
                staffPage("/admin/roles", "/admin/roles", Set.of("zheng", "qian", "wu")),
                staffPage("/admin/restores", "/admin/restores", KEEPERS),
                open("/sign-in/restore", "/sign-in/restore"),
                openForm("/sign-in/restore", "login", "nobody-at-all", "code", "ABCDEFGHJK", "password", "x"),
                // the same restore cannot be confirmed twice: RestoresTest and C02 do it as the right people
                new Fixture(
                        "POST /admin/restores/{id}/confirm",
                        "/admin/restores/" + KEPT + "/confirm",
                        new Fixture.Audience.Everybody(),
                        "/sign-in",
                        List.of(),
                        ""));
    }

    private static List<Fixture> accountForms() {
        String kept = "/admin/accounts/" + KEPT;
        String leaver = "/admin/accounts/" + LEAVER;
        String audit = "select count(*) from access.audit where action in ('account.reset', 'account.moved')";
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return List.of(
                write(
                        "/admin/accounts",
                        "/admin/accounts",
                        Set.of("zheng"),
                        new Form(
                                "/admin/accounts/new",
                                "select count(*) from access.accounts where login_name = 'fixture-made'",
                                "login",
                                "fixture-made",
                                "name",
                                "新人",
                                "area",
                                "310115014000")),
                write(
                        "/admin/accounts/{id}/grants",
                        kept + "/grants",
                        Set.of("qian"),
                        new Form(
                                kept,
                                "select count(*) from access.grants where account_id = '" + KEPT + "'",
                                "role",
                                "community-worker",
                                "area",
                                "310115014002",
                                "from",
                                today)),
                write(
                        "/admin/accounts/{id}/grants/{grant}/end",
                        kept + "/grants/" + GRANT + "/end",
                        Set.of("qian"),
                        new Form(kept, "select count(*) from access.grants where ended_at is not null")),
                write(
                        "/admin/accounts/{id}/restore",
                        kept + "/restore",
                        KEEPERS,
                        new Form(kept, "select count(*) from access.restores", "totp", "1", "reason", "手机丢了，当面认得")),
                write("/admin/accounts/{id}/reset", kept + "/reset", Set.of("zheng"), new Form(kept, audit)),
                write(
                        "/admin/accounts/{id}/move",
                        kept + "/move",
                        Set.of("zheng"),
                        new Form(kept, audit, "moveArea", "310115008000", "moveFrom", today)),
                write(
                        "/admin/accounts/{id}/leave",
                        leaver + "/leave",
                        Set.of("zheng"),
                        new Form(leaver, "select count(*) from access.accounts where state = 'LEFT'")));
    }

    private static List<Fixture> ownSignIn() {
        String page = "/desk/factors";
        String audit =
                "select count(*) from access.audit where action like 'account.%-set' or action = 'account.card-removed'";
        return List.of(
                staffPage(page, page, ALL_STAFF),
                write(
                        "/desk/factors/pin",
                        "/desk/factors/pin",
                        ALL_STAFF,
                        new Form(page, audit, "pin", "7392", "password", DemoAccounts.PASSWORD)),
                write("/desk/factors/card/remove", "/desk/factors/card/remove", ALL_STAFF, new Form(page, audit)),
                // a card belongs to one person: only the first of all staff could register this one
                openForm("/desk/factors/card", "card", "12345678"));
    }
}
