package org.jiamenkou.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.store.BrowserStore;
import org.jiamenkou.access.store.BrowserStore.BrowserRow;
import org.jiamenkou.access.store.BrowserStore.WorkerRow;
import org.jiamenkou.access.store.FactorStore;
import org.jiamenkou.platform.crypto.Sm3;
import org.jiamenkou.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The browsers at which staff signed in in full. A browser keeps a long random token as a cookie; the database keeps its
 * hash. Runs inside the transaction of whoever asks.
 */
@Component
class Browsers {
    private static final int TOKEN_BYTES = 32;

    private final BrowserStore store;
    private final FactorStore factors;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Browsers(BrowserStore store, FactorStore factors, Ids ids, Clock clock) {
        this.store = store;
        this.factors = factors;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this account signed in fully here within the hours that the rules allow. */
    boolean knows(@Nullable String token, UUID accountId) {
        return find(token)
                .flatMap(browser -> store.lastFull(browser.id(), accountId))
                .filter(at -> at.isAfter(since()))
                .isPresent();
    }

    /** Remembers a full sign-in. @return a token for the browser to keep, null when its own is known */
    @Nullable
    String remember(@Nullable String token, UUID accountId) {
        Optional<BrowserRow> known = find(token);
        if (known.isPresent()) {
            store.signedInFully(known.get().id(), accountId, clock.instant());
            store.setFailures(new BrowserRow(known.get().id(), 0, null));
            return null;
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = ids.next();
        store.add(id, hash(fresh), clock.instant());
        store.signedInFully(id, accountId, clock.instant());
        return fresh;
    }

    Optional<BrowserRow> find(@Nullable String token) {
        return token == null || token.length() > 100 ? Optional.empty() : store.find(hash(token));
    }

    List<WorkerRow> listWorkers(BrowserRow browser) {
        return store.listWorkers(browser.id(), since(), LocalDate.now(clock));
    }

    void setFailures(BrowserRow browser) {
        store.setFailures(browser);
    }

    private Instant since() {
        return clock.instant()
                .minus(Duration.ofHours(factors.rules(LocalDate.now(clock)).browserHours()));
    }

    private static byte[] hash(String token) {
        return Sm3.hash(token.getBytes(StandardCharsets.US_ASCII));
    }
}
