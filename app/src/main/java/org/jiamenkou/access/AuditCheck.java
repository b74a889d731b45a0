package org.jiamenkou.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.access.rules.AuditSums;
import org.jiamenkou.access.store.AuditBlockStore;
import org.jiamenkou.access.store.AuditBlockStore.Sealed;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Holds the audit trail against its seals: each block against the one before it, each row against its block, the end
 * against what was kept outside the database.
 */
@Service
public class AuditCheck {
    private static final SystemScope SCOPE = new SystemScope("access.audit-check");
    private static final int CHUNK = 50;
    private static final int MOST_FINDINGS = 100;
    /** The longest a transaction may reasonably have run between writing a row and its commit. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    private final Scoped scoped;
    private final AuditBlockStore blocks;
    private final AuditAnchors anchors;
    private final Ciphers ciphers;

    AuditCheck(Scoped scoped, AuditBlockStore blocks, AuditAnchors anchors, Ciphers ciphers) {
        this.scoped = scoped;
        this.blocks = blocks;
        this.anchors = anchors;
        this.ciphers = ciphers;
    }

    /**
     * What was found.
     *
     * @param blocks how many were checked
     * @param rows how many stood in them
     * @param findings in the order of the trail, the first hundred; empty when everything fits
     * @param newestHash of the last block checked, in hexadecimal; empty when there is none
     */
    public record Report(long blocks, long rows, List<AuditFinding> findings, String newestHash) {}

    /** Blocks sealed in this time; null for no limit on that side. */
    public record Period(@Nullable Instant from, @Nullable Instant until) {
        public static final Period ALL = new Period(null, null);
    }

    public Report check(Period period) {
        Map<Long, byte[]> known = new HashMap<>();
        anchors.list().forEach(one -> known.put(one.number(), one.hash()));
        Run run = new Run(known);
        Instant from = period.from();
        Optional<Long> first = from == null ? Optional.of(1L) : scoped.read(SCOPE, () -> blocks.findFirstSince(from));
        first.ifPresent(number -> walk(run, number, period.until()));
        if (period.equals(Period.ALL)) {
            run.reportCutOff();
            String through = run.previous == null ? "0" : run.previous.through();
            scoped.read(SCOPE, () -> blocks.listInNoBlock(through, MOST_FINDINGS))
                    .forEach(row -> run.found(new AuditFinding.RowAdded(row.id(), row.at())));
        }
        return run.report();
    }

    private void walk(Run run, long first, @Nullable Instant until) {
        if (first > 1) {
            scoped.read(SCOPE, () -> blocks.listFrom(first - 1, 1)).stream()
                    .filter(block -> block.number() == first - 1)
                    .forEach(block -> run.previous = block);
        }
        long next = first;
        while (true) {
            long from = next;
            List<Sealed> chunk = scoped.read(SCOPE, () -> blocks.listFrom(from, CHUNK));
            for (Sealed block : chunk) {
                if (until != null && block.sealedAt().isAfter(until)) {
                    return;
                }
                run.checkBlock(block);
                run.checkRows(block, scoped.read(SCOPE, () -> blocks.listRows(block)));
                run.previous = block;
            }
            if (chunk.size() < CHUNK) {
                return;
            }
            next = chunk.getLast().number() + 1;
        }
    }

    private final class Run {
        private final Map<Long, byte[]> anchored;
        private final List<AuditFinding> findings = new ArrayList<>();
        private @Nullable Sealed previous;
        private long checkedBlocks;
        private long checkedRows;

        Run(Map<Long, byte[]> anchored) {
            this.anchored = anchored;
        }

        void found(AuditFinding finding) {
            if (findings.size() < MOST_FINDINGS) {
                findings.add(finding);
            }
        }

        void checkBlock(Sealed block) {
            checkedBlocks++;
            long expected = previous == null ? block.number() == 1 ? 1 : block.number() - 1 : previous.number() + 1;
            if (block.number() != expected) {
                found(new AuditFinding.BlockMissing(expected));
                return; // what it names as its predecessor is not there to compare
            }
            byte[] before = previous == null ? AuditSums.NOTHING_BEFORE : previous.hash();
            byte[] hash = AuditSums.of(
                    new AuditSums.Block(block.number(), block.sealedAt(), before, block.rows(), block.sums()));
            if (!Arrays.equals(hash, block.hash())) {
                found(new AuditFinding.BlockAltered(block.number()));
            } else if (!ciphers.isSigned(AuditSealing.PURPOSE, block.hash(), block.signature())) {
                found(new AuditFinding.BlockForged(block.number()));
            }
            byte[] anchor = anchored.remove(block.number());
            if (anchor != null && !Arrays.equals(anchor, block.hash())) {
                found(new AuditFinding.EndCutOff(block.number()));
            }
        }

        void checkRows(Sealed block, List<AuditSums.Row> rows) {
            Map<UUID, AuditSums.Row> there = new HashMap<>();
            rows.forEach(row -> there.put(row.id(), row));
            for (int i = 0; i < block.rows().size(); i++) {
                checkedRows++;
                UUID id = block.rows().get(i);
                Instant at = block.times().get(i);
                AuditSums.Row row = there.get(id);
                if (row == null) {
                    found(new AuditFinding.RowMissing(block.number(), id, at));
                } else if (!Arrays.equals(AuditSums.of(row), block.sums().get(i))) {
                    found(new AuditFinding.RowEdited(block.number(), id, at));
                } else if (previous != null
                        && row.at().isBefore(previous.sealedAt().minus(LONGEST_TRANSACTION))) {
                    found(new AuditFinding.RowBackdated(block.number(), id, at));
                }
            }
        }

        /** Blocks that were there once, newer than the newest one now. */
        void reportCutOff() {
            long newest = previous == null ? 0 : previous.number();
            anchored.keySet().stream()
                    .filter(number -> number > newest)
                    .max(Long::compare)
                    .ifPresent(number -> found(new AuditFinding.EndCutOff(number)));
        }

        Report report() {
            String hash = previous == null ? "" : java.util.HexFormat.of().formatHex(previous.hash());
            return new Report(checkedBlocks, checkedRows, List.copyOf(findings), hash);
        }
    }
}
