package org.jiamenkou.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jiamenkou.access.store.AccountStore;
import org.jiamenkou.access.store.AccountStore.Failures;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords, codes and restore codes by the name typed, known or not, and locks it for a while. Runs inside
 * the transaction of whoever asks, which must reach everywhere.
 */
@Component
class WrongAttempts {
    private final AccountStore accounts;
    private final Clock clock;

    WrongAttempts(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Until when the name is locked; holds the row, so that simultaneous attempts are counted one after the other. */
    Optional<LocalDateTime> lockedUntil(String loginName) {
        Instant now = clock.instant();
        return Optional.ofNullable(accounts.lockFailures(loginName, now).lockedUntil())
                .filter(until -> until.isAfter(now))
                .map(this::local);
    }

    /** One more wrong attempt; until when the name is locked by it, if it is. */
    Optional<LocalDateTime> count(String loginName) {
        Instant now = clock.instant();
        SignInRules rules = accounts.rules(LocalDate.now(clock));
        Failures before = accounts.lockFailures(loginName, now);
        int count = before.lockedUntil() == null ? before.count() + 1 : 1;
        boolean locks = count >= rules.failuresUntilLocked();
        Instant until = locks ? now.plus(Duration.ofMinutes(rules.lockedMinutes())) : null;
        accounts.setFailures(loginName, new Failures(locks ? 0 : count, until), now);
        return Optional.ofNullable(until).map(this::local);
    }

    void clear(String loginName) {
        accounts.clearFailures(loginName);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }
}
