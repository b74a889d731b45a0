package org.jiamenkou.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.access.store.AccountListStore;
import org.jiamenkou.access.store.AuditReadStore;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.access.store.GrantStore;
import org.jiamenkou.access.store.RoleStore;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.springframework.stereotype.Service;

/** Accounts, grants and roles for those who keep them: within the area where they may make accounts or grant roles. */
@Service
public class AccountReads {
    public static final int PAGE = 30;

    /** Beyond any list: a higher number is a slip, or somebody trying. */
    static final int MOST_PAGES = 100_000;

    private static final int MOST_HISTORY = 50;

    private final Scoped scoped;
    private final AccountListStore accounts;
    private final AuditReadStore audit;
    private final GrantStore grants;
    private final RoleStore roles;
    private final FactorStore factors;
    private final AreaTree areas;
    private final Clock clock;

    AccountReads(
            Scoped scoped,
            AccountListStore accounts,
            AuditReadStore audit,
            GrantStore grants,
            RoleStore roles,
            FactorStore factors,
            AreaTree areas,
            Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.audit = audit;
        this.grants = grants;
        this.roles = roles;
        this.factors = factors;
        this.areas = areas;
        this.clock = clock;
    }

    /** @param roles codes of what it holds today */
    public record Line(AccountSummary account, String areaZh, List<String> roles) {}

    /** @param number of this page, from 1; @param total accounts that match */
    public record Listed(List<Line> lines, int number, int total) {
        public Listed {
            lines = List.copyOf(lines);
        }

        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** @throws AccessRefusedException for whoever keeps no accounts anywhere */
    public Listed list(Actor actor, String words, int page) {
        Areas reach = reach(actor);
        int number = Math.clamp(page, 1, MOST_PAGES);
        return scoped.read(actor, () -> {
            AccountListStore.Search search =
                    new AccountListStore.Search(reach, words.strip(), (number - 1) * PAGE, PAGE);
            return new Listed(lines(accounts.list(search)), number, accounts.count(search));
        });
    }

    private List<Line> lines(List<AccountSummary> found) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, List<Grant>> open = grants
                .listOpen(found.stream().map(AccountSummary::id).toList(), today)
                .stream()
                .collect(Collectors.groupingBy(Grant::accountId));
        return found.stream()
                .map(account -> new Line(
                        account,
                        nameOf(account.place()),
                        open.getOrDefault(account.id(), List.of()).stream()
                                .filter(grant -> grant.isValid(today))
                                .map(Grant::role)
                                .distinct()
                                .toList()))
                .toList();
    }

    /** Everything about one account that its keepers see. */
    public record Details(
            AccountSummary account,
            String areaZh,
            List<Grant> grants,
            List<HistoryLine> history,
            boolean mayManage,
            boolean mayGrant) {
        public Details {
            grants = List.copyOf(grants);
            history = List.copyOf(history);
        }
    }

    /** Empty for an account out of reach, like for one that does not exist. */
    public Optional<Details> find(Actor actor, UUID accountId) {
        reach(actor);
        return scoped.read(
                actor,
                () -> accounts.find(accountId)
                        .filter(account -> keeps(actor, account.place()))
                        .map(account -> new Details(
                                account,
                                nameOf(account.place()),
                                grants.listOf(accountId),
                                audit.listHistory(accountId, "account", MOST_HISTORY),
                                actor.may(Right.MANAGE_ACCOUNTS, account.place()),
                                actor.may(Right.GRANT_ROLES, account.place()))));
    }

    /** Whether somebody may keep accounts at this place, in one way or the other. */
    static boolean keeps(Actor actor, Place place) {
        return actor.may(Right.MANAGE_ACCOUNTS, place) || actor.may(Right.GRANT_ROLES, place);
    }

    /** Grants about to end, soonest first, and accounts that wait for a role. */
    public record Report(List<Grant> ending, List<Line> waiting, int days) {
        public Report {
            ending = List.copyOf(ending);
            waiting = List.copyOf(waiting);
        }
    }

    public Report report(Actor actor) {
        reach(actor);
        LocalDate today = LocalDate.now(clock);
        return scoped.read(actor, () -> {
            int days = factors.rules(today).endingSoonDays();
            List<AccountSummary> waiting = grants.listWaiting(today).stream()
                    .flatMap(id -> accounts.find(id).stream())
                    .filter(account -> keeps(actor, account.place()))
                    .toList();
            List<Grant> ending = grants.listEnding(today, today.plusDays(days)).stream()
                    .filter(grant -> keeps(actor, grant.place()))
                    .toList();
            return new Report(ending, lines(waiting), days);
        });
    }

    /** Roles with their rights; for whoever keeps accounts or reads the audit trail. */
    public List<RoleDescription> listRoles(Actor actor) {
        if (!actor.holds(Right.READ_AUDIT)) {
            reach(actor);
        }
        return scoped.read(actor, roles::list);
    }

    /** The name of a place in Chinese, its id when no division has it any more. */
    public String nameOf(Place place) {
        return areas.findArea(place.areaId())
                .map(area -> area.name().zh())
                .orElse(place.areaId().toString());
    }

    /** Twelve digits, empty when no division has it any more. */
    public String codeOf(Place place) {
        return areas.findArea(place.areaId()).map(AreaTree.Area::code).orElse("");
    }

    private static Areas reach(Actor actor) {
        Areas reach = actor.areasByRight()
                .getOrDefault(Right.MANAGE_ACCOUNTS, Areas.NOWHERE)
                .plus(actor.areasByRight().getOrDefault(Right.GRANT_ROLES, Areas.NOWHERE));
        if (reach.isNowhere()) {
            throw new AccessRefusedException(actor.accountId() + " keeps no accounts");
        }
        return reach;
    }
}
