package org.jiamenkou.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupNotice;
import org.jiamenkou.platform.StartupTask;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.Lang;
import org.jiamenkou.platform.web.Messages;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Sample staff (示例), so that a newcomer can try the desk. Made only in demo mode on loopback; elsewhere rows that an
 * earlier demo left are not accepted (see {@link SignIn} and {@link Actors}).
 */
@Component
public class DemoAccounts implements StartupTask, StartupNotice {
    /** Printed at start and shown on the sign-in page of a demo; worthless anywhere else. */
    public static final String PASSWORD = "Jiamenkou-2026";

    private static final SystemScope SCOPE = new SystemScope("access.demo-accounts");
    /** After the divisions of the network, which the accounts belong to. */
    private static final int AFTER_NETWORK = 90;

    private final Scoped scoped;
    private final AccountStore accounts;
    private final SecondFactor factor;
    private final AreaTree areas;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;

    DemoAccounts(
            Scoped scoped,
            AccountStore accounts,
            SecondFactor factor,
            AreaTree areas,
            PasswordEncoder passwords,
            Settings settings,
            Messages messages,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.factor = factor;
        this.areas = areas;
        this.passwords = passwords;
        this.settings = settings;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param area 12-digit division code; @param secret of its authenticator, Base32 */
    public record Demo(String login, String name, String role, String area, String secret) {}

    /** The demo log-ins, none outside demo mode on loopback. */
    public List<Demo> list() {
        return settings.demoAccounts() ? read() : List.of();
    }

    @Override
    public int floor() {
        return AFTER_NETWORK;
    }

    @Override
    public String nameKey() {
        return "access.task.demoAccounts";
    }

    @Override
    public void run(BiConsumer<Integer, Integer> progress) {
        List<Demo> demos = list();
        if (demos.isEmpty()) {
            return;
        }
        scoped.transaction(SCOPE, () -> {
            List<Demo> missing = demos.stream()
                    .filter(demo -> accounts.findByLoginName(demo.login()).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                String hash = passwords.encode(PASSWORD);
                missing.forEach(demo -> areas.findByCode(demo.area()).ifPresent(place -> add(demo, place, hash)));
            }
            demos.forEach(demo -> accounts.findByLoginName(demo.login())
                    .filter(AccountStore.AccountRow::demo)
                    .ifPresent(account -> factor.giveIfMissing(account.id(), demo.secret())));
        });
        progress.accept(demos.size(), demos.size());
    }

    /** The log-ins, for the terminal. */
    @Override
    public List<String> lines() {
        List<Demo> demos = list();
        if (demos.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            lines.add(messages.get(lang, "access.demo.title") + ": " + messages.get(lang, "access.demo.note", PASSWORD)
                    + " " + messages.get(lang, "access.demo.codes"));
        }
        for (Demo demo : demos) {
            String role = "access.role." + demo.role();
            lines.add("  " + demo.login() + "  " + demo.name() + "  "
                    + factor.demoCode(demo.login()).orElse("------") + "  " + messages.get(Lang.ZH, role) + " / "
                    + messages.get(Lang.EN, role));
        }
        return lines;
    }

    private void add(Demo demo, Place place, String hash) {
        Instant now = clock.instant();
        UUID id = ids.next();
        accounts.add(
                new AccountStore.AccountRow(id, demo.login(), demo.name(), hash, now, false, true, true), place, now);
        accounts.addGrant(
                new AccountStore.NewGrant(ids.next(), id, demo.role(), place, LocalDate.now(clock), SCOPE.actorKey()),
                now);
    }

    private static List<Demo> read() {
        try (InputStream in = DemoAccounts.class.getResourceAsStream("/data/access/demo-accounts.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<List<Demo>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
