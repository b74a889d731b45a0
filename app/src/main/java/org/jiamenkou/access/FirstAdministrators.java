package org.jiamenkou.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.jiamenkou.access.rules.AccountRules;
import org.jiamenkou.access.store.AccountListStore;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.GrantStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupNotice;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The first three administrators of an installation without sample accounts: three persons, because the three exclude
 * each other (三员分立). Made when nobody holds the role for the city; the initial passwords are shown on the terminal
 * once, and anew at each start until they were used. Whoever can start the program could read the keys anyway.
 */
@Component
@Profile("!train")
class FirstAdministrators implements StartupTask, StartupNotice {
    private static final SystemScope SCOPE = new SystemScope("access.first-administrators");
    private static final String CITY = "310000000000";
    private static final String LOGIN = "first-";
    /** After the divisions of the network, which the accounts belong to. */
    private static final int AFTER_NETWORK = 91;

    private final Scoped scoped;
    private final AccountStore accounts;
    private final AccountListStore list;
    private final GrantStore grants;
    private final FactorStore factors;
    private final AreaTree areas;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, String> shown = new ConcurrentHashMap<>();

    FirstAdministrators(
            Scoped scoped,
            AccountStore accounts,
            AccountListStore list,
            GrantStore grants,
            FactorStore factors,
            AreaTree areas,
            Audit audit,
            PasswordEncoder passwords,
            Settings settings,
            Messages messages,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.list = list;
        this.grants = grants;
        this.factors = factors;
        this.areas = areas;
        this.audit = audit;
        this.passwords = passwords;
        this.settings = settings;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public int floor() {
        return AFTER_NETWORK;
    }

    @Override
    public String nameKey() {
        return "access.task.firstAdministrators";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        if (settings.demoAccounts()) {
            return;
        }
        Optional<Place> city = areas.findByCode(CITY);
        if (city.isEmpty()) {
            return;
        }
        scoped.transaction(SCOPE, () -> {
            grants.lockAdministratorRoles();
            for (String role : List.of("system-administrator", "security-administrator", "auditor")) {
                bring(role, city.get());
            }
        });
    }

    private void bring(String role, Place city) {
        String login = LOGIN + role;
        Optional<AccountRow> account = accounts.findByLoginName(login);
        if (account.isPresent()) {
            boolean unused = account.get().active()
                    && account.get().mustChange()
                    && factors.findTotp(account.get().id()).isEmpty();
            if (unused) {
                String password = AccountRules.initialPassword(random);
                list.setInitialPassword(account.get().id(), passwords.encode(password), clock.instant());
                shown.put(login, password);
            }
            return;
        }
        LocalDate today = LocalDate.now(clock);
        GrantStore.Held held = new GrantStore.Held(role, city.areaId(), today, false);
        if (grants.countHolders(held, new GrantStore.LeftOut(new UUID(0, 0), null)) == 0) {
            add(login, role, city);
        }
    }

    private void add(String login, String role, Place city) {
        UUID id = ids.next();
        String password = AccountRules.initialPassword(random);
        list.add(
                new AccountListStore.NewAccount(
                        id,
                        login,
                        messages.get(Lang.ZH, "access.role." + role),
                        passwords.encode(password),
                        city,
                        null,
                        null),
                clock.instant());
        grants.add(
                new GrantStore.NewGrant(
                        ids.next(), id, role, city, List.of(), LocalDate.now(clock), null, SCOPE.actorKey()),
                clock.instant());
        audit.record(new Audit.Entry(
                "account.made", "account", id.toString(), city, java.util.Set.of("login", "password", "role")));
        shown.put(login, password);
    }

    /** The initial passwords, for the terminal; none once they were used. */
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            for (Lang lang : Lang.values()) {
                lines.add(messages.get(lang, "access.first.note"));
            }
            shown.entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(one -> lines.add("  " + one.getKey() + "  " + one.getValue()));
            shown.clear();
        }
        return lines;
    }
}
