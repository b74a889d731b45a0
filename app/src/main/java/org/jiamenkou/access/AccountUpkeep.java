package org.jiamenkou.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.MeantAreas.Meant;
import org.jiamenkou.access.rules.AccountRules;
import org.jiamenkou.access.store.AccountListStore;
import org.jiamenkou.access.store.BrowserStore;
import org.jiamenkou.access.store.GrantStore;
import org.jiamenkou.access.store.GrantStore.LeftOut;
import org.jiamenkou.access.store.RoleStore;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Joiners, movers and leavers: who keeps accounts makes, moves and ends them and gives no rights ({@link Grants} does, in
 * other hands). A mover's roles end and a leaver's end at once, with all sessions.
 */
@Service
public class AccountUpkeep {
    private static final SystemScope FORGETTING = new SystemScope("access.sign-in");

    private final Scoped scoped;
    private final AccountListStore accounts;
    private final GrantStore grants;
    private final RoleStore roles;
    private final BrowserStore browsers;
    private final WrongAttempts attempts;
    private final LastAdministrators administrators;
    private final MeantAreas meant;
    private final SessionEnding sessions;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountUpkeep(
            Scoped scoped,
            AccountListStore accounts,
            GrantStore grants,
            RoleStore roles,
            BrowserStore browsers,
            WrongAttempts attempts,
            LastAdministrators administrators,
            MeantAreas meant,
            SessionEnding sessions,
            Audit audit,
            PasswordEncoder passwords,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.browsers = browsers;
        this.attempts = attempts;
        this.administrators = administrators;
        this.meant = meant;
        this.sessions = sessions;
        this.audit = audit;
        this.passwords = passwords;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param area code or name; @param wishedRole code of the role to be granted by somebody else, empty for none yet */
    public record Joiner(String login, String name, String area, String wishedRole) {}

    /**
     * Makes an account without any right, with an initial password that is shown once.
     *
     * @throws AccessRefusedException for whoever makes no accounts anywhere
     */
    public AccountOutcome create(Actor actor, Joiner joiner) {
        if (!actor.holds(Right.MANAGE_ACCOUNTS)) {
            throw new AccessRefusedException(actor.accountId() + " makes no accounts");
        }
        Optional<AccountRefusal> refusal = AccountRules.loginRefusal(joiner.login(), joiner.name());
        if (refusal.isPresent()) {
            return new AccountOutcome.Refused(refusal.get());
        }
        return switch (meant.find(actor, Right.MANAGE_ACCOUNTS, joiner.area())) {
            case Meant.Refused(AccountRefusal why) -> new AccountOutcome.Refused(why);
            case Meant.Found(AreaTree.Area area) -> add(actor, joiner, area);
        };
    }

    private AccountOutcome add(Actor actor, Joiner joiner, AreaTree.Area area) {
        String password = AccountRules.initialPassword(random);
        String hash = passwords.encode(password);
        return scoped.transaction(actor.exercising(Right.MANAGE_ACCOUNTS, area.place()), () -> {
            if (!joiner.wishedRole().isEmpty()
                    && roles.find(joiner.wishedRole()).isEmpty()) {
                return new AccountOutcome.Refused(new AccountRefusal.UnknownRole());
            }
            UUID id = ids.next();
            boolean added = accounts.add(
                    new AccountListStore.NewAccount(
                            id,
                            joiner.login(),
                            joiner.name().strip(),
                            hash,
                            area.place(),
                            joiner.wishedRole().isEmpty() ? null : joiner.wishedRole(),
                            actor.actorKey()),
                    clock.instant());
            if (!added) {
                return new AccountOutcome.Refused(new AccountRefusal.LoginTaken());
            }
            audit.record(new Audit.Entry(
                    "account.made",
                    "account",
                    id.toString(),
                    area.place(),
                    Set.of("login", "name", "area", "password", "wishedRole")));
            return new AccountOutcome.Done(id, password);
        });
    }

    /** @param from first day in the new place; roles of the old one end the day before, or at once */
    public record Move(String area, LocalDate from, String wishedRole) {}

    public AccountOutcome move(Actor actor, UUID accountId, Move move) {
        AccountSummary account = get(actor, accountId);
        Scope scope = actor.exercising(Right.MANAGE_ACCOUNTS, account.place());
        LocalDate today = LocalDate.now(clock);
        if (move.from().isBefore(today)) {
            return new AccountOutcome.Refused(new AccountRefusal.BadDates());
        }
        return switch (meant.find(actor, Right.MANAGE_ACCOUNTS, move.area())) {
            case Meant.Refused(AccountRefusal why) -> new AccountOutcome.Refused(why);
            case Meant.Found(AreaTree.Area area) ->
                scoped.transaction(scope, () -> {
                    if (!move.wishedRole().isEmpty()
                            && roles.find(move.wishedRole()).isEmpty()) {
                        return new AccountOutcome.Refused(new AccountRefusal.UnknownRole());
                    }
                    Optional<AccountRefusal> refusal =
                            endAll(actor, accountId, move.from().minusDays(1));
                    if (refusal.isPresent()) {
                        return new AccountOutcome.Refused(refusal.get());
                    }
                    accounts.move(accountId, area.place(), move.wishedRole().isEmpty() ? null : move.wishedRole());
                    record("account.moved", account, Set.of("area", "wishedRole", "grants"));
                    return new AccountOutcome.Done(accountId, "");
                });
        };
    }

    /** Ends the account, its roles and its sessions at once; what it did stays in the records. */
    public AccountOutcome leave(Actor actor, UUID accountId) {
        AccountSummary account = get(actor, accountId);
        Scope scope = actor.exercising(Right.MANAGE_ACCOUNTS, account.place());
        AccountOutcome outcome = scoped.transaction(scope, () -> {
            Optional<AccountRefusal> refusal =
                    endAll(actor, accountId, LocalDate.now(clock).minusDays(1));
            if (refusal.isPresent()) {
                return new AccountOutcome.Refused(refusal.get());
            }
            accounts.leave(accountId, clock.instant());
            record("account.left", account, Set.of("state", "grants", "sessions"));
            return new AccountOutcome.Done(accountId, "");
        });
        if (outcome instanceof AccountOutcome.Done) {
            forget(account);
        }
        return outcome;
    }

    /** Unlocks the name and ends the sessions everywhere; the next sign-in is a full one. */
    public AccountOutcome reset(Actor actor, UUID accountId) {
        AccountSummary account = get(actor, accountId);
        scoped.transaction(
                actor.exercising(Right.MANAGE_ACCOUNTS, account.place()),
                () -> record("account.reset", account, Set.of("sessions", "browsers", "failures")));
        forget(account);
        return new AccountOutcome.Done(accountId, "");
    }

    /** Browsers and wrong attempts are nobody's to see: the sign-in itself forgets them, after the right was decided. */
    private void forget(AccountSummary account) {
        scoped.transaction(FORGETTING, () -> {
            browsers.forget(account.id());
            attempts.clear(account.loginName());
        });
        sessions.endAll(account.id());
    }

    /** @param lastDay yesterday to end at once */
    private Optional<AccountRefusal> endAll(Actor actor, UUID accountId, LocalDate lastDay) {
        if (accountId.equals(actor.accountId())) {
            return Optional.of(new AccountRefusal.Yourself());
        }
        AccountSummary account = accounts.lock(accountId).orElseThrow();
        if (!account.active()) {
            return Optional.of(new AccountRefusal.AlreadyLeft());
        }
        LocalDate today = LocalDate.now(clock);
        List<Grant> open = grants.listOpen(List.of(accountId), today);
        LocalDate counted = lastDay.isBefore(today) ? today : lastDay;
        Optional<AccountRefusal> refusal = administrators.refusal(open, counted, new LeftOut(accountId, null));
        if (refusal.isEmpty()) {
            for (Grant grant : open) {
                if (lastDay.isBefore(today) || lastDay.isBefore(grant.validFrom())) {
                    grants.endNow(grant, actor.actorKey(), clock.instant());
                } else {
                    grants.endAfter(grant, lastDay);
                }
            }
        }
        return refusal;
    }

    /** @throws AccessRefusedException for an account out of reach, like for one that does not exist */
    private AccountSummary get(Actor actor, UUID accountId) {
        return scoped.read(actor, () -> accounts.find(accountId))
                .filter(account -> actor.may(Right.MANAGE_ACCOUNTS, account.place()))
                .orElseThrow(() -> new AccessRefusedException(actor.accountId() + " does not keep " + accountId));
    }

    private void record(String action, AccountSummary account, Set<String> fields) {
        audit.record(new Audit.Entry(action, "account", account.id().toString(), account.place(), fields));
    }
}
