package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.rules.PinRules;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.BrowserStore.BrowserRow;
import org.jiamenkou.access.store.BrowserStore.WorkerRow;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.FactorStore.PinRow;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Switching users at a shared desk in seconds (M-022): whoever signed in fully at this browser within the hours of the
 * rules comes back with a PIN or a card. Administrators do not: they sign in fully each time. Hashes of PINs and card
 * numbers are encrypted, cards are found by a keyed blind index: the database alone opens nothing.
 */
@Service
public class DeskSwitch {
    private static final SystemScope SCOPE = new SystemScope("access.sign-in");
    private static final String PIN_PURPOSE = AccessColumns.PIN;
    private static final String CARD_PURPOSE = AccessColumns.CARD;
    private static final int LEAST_CARD = 6;
    private static final int MOST_CARD = 32;

    private final Scoped scoped;
    private final SignIn signIn;
    private final AccountStore accounts;
    private final FactorStore factors;
    private final Browsers browsers;
    private final Audit audit;
    private final Ciphers ciphers;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Clock clock;

    DeskSwitch(
            Scoped scoped,
            SignIn signIn,
            AccountStore accounts,
            FactorStore factors,
            Browsers browsers,
            Audit audit,
            Ciphers ciphers,
            PasswordEncoder passwords,
            Settings settings,
            Clock clock) {
        this.scoped = scoped;
        this.signIn = signIn;
        this.accounts = accounts;
        this.factors = factors;
        this.browsers = browsers;
        this.audit = audit;
        this.ciphers = ciphers;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody who may switch to this browser; by card too when they registered one. */
    public record Worker(UUID accountId, String name, boolean pin, boolean card) {}

    /** Who may switch here. Empty for a browser at which nobody signed in fully of late. */
    public List<Worker> listWorkers(@Nullable String browserToken) {
        return scoped.read(
                SCOPE,
                () -> browsers.find(browserToken).map(this::usable).orElse(List.of()).stream()
                        .map(row -> new Worker(row.accountId(), row.name(), row.pin(), row.card()))
                        .toList());
    }

    private List<WorkerRow> usable(BrowserRow browser) {
        return browsers.listWorkers(browser).stream()
                .filter(row -> !row.demo() || settings.demoAccounts())
                .toList();
    }

    /** A PIN typed for one of the list. */
    public record PinTyped(UUID accountId, String pin) {
        @Override
        public String toString() {
            return "PinTyped of " + accountId;
        }
    }

    public SwitchOutcome byPin(@Nullable String browserToken, PinTyped typed) {
        return scoped.transaction(SCOPE, () -> {
            Optional<WorkerRow> worker = browsers.find(browserToken).map(this::usable).orElse(List.of()).stream()
                    .filter(row -> row.pin() && row.accountId().equals(typed.accountId()))
                    .findFirst();
            return worker.isEmpty() ? new SwitchOutcome.NotRecognised() : comparePin(typed);
        });
    }

    private SwitchOutcome comparePin(PinTyped typed) {
        PinRow row = factors.lockPin(typed.accountId()).orElseThrow();
        Instant now = clock.instant();
        if (row.lockedUntil() != null && row.lockedUntil().isAfter(now)) {
            return new SwitchOutcome.Locked(local(row.lockedUntil()));
        }
        if (row.hash() != null && passwords.matches(typed.pin(), ciphers.decrypt(PIN_PURPOSE, row.hash()))) {
            factors.setPinFailures(typed.accountId(), 0, null);
            return welcome(typed.accountId());
        }
        FactorRules rules = factors.rules(LocalDate.now(clock));
        int count = row.failures() + 1;
        boolean locks = count >= rules.pinFailuresUntilLocked();
        Instant until = locks ? now.plus(Duration.ofMinutes(rules.pinLockedMinutes())) : null;
        factors.setPinFailures(typed.accountId(), locks ? 0 : count, until);
        record(locks ? "account.pin-locked" : "account.wrong-pin", typed.accountId(), Set.of());
        return until == null ? new SwitchOutcome.NotRecognised() : new SwitchOutcome.Locked(local(until));
    }

    /** A card read at this browser: only cards of the people on its list open it. */
    public SwitchOutcome byCard(@Nullable String browserToken, String number) {
        return scoped.transaction(SCOPE, () -> {
            Optional<BrowserRow> found = browsers.find(browserToken);
            if (found.isEmpty()) {
                return new SwitchOutcome.NotRecognised();
            }
            BrowserRow browser = found.get();
            Instant now = clock.instant();
            if (browser.lockedUntil() != null && browser.lockedUntil().isAfter(now)) {
                return new SwitchOutcome.Locked(local(browser.lockedUntil()));
            }
            List<UUID> holders = normalised(number)
                    .map(card -> factors.listCardHolders(ciphers.blindIndexes(CARD_PURPOSE, card)))
                    .orElse(List.of());
            List<UUID> here = usable(browser).stream()
                    .map(WorkerRow::accountId)
                    .filter(holders::contains)
                    .toList();
            if (here.size() == 1) {
                browsers.setFailures(new BrowserRow(browser.id(), 0, null));
                return welcome(here.getFirst());
            }
            return wrongCard(browser);
        });
    }

    private SwitchOutcome wrongCard(BrowserRow browser) {
        FactorRules rules = factors.rules(LocalDate.now(clock));
        boolean locks = browser.failures() + 1 >= rules.pinFailuresUntilLocked();
        Instant until = locks ? clock.instant().plus(Duration.ofMinutes(rules.pinLockedMinutes())) : null;
        browsers.setFailures(new BrowserRow(browser.id(), locks ? 0 : browser.failures() + 1, until));
        audit.record(new Audit.Entry(
                locks ? "browser.card-locked" : "browser.wrong-card",
                "browser",
                browser.id().toString(),
                null,
                Set.of()));
        return until == null ? new SwitchOutcome.NotRecognised() : new SwitchOutcome.Locked(local(until));
    }

    private SwitchOutcome welcome(UUID accountId) {
        AccountRow account = accounts.find(accountId).orElseThrow();
        if (!signIn.isUsable(account)) {
            return new SwitchOutcome.NotRecognised();
        }
        record("account.switched-in", accountId, Set.of());
        return new SwitchOutcome.Welcome(accountId, account.name(), signIn.mustChange(account));
    }

    /** What somebody types to set a PIN or register a card: the thing itself, and the password. */
    public record Setting(String value, String password) {
        @Override
        public String toString() {
            return "Setting";
        }
    }

    /** @return why not, or empty when the PIN is set */
    public Optional<PinRefusal> setPin(Actor actor, Setting wanted) {
        Optional<PinRefusal> refusal = PinRules.refusal(wanted.value());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (!signIn.isOwnPassword(actor, wanted.password())) {
            return Optional.of(new PinRefusal.WrongPassword());
        }
        byte[] hash = ciphers.encrypt(PIN_PURPOSE, passwords.encode(wanted.value()));
        scoped.transaction(SCOPE, () -> {
            factors.setPin(actor.accountId(), hash, clock.instant());
            record("account.pin-set", actor.accountId(), Set.of("pin"));
        });
        return Optional.empty();
    }

    /** @return why not, or empty when the card is registered */
    public Optional<PinRefusal> registerCard(Actor actor, Setting wanted) {
        Optional<String> card = normalised(wanted.value());
        if (card.isEmpty()) {
            return Optional.of(new PinRefusal.NotCard());
        }
        if (!signIn.isOwnPassword(actor, wanted.password())) {
            return Optional.of(new PinRefusal.WrongPassword());
        }
        return scoped.transaction(SCOPE, () -> {
            if (factors.listCardHolders(ciphers.blindIndexes(CARD_PURPOSE, card.get())).stream()
                    .anyMatch(holder -> !holder.equals(actor.accountId()))) {
                return Optional.of(new PinRefusal.CardTaken());
            }
            factors.setCard(
                    actor.accountId(),
                    new FactorStore.CardRow(
                            ciphers.encrypt(CARD_PURPOSE, card.get()), ciphers.blindIndex(CARD_PURPOSE, card.get())),
                    clock.instant());
            record("account.card-set", actor.accountId(), Set.of("card"));
            return Optional.empty();
        });
    }

    /** A lost card is taken back by its owner. */
    public void removeCard(Actor actor) {
        scoped.transaction(SCOPE, () -> {
            factors.removeCard(actor.accountId());
            record("account.card-removed", actor.accountId(), Set.of("card"));
        });
    }

    /** What the account has set, and since when. */
    public HeldFactors held(Actor actor) {
        return scoped.read(SCOPE, () -> factors.held(actor.accountId()));
    }

    /** Readers type digits or hexadecimal letters, some with spaces or a trailing sign. */
    private static Optional<String> normalised(String number) {
        String plain = number.replaceAll("[^0-9A-Za-z]", "").toUpperCase(java.util.Locale.ROOT);
        return plain.length() < LEAST_CARD || plain.length() > MOST_CARD ? Optional.empty() : Optional.of(plain);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    private void record(String action, UUID accountId, Set<String> fields) {
        audit.record(new Audit.Entry(action, "account", accountId.toString(), null, fields));
    }
}
