package org.jiamenkou.access;

import java.time.Instant;
import java.util.UUID;

/** Something about the audit trail that does not fit its seals. */
public sealed interface AuditFinding {
    /** A block in the middle of the chain is gone. */
    record BlockMissing(long number) implements AuditFinding {}

    /** The block does not follow from its rows and the block before it, or its time was changed. */
    record BlockAltered(long number) implements AuditFinding {}

    /** The block was not written with the keys of this installation. */
    record BlockForged(long number) implements AuditFinding {}

    record RowEdited(long block, UUID row, Instant at) implements AuditFinding {}

    record RowMissing(long block, UUID row, Instant at) implements AuditFinding {}

    /** A row that no block holds, though later ones are sealed; its time was changed, or it was put in. */
    record RowAdded(UUID row, Instant at) implements AuditFinding {}

    /** It says an earlier time than the block before the one it stands in. */
    record RowBackdated(long block, UUID row, Instant at) implements AuditFinding {}

    /** The trail ends before, or differs from, what was kept outside the database on an earlier day. */
    record EndCutOff(long number) implements AuditFinding {}

    default String messageKey() {
        return switch (this) {
            case BlockMissing f -> "access.audit.finding.blockMissing";
            case BlockAltered f -> "access.audit.finding.blockAltered";
            case BlockForged f -> "access.audit.finding.blockForged";
            case RowEdited f -> "access.audit.finding.rowEdited";
            case RowMissing f -> "access.audit.finding.rowMissing";
            case RowAdded f -> "access.audit.finding.rowAdded";
            case RowBackdated f -> "access.audit.finding.rowBackdated";
            case EndCutOff f -> "access.audit.finding.endCutOff";
        };
    }

    default Object[] args() {
        return switch (this) {
            case BlockMissing(long number) -> new Object[] {String.valueOf(number)};
            case BlockAltered(long number) -> new Object[] {String.valueOf(number)};
            case BlockForged(long number) -> new Object[] {String.valueOf(number)};
            case EndCutOff(long number) -> new Object[] {String.valueOf(number)};
            case RowEdited(long block, UUID row, Instant at) -> row(block, row, at);
            case RowMissing(long block, UUID row, Instant at) -> row(block, row, at);
            case RowBackdated(long block, UUID row, Instant at) -> row(block, row, at);
            case RowAdded(UUID row, Instant at) -> new Object[] {row.toString(), at.toString()};
        };
    }

    private static Object[] row(long block, UUID row, Instant at) {
        return new Object[] {String.valueOf(block), row.toString(), at.toString()};
    }
}
