package org.jiamenkou.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.access.rules.AuditSums;
import org.jiamenkou.access.store.AuditBlockStore;
import org.jiamenkou.access.store.AuditBlockStore.Sealed;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Seals new audit rows every two seconds into a block that names the one before it; one node at a time. A block reaches
 * up to the oldest transaction that still runs and no further, so no row can come later than its block.
 */
@Component
@Profile("!train")
class AuditSealing implements SmartLifecycle {
    static final String PURPOSE = "access.audit-seal";

    private static final Logger LOG = LoggerFactory.getLogger(AuditSealing.class);
    private static final SystemScope SCOPE = new SystemScope(PURPOSE);
    private static final long EVERY_MILLIS = 2_000;
    private static final long MONTHS_EVERY_MILLIS = 3_600_000;
    private static final int MONTHS_AHEAD = 24;
    private static final int MOST_ROWS = 20_000;

    private final Scoped scoped;
    private final AuditBlockStore blocks;
    private final AuditAnchors anchors;
    private final Ciphers ciphers;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread worker;

    AuditSealing(Scoped scoped, AuditBlockStore blocks, AuditAnchors anchors, Ciphers ciphers, Clock clock) {
        this.scoped = scoped;
        this.blocks = blocks;
        this.anchors = anchors;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("audit-seal").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        long monthsKept = 0;
        while (running) {
            try {
                if (monthsKept == 0 || clock.millis() - monthsKept > MONTHS_EVERY_MILLIS) {
                    scoped.transaction(SCOPE, () -> blocks.keepMonths(MONTHS_AHEAD));
                    monthsKept = clock.millis();
                }
                while (running && seal() >= MOST_ROWS) {
                    LOG.info("audit: more rows are waiting to be sealed");
                }
                Thread.sleep(EVERY_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("audit: could not seal, trying again ({})", failed.getMessage());
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Seals what can be sealed now. @return how many rows */
    int seal() {
        Optional<Sealed> block = scoped.transaction(SCOPE, this::sealNext);
        block.ifPresent(one -> anchors.keep(one.number(), one.hash()));
        return block.map(one -> one.rows().size()).orElse(0);
    }

    private Optional<Sealed> sealNext() {
        if (!blocks.tryToBeTheSealer()) {
            return Optional.empty();
        }
        Optional<Sealed> before = blocks.findNewest();
        String through = blocks.reachable(before.map(Sealed::through).orElse("0"), MOST_ROWS);
        List<AuditSums.Row> rows = blocks.listUnsealed(before, through);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        long number = before.map(Sealed::number).orElse(0L) + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        byte[] previous = before.map(Sealed::hash).orElse(AuditSums.NOTHING_BEFORE);
        List<byte[]> sums = rows.stream().map(AuditSums::of).toList();
        byte[] hash = AuditSums.of(new AuditSums.Block(
                number, now, previous, rows.stream().map(AuditSums.Row::id).toList(), sums));
        Sealed sealed = new Sealed(
                number,
                now,
                through,
                rows.stream().map(AuditSums.Row::at).toList(),
                rows.stream().map(AuditSums.Row::id).toList(),
                sums,
                hash,
                ciphers.sign(PURPOSE, hash));
        blocks.add(sealed);
        return Optional.of(sealed);
    }
}
