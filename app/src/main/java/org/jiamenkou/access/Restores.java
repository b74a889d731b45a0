package org.jiamenkou.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.rules.AccountRules;
import org.jiamenkou.access.rules.PasswordRules;
import org.jiamenkou.access.store.AccountListStore;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.AccountRow;
import org.jiamenkou.access.store.BrowserStore;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.RestoreStore;
import org.jiamenkou.access.store.RestoreStore.Usable;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * A lost password or authenticator is restored by two persons: one asks and gives the reason, another confirms within the
 * hours of the rules and hands a code over in person. Neither is the one who lost it. The database repeats all three.
 */
@Service
public class Restores {
    private static final SystemScope SIGN_IN = new SystemScope("access.sign-in");
    private static final int LONGEST_REASON = 200;

    private final Scoped scoped;
    private final AccountListStore accounts;
    private final AccountStore rows;
    private final RestoreStore restores;
    private final FactorStore factors;
    private final BrowserStore browsers;
    private final WrongAttempts attempts;
    private final SessionEnding sessions;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Restores(
            Scoped scoped,
            AccountListStore accounts,
            AccountStore rows,
            RestoreStore restores,
            FactorStore factors,
            BrowserStore browsers,
            WrongAttempts attempts,
            SessionEnding sessions,
            Audit audit,
            PasswordEncoder passwords,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.rows = rows;
        this.restores = restores;
        this.factors = factors;
        this.browsers = browsers;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was lost, and how the first person knows. */
    public record Asked(boolean password, boolean totp, String reason) {}

    /** @throws AccessRefusedException for an account out of reach, like for one that does not exist */
    public AccountOutcome ask(Actor actor, UUID accountId, Asked asked) {
        AccountSummary account = scoped.read(actor, () -> accounts.find(accountId))
                .filter(one -> AccountReads.keeps(actor, one.place()))
                .orElseThrow(() -> new AccessRefusedException(actor.accountId() + " does not keep " + accountId));
        String reason = asked.reason().strip();
        if (accountId.equals(actor.accountId())) {
            return new AccountOutcome.Refused(new AccountRefusal.Yourself());
        }
        if (reason.isEmpty() || reason.length() > LONGEST_REASON || !(asked.password() || asked.totp())) {
            return new AccountOutcome.Refused(new AccountRefusal.NoReason());
        }
        if (!account.active()) {
            return new AccountOutcome.Refused(new AccountRefusal.AlreadyLeft());
        }
        return scoped.transaction(exercise(actor, account.place()), () -> {
            Instant now = clock.instant();
            restores.cancelOpen(accountId, now);
            restores.add(new Restore(
                    ids.next(),
                    accountId,
                    account.name(),
                    account.loginName(),
                    asked.password(),
                    asked.totp(),
                    reason,
                    actor.accountId(),
                    actor.name(),
                    now,
                    now.plus(hours()),
                    null,
                    null,
                    account.place()));
            audit.record(new Audit.Entry(
                    "account.restore-asked", "account", accountId.toString(), account.place(), fields(asked)));
            return new AccountOutcome.Done(accountId, "");
        });
    }

    private static Set<String> fields(Asked asked) {
        if (asked.password() && asked.totp()) {
            return Set.of("password", "totp");
        }
        return Set.of(asked.password() ? "password" : "totp");
    }

    /** What waits in the actor's area. */
    public List<Restore> listOpen(Actor actor) {
        if (!actor.holds(Right.MANAGE_ACCOUNTS) && !actor.holds(Right.GRANT_ROLES)) {
            throw new AccessRefusedException(actor.accountId() + " keeps no accounts");
        }
        return scoped.read(actor, () -> restores.listOpen(clock.instant())).stream()
                .filter(restore -> AccountReads.keeps(actor, restore.place()))
                .toList();
    }

    /** The second person; the answer holds the code, which is stored as a hash only. */
    public AccountOutcome confirm(Actor actor, UUID restoreId) {
        Restore seen = listOpen(actor).stream()
                .filter(restore -> restore.id().equals(restoreId))
                .findFirst()
                .orElseThrow(() -> new AccessRefusedException("no such restore for " + actor.accountId()));
        if (seen.askedBy().equals(actor.accountId())) {
            return new AccountOutcome.Refused(new AccountRefusal.AskedByYou());
        }
        if (seen.accountId().equals(actor.accountId())) {
            return new AccountOutcome.Refused(new AccountRefusal.Yourself());
        }
        String code = AccountRules.restoreCode(random);
        String hash = passwords.encode(code);
        return scoped.transaction(exercise(actor, seen.place()), () -> {
            Instant now = clock.instant();
            Optional<Restore> locked = restores.lock(restoreId);
            if (locked.isEmpty()
                    || locked.get().confirmedAt() != null
                    || !locked.get().confirmUntil().isAfter(now)) {
                return new AccountOutcome.Refused(new AccountRefusal.RestoreOver());
            }
            restores.confirm(locked.get(), new RestoreStore.Confirmed(actor.accountId(), hash, now.plus(hours())), now);
            audit.record(new Audit.Entry(
                    "account.restore-confirmed",
                    "account",
                    seen.accountId().toString(),
                    seen.place(),
                    Set.of("restore")));
            return new AccountOutcome.Done(seen.accountId(), code);
        });
    }

    /** @param password new when the password is restored, the present one when only the authenticator is */
    public record Used(String login, String code, String password) {
        @Override
        public String toString() {
            return "Used by " + login;
        }
    }

    /** Whoever holds the code, handed over in person, sets things anew; everything old stops at once. */
    public RestoreOutcome use(Used used) {
        RestoreOutcome outcome = scoped.transaction(SIGN_IN, () -> {
            Optional<LocalDateTime> locked = attempts.lockedUntil(used.login());
            if (locked.isPresent()) {
                return new RestoreOutcome.Locked(locked.get());
            }
            Optional<AccountRow> account = rows.findByLoginName(used.login()).filter(AccountRow::active);
            Optional<Usable> usable = account.flatMap(one -> restores.lockUsable(one.id(), clock.instant()));
            String code = used.code().replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            if (usable.isEmpty() || !passwords.matches(code, usable.get().codeHash())) {
                return wrong(used.login(), account);
            }
            return apply(used, account.orElseThrow(), usable.get().restore());
        });
        if (outcome instanceof RestoreOutcome.Restored restored) {
            sessions.endAll(restored.half().accountId());
        }
        return outcome;
    }

    private RestoreOutcome apply(Used used, AccountRow account, Restore restore) {
        if (restore.password()) {
            Optional<PasswordRefusal> refusal =
                    PasswordRules.refusal(rows.rules(LocalDate.now(clock)), account.loginName(), used.password());
            if (refusal.isPresent()) {
                return new RestoreOutcome.PasswordRefused(refusal.get());
            }
            accounts.setPassword(account.id(), passwords.encode(used.password()), clock.instant());
        } else if (!passwords.matches(used.password(), account.passwordHash())) {
            return wrong(used.login(), Optional.of(account));
        }
        if (restore.totp()) {
            factors.removeAll(account.id());
        }
        browsers.forget(account.id());
        restores.use(restore, clock.instant());
        attempts.clear(used.login());
        audit.record(new Audit.Entry(
                "account.restored",
                "account",
                account.id().toString(),
                restore.place(),
                fields(new Asked(restore.password(), restore.totp(), restore.reason()))));
        return new RestoreOutcome.Restored(
                new HalfSignIn(account.id(), account.loginName(), account.mustChange() && !restore.password()),
                factors.findTotp(account.id()).isPresent());
    }

    private RestoreOutcome wrong(String login, Optional<AccountRow> account) {
        Optional<LocalDateTime> locked = attempts.count(login);
        account.ifPresent(one -> audit.record(new Audit.Entry(
                "account.wrong-restore-code", "account", one.id().toString(), null, Set.of())));
        return locked.<RestoreOutcome>map(RestoreOutcome.Locked::new).orElseGet(RestoreOutcome.NotRecognised::new);
    }

    private Duration hours() {
        return Duration.ofHours(factors.rules(LocalDate.now(clock)).restoreHours());
    }

    private static Scope exercise(Actor actor, Place place) {
        return actor.exercising(actor.may(Right.GRANT_ROLES, place) ? Right.GRANT_ROLES : Right.MANAGE_ACCOUNTS, place);
    }
}
