package org.jiamenkou.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.GrantedRight;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.stereotype.Service;

/**
 * Resolves who is signed in to what they may do now. Asked anew for each request, so that a grant that ended or an
 * account that left loses its rights at once.
 */
@Service
public class Actors {
    private static final SystemScope SCOPE = new SystemScope("access.actors");

    private final Scoped scoped;
    private final AccountStore accounts;
    private final AreaTree areas;
    private final Settings settings;
    private final Clock clock;

    Actors(Scoped scoped, AccountStore accounts, AreaTree areas, Settings settings, Clock clock) {
        this.scoped = scoped;
        this.accounts = accounts;
        this.areas = areas;
        this.settings = settings;
        this.clock = clock;
    }

    private record Found(String name, List<GrantedRight> rights) {}

    /** The actor behind an account, empty when the account may no longer act. */
    public Optional<Actor> findActor(UUID accountId) {
        Optional<Found> found = scoped.read(
                SCOPE,
                () -> accounts.find(accountId)
                        .filter(account -> account.active() && (!account.demo() || settings.demoAccounts()))
                        .map(account ->
                                new Found(account.name(), accounts.listRights(accountId, LocalDate.now(clock)))));
        return found.filter(one -> !one.rights().isEmpty()).map(one -> resolve(accountId, one));
    }

    private Actor resolve(UUID accountId, Found found) {
        Map<Right, Areas> byRight = new EnumMap<>(Right.class);
        Set<String> lines = new HashSet<>();
        boolean everyLine = false;
        for (GrantedRight granted : found.rights()) {
            Areas reach =
                    areas.isCity(granted.areaId()) ? Areas.EVERYWHERE : Areas.within(areas.reach(granted.areaId()));
            byRight.merge(granted.right(), reach, Areas::plus);
            lines.addAll(granted.lines());
            everyLine |= granted.lines().isEmpty();
        }
        return new Actor(accountId, found.name(), byRight, everyLine ? Set.of() : lines);
    }
}
