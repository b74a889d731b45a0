package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.rules.PasswordRules;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.AccountStore.Failures;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Sign-in by name and password. Wrong attempts are counted by the name typed, known or not, and lock it for a while; the
 * same answer and the same work for unknown names keep accounts from being probed.
 */
@Service
public class SignIn {
    private static final SystemScope SCOPE = new SystemScope("access.sign-in");

    private final Scoped scoped;
    private final AccountStore accounts;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Settings settings;
    private final Clock clock;
    /** Made at the first sign-in: hashing is slow on purpose and a start should not wait for it. */
    private volatile @Nullable String hashOfNothing;

    SignIn(
            Scoped scoped,
            AccountStore accounts,
            Audit audit,
            PasswordEncoder passwords,
            Settings settings,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.audit = audit;
        this.passwords = passwords;
        this.settings = settings;
        this.clock = clock;
    }

    /** What somebody typed. */
    public record Attempt(String loginName, String password) {
        @Override
        public String toString() {
            return "Attempt of " + loginName;
        }
    }

    public SignInOutcome signIn(Attempt attempt) {
        return scoped.transaction(SCOPE, () -> decide(attempt));
    }

    private SignInOutcome decide(Attempt attempt) {
        Instant now = clock.instant();
        SignInRules rules = accounts.rules(LocalDate.now(clock));
        Failures before = accounts.lockFailures(attempt.loginName(), now);
        if (before.lockedUntil() != null && before.lockedUntil().isAfter(now)) {
            return new SignInOutcome.Locked(LocalDateTime.ofInstant(before.lockedUntil(), clock.getZone()));
        }
        Optional<AccountRow> account = accounts.findByLoginName(attempt.loginName());
        boolean right = passwords.matches(
                attempt.password(), account.map(AccountRow::passwordHash).orElseGet(this::hashOfNothing));
        if (!right || account.isEmpty() || !isUsable(account.get())) {
            return refused(attempt, rules, before, account.orElse(null));
        }
        accounts.clearFailures(attempt.loginName());
        record("account.signed-in", account.get().id());
        boolean old = account.get()
                .passwordChangedAt()
                .plus(Duration.ofDays(rules.passwordValidDays()))
                .isBefore(now);
        return new SignInOutcome.Welcome(
                account.get().id(), account.get().name(), account.get().mustChange() || old);
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
    private boolean isUsable(AccountRow account) {
        return account.active()
                && (!account.demo() || settings.demoAccounts())
                && !accounts.listRights(account.id(), LocalDate.now(clock)).isEmpty();
    }

    private SignInOutcome refused(Attempt attempt, SignInRules rules, Failures before, @Nullable AccountRow account) {
        Instant now = clock.instant();
        int count = before.lockedUntil() == null ? before.count() + 1 : 1;
        boolean locks = count >= rules.failuresUntilLocked();
        Instant until = locks ? now.plus(Duration.ofMinutes(rules.lockedMinutes())) : null;
        accounts.setFailures(attempt.loginName(), new Failures(locks ? 0 : count, until), now);
        if (account != null) {
            record(locks ? "account.locked" : "account.wrong-password", account.id());
        }
        return until == null
                ? new SignInOutcome.NotRecognised()
                : new SignInOutcome.Locked(LocalDateTime.ofInstant(until, clock.getZone()));
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
