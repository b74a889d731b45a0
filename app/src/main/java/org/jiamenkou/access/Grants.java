package org.jiamenkou.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.MeantAreas.Meant;
import org.jiamenkou.access.rules.AccountRules;
import org.jiamenkou.access.store.AccountListStore;
import org.jiamenkou.access.store.GrantStore;
import org.jiamenkou.access.store.GrantStore.LeftOut;
import org.jiamenkou.access.store.RoleStore;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives and ends roles: role × area × functional lines × days. Nobody grants to themselves, the three administrators
 * exclude each other, and the last holder of an administrator role for the city stays (三员分立).
 */
@Service
public class Grants {
    private final Scoped scoped;
    private final AccountListStore accounts;
    private final GrantStore grants;
    private final RoleStore roles;
    private final LastAdministrators administrators;
    private final MeantAreas meant;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Grants(
            Scoped scoped,
            AccountListStore accounts,
            GrantStore grants,
            RoleStore roles,
            LastAdministrators administrators,
            MeantAreas meant,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.grants = grants;
        this.roles = roles;
        this.administrators = administrators;
        this.meant = meant;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A role to be given.
     *
     * @param area code or name
     * @param lines functional lines, empty for all
     * @param until last day, null without end
     * @param replacing whether the roles held so far end the day before (a mover)
     */
    public record Wanted(
            String role,
            String area,
            List<String> lines,
            LocalDate from,
            @Nullable LocalDate until,
            boolean replacing) {
        public Wanted {
            lines = List.copyOf(lines);
        }
    }

    /** @throws AccessRefusedException for an account out of reach, like for one that does not exist */
    public AccountOutcome give(Actor actor, UUID accountId, Wanted wanted) {
        AccountSummary account = get(actor, accountId);
        if (!AccountRules.areGoodDates(LocalDate.now(clock), wanted.from(), wanted.until())) {
            return new AccountOutcome.Refused(new AccountRefusal.BadDates());
        }
        return switch (meant.find(actor, Right.GRANT_ROLES, wanted.area())) {
            case Meant.Refused(AccountRefusal why) -> new AccountOutcome.Refused(why);
            case Meant.Found(AreaTree.Area area) ->
                scoped.transaction(
                        actor.exercising(Right.GRANT_ROLES, account.place()),
                        () -> decide(actor, new Case(account, wanted, area)));
        };
    }

    private record Case(AccountSummary account, Wanted wanted, AreaTree.Area area) {}

    private AccountOutcome decide(Actor actor, Case one) {
        UUID accountId = one.account().id();
        Wanted wanted = one.wanted();
        Optional<RoleDescription> role = roles.find(wanted.role());
        if (role.isEmpty()) {
            return new AccountOutcome.Refused(new AccountRefusal.UnknownRole());
        }
        if (role.get().administrator()) {
            grants.lockAdministratorRoles();
        }
        if (!accounts.lock(accountId).orElseThrow().active()) {
            return new AccountOutcome.Refused(new AccountRefusal.AlreadyLeft());
        }
        List<Grant> open = grants.listOpen(List.of(accountId), LocalDate.now(clock));
        List<Grant> staying = wanted.replacing() ? List.of() : open;
        Optional<AccountRefusal> refusal = AccountRules.grantRefusal(new AccountRules.Judged(
                        actor.accountId(),
                        accountId,
                        one.account().createdBy(),
                        wanted.role(),
                        role.get().administrator(),
                        staying.stream()
                                .filter(grant -> grant.administrator() && overlaps(grant, wanted))
                                .map(Grant::role)
                                .toList()))
                .or(() -> staying.stream()
                                .anyMatch(grant -> grant.role().equals(wanted.role())
                                        && grant.place().equals(one.area().place())
                                        && grant.lines().equals(wanted.lines())
                                        && overlaps(grant, wanted))
                        ? Optional.of(new AccountRefusal.AlreadyHeld())
                        : Optional.empty());
        if (refusal.isEmpty() && wanted.replacing()) {
            refusal = endBefore(actor, open, wanted.from());
        }
        if (refusal.isPresent()) {
            return new AccountOutcome.Refused(refusal.get());
        }
        add(actor, one);
        return new AccountOutcome.Done(accountId, "");
    }

    private void add(Actor actor, Case one) {
        UUID accountId = one.account().id();
        grants.add(
                new GrantStore.NewGrant(
                        ids.next(),
                        accountId,
                        one.wanted().role(),
                        one.area().place(),
                        one.wanted().lines(),
                        one.wanted().from(),
                        one.wanted().until(),
                        actor.actorKey()),
                clock.instant());
        accounts.wish(accountId, null);
        record("account.role-given", one.account(), Set.of("role", "area", "lines", "from", "until"));
    }

    private static boolean overlaps(Grant grant, Wanted wanted) {
        boolean endsBefore = grant.validTo() != null && grant.validTo().isBefore(wanted.from());
        boolean beginsAfter = wanted.until() != null && grant.validFrom().isAfter(wanted.until());
        return !endsBefore && !beginsAfter;
    }

    private Optional<AccountRefusal> endBefore(Actor actor, List<Grant> open, LocalDate from) {
        for (Grant grant : open) {
            Optional<AccountRefusal> refusal = end(actor, grant, from.minusDays(1));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** @param lastDay yesterday or before to end it at once */
    public AccountOutcome end(Actor actor, UUID accountId, Ending ending) {
        AccountSummary account = get(actor, accountId);
        return scoped.transaction(actor.exercising(Right.GRANT_ROLES, account.place()), () -> {
            if (accountId.equals(actor.accountId())) {
                return new AccountOutcome.Refused(new AccountRefusal.Yourself());
            }
            Optional<Grant> grant = grants.lock(accountId, ending.grantId());
            if (grant.isEmpty() || !grant.get().isOpen(LocalDate.now(clock))) {
                return new AccountOutcome.Refused(new AccountRefusal.AlreadyEnded());
            }
            Optional<AccountRefusal> refusal = end(actor, grant.get(), ending.lastDay());
            if (refusal.isPresent()) {
                return new AccountOutcome.Refused(refusal.get());
            }
            record("account.role-ended", account, Set.of("role", "until"));
            return new AccountOutcome.Done(accountId, "");
        });
    }

    /** @param lastDay last day on which it gives rights; a day before today ends it at once */
    public record Ending(UUID grantId, LocalDate lastDay) {}

    private Optional<AccountRefusal> end(Actor actor, Grant grant, LocalDate lastDay) {
        LocalDate today = LocalDate.now(clock);
        boolean now = lastDay.isBefore(today) || lastDay.isBefore(grant.validFrom());
        Optional<AccountRefusal> refusal = administrators.refusal(
                List.of(grant), now ? today : lastDay, new LeftOut(grant.accountId(), grant.id()));
        if (refusal.isEmpty() && now) {
            grants.endNow(grant, actor.actorKey(), clock.instant());
        } else if (refusal.isEmpty()) {
            grants.endAfter(grant, lastDay);
        }
        return refusal;
    }

    private AccountSummary get(Actor actor, UUID accountId) {
        return scoped.read(actor, () -> accounts.find(accountId))
                .filter(account -> actor.may(Right.GRANT_ROLES, account.place()))
                .orElseThrow(() -> new AccessRefusedException(actor.accountId() + " grants nothing to " + accountId));
    }

    private void record(String action, AccountSummary account, Set<String> fields) {
        audit.record(new Audit.Entry(action, "account", account.id().toString(), account.place(), fields));
    }
}
