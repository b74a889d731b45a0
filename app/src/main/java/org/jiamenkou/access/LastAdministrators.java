package org.jiamenkou.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.access.store.GrantStore;
import org.jiamenkou.access.store.GrantStore.LeftOut;
import org.jiamenkou.platform.Settings;
import org.springframework.stereotype.Component;

/**
 * Somebody must always hold each administrator role for the whole city: the last one is not ended. Runs inside the
 * transaction that ends, holding the rows of the administrator roles.
 */
@Component
class LastAdministrators {
    private final GrantStore grants;
    private final AreaTree areas;
    private final Settings settings;

    LastAdministrators(GrantStore grants, AreaTree areas, Settings settings) {
        this.grants = grants;
        this.areas = areas;
        this.settings = settings;
    }

    /**
     * Whether ending this grant, or with a null grant id all of the account, after this day leaves a role without a
     * holder.
     *
     * @param ending the open grants that would end
     */
    Optional<AccountRefusal> refusal(List<Grant> ending, LocalDate lastDay, LeftOut leftOut) {
        List<Grant> administrators = ending.stream()
                .filter(grant ->
                        grant.administrator() && areas.isCity(grant.place().areaId()))
                .toList();
        if (administrators.isEmpty()) {
            return Optional.empty();
        }
        grants.lockAdministratorRoles();
        return administrators.stream()
                .filter(grant -> grants.countHolders(
                                new GrantStore.Held(
                                        grant.role(), grant.place().areaId(), lastDay, settings.demoAccounts()),
                                leftOut)
                        == 0)
                .findFirst()
                .map(grant -> new AccountRefusal.LastAdministrator(grant.role()));
    }
}
