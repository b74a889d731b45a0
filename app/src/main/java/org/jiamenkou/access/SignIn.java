package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.rules.PasswordRules;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Sign-in by name and password, the first half where a second factor is needed ({@link SecondFactor}). Wrong attempts are counted by the name typed, known or not, and lock it for a while; the
 * same answer and the same work for unknown names keep accounts from being probed.
 */
@Service
public class SignIn {
    private static final SystemScope SCOPE = new SystemScope("access.sign-in");

    private final Scoped scoped;
    private final AccountStore accounts;
    private final FactorStore factors;
    private final Browsers browsers;
    private final WrongAttempts attempts;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Clock clock;
    /** Made at the first sign-in: hashing is slow on purpose and a start should not wait for it. */
    private volatile @Nullable String hashOfNothing;

    SignIn(
            Scoped scoped,
            AccountStore accounts,
            FactorStore factors,
            Browsers browsers,
            WrongAttempts attempts,
            Audit audit,
            PasswordEncoder passwords,
            Settings settings,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.factors = factors;
        this.browsers = browsers;
        this.attempts = attempts;
        this.audit = audit;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What somebody typed.
     *
     * @param browserToken what the browser keeps of an earlier full sign-in, null when it keeps nothing
     */
    public record Attempt(
            String loginName, String password, @Nullable String browserToken) {
        @Override
        public String toString() {
            return "Attempt of " + loginName;
        }
    }

    public SignInOutcome signIn(Attempt attempt) {
        return scoped.transaction(SCOPE, () -> decide(attempt));
    }

    private SignInOutcome decide(Attempt attempt) {
        Optional<LocalDateTime> locked = attempts.lockedUntil(attempt.loginName());
        if (locked.isPresent()) {
            return new SignInOutcome.Locked(locked.get());
        }
        Optional<AccountRow> account = accounts.findByLoginName(attempt.loginName());
        boolean right = passwords.matches(
                attempt.password(), account.map(AccountRow::passwordHash).orElseGet(this::hashOfNothing));
        if (!right || account.isEmpty() || !isUsable(account.get())) {
            return refused(attempt, account.orElse(null));
        }
        return firstHalfDone(account.get(), attempt);
    }

    /** Wrong attempts are forgotten only by a whole sign-in: a known password does not buy endless codes. */
    private SignInOutcome firstHalfDone(AccountRow account, Attempt attempt) {
        boolean needsCode = factors.isNeeded(account.id(), LocalDate.now(clock));
        if (needsCode && !browsers.knows(attempt.browserToken(), account.id())) {
            return new SignInOutcome.CodeNeeded(
                    new HalfSignIn(account.id(), account.loginName(), mustChange(account)),
                    factors.findTotp(account.id()).isPresent());
        }
        attempts.clear(attempt.loginName());
        record("account.signed-in", account.id());
        String token = needsCode ? null : browsers.remember(attempt.browserToken(), account.id());
        return new SignInOutcome.Welcome(account.id(), account.name(), mustChange(account), token);
    }

    boolean mustChange(AccountRow account) {
        int validDays = accounts.rules(LocalDate.now(clock)).passwordValidDays();
        return account.mustChange()
                || account.passwordChangedAt().plus(Duration.ofDays(validDays)).isBefore(clock.instant());
    }

    /** Unknown names are compared with this, so that they take as long as known ones. */
    private String hashOfNothing() {
        String hash = hashOfNothing;
        if (hash == null) {
            hash = passwords.encode(UUID.randomUUID().toString());
            hashOfNothing = hash;
        }
        return hash;
    }

    /** Demo accounts exist only in demo mode on loopback, also when their rows are still there. */
    boolean isUsable(AccountRow account) {
        return account.active()
                && (!account.demo() || settings.demoAccounts())
                && !accounts.listRights(account.id(), LocalDate.now(clock)).isEmpty();
    }

    private SignInOutcome refused(Attempt attempt, @Nullable AccountRow account) {
        Optional<LocalDateTime> locked = attempts.count(attempt.loginName());
        if (account != null) {
            record(locked.isPresent() ? "account.locked" : "account.wrong-password", account.id());
        }
        return locked.<SignInOutcome>map(SignInOutcome.Locked::new).orElseGet(SignInOutcome.NotRecognised::new);
    }

    /**
     * Whether somebody who is signed in knows their own password, asked before a PIN, a card or an authenticator is set;
     * wrong ones are counted like those of a sign-in, and a locked name is answered no.
     */
    public boolean isOwnPassword(Actor actor, String password) {
        return scoped.transaction(SCOPE, () -> {
            AccountRow account = accounts.find(actor.accountId()).orElseThrow();
            if (attempts.lockedUntil(account.loginName()).isPresent()) {
                return false;
            }
            boolean right = passwords.matches(password, account.passwordHash());
            if (!right) {
                attempts.count(account.loginName());
                record("account.wrong-password", account.id());
            }
            return right;
        });
    }

    /** A new password, typed by its owner beside the current one. */
    public record NewPassword(String current, String wanted) {
        @Override
        public String toString() {
            return "NewPassword";
        }
    }

    /** @return why not, or empty when the password is changed */
    public Optional<PasswordRefusal> changePassword(Actor actor, NewPassword change) {
        return scoped.transaction(actor, () -> {
            AccountRow account = accounts.find(actor.accountId()).orElseThrow();
            if (!passwords.matches(change.current(), account.passwordHash())) {
                return Optional.of(new PasswordRefusal.WrongCurrentPassword());
            }
            if (change.current().equals(change.wanted())) {
                return Optional.of(new PasswordRefusal.SameAsBefore());
            }
            Optional<PasswordRefusal> refusal =
                    PasswordRules.refusal(accounts.rules(LocalDate.now(clock)), account.loginName(), change.wanted());
            if (refusal.isEmpty()) {
                accounts.changePassword(account.id(), passwords.encode(change.wanted()), clock.instant());
                audit.record(new Audit.Entry(
                        "account.password-changed", "account", account.id().toString(), null, Set.of("password")));
            }
            return refusal;
        });
    }

    private void record(String action, UUID accountId) {
        audit.record(new Audit.Entry(action, "account", accountId.toString(), null, Set.of()));
    }
}
