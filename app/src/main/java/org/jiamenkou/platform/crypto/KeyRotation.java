package org.jiamenkou.platform.crypto;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves every encrypted value and its blind indexes to a new key while nodes run. Each row says which version made it,
 * so a rotation that was killed goes on where it stopped when it is started again; old versions read until the last row
 * has moved.
 */
@Component
public final class KeyRotation {
    private static final SystemScope SCOPE = new SystemScope("platform.key-rotation");
    private static final int CHUNK = 500;
    /** Twice the time after which a running node looks at its keyring again. */
    private static final Duration NODES_TAKE_UP = Duration.ofMillis(2_200);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Scoped scoped;
    private final JdbcClient sql;
    private final Keyring keyring;
    private final Ciphers ciphers;
    private final Clock clock;
    private final List<EncryptedColumn> columns;

    KeyRotation(
            Scoped scoped,
            JdbcClient sql,
            Keyring keyring,
            Ciphers ciphers,
            Clock clock,
            ObjectProvider<EncryptedColumns> declared) {
        this.scoped = scoped;
        this.sql = sql;
        this.keyring = keyring;
        this.ciphers = ciphers;
        this.clock = clock;
        this.columns = declared.stream()
                .flatMap(one -> one.listEncryptedColumns().stream())
                .toList();
    }

    /**
     * How a rotation ended.
     *
     * @param version the key that writes now
     * @param moved values moved in this run
     * @param unreadable values that no key of the ring opens; they stay as they are and keep the old keys in use
     * @param finished whether nothing was left to the older keys
     */
    public record Outcome(int version, long moved, long unreadable, boolean finished) {}

    public List<EncryptedColumn> columns() {
        return columns;
    }

    /**
     * Begins a rotation, or goes on with one that did not end.
     *
     * @param progress told the table and how many of its values have moved
     */
    public Outcome run(BiConsumer<String, Long> progress) {
        if (!keyring.isRotating()) {
            keyring.prepare(LocalDate.now(clock));
            keyring.promote();
        }
        long moved = 0;
        // A node that has not looked yet, or a transaction under way, may still write with the old key.
        pause(NODES_TAKE_UP);
        String before = newestTransaction();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            boolean quiet = isOver(before);
            Pass pass = pass(progress);
            moved += pass.moved();
            if (quiet && pass.moved() == 0) {
                boolean finished = pass.unreadable() == 0;
                if (finished) {
                    keyring.retireOlder();
                }
                return new Outcome(keyring.newestVersion(), moved, pass.unreadable(), finished);
            }
            if (System.nanoTime() > end && pass.moved() == 0) {
                return new Outcome(keyring.newestVersion(), moved, pass.unreadable(), false);
            }
            pause(Duration.ofMillis(quiet ? 0 : 200));
        }
    }

    private record Pass(long moved, long unreadable) {}

    private Pass pass(BiConsumer<String, Long> progress) {
        long moved = 0;
        long unreadable = 0;
        for (EncryptedColumn column : columns) {
            List<Object> after = List.of();
            long ofColumn = 0;
            while (true) {
                List<Object> from = after;
                Chunk chunk = scoped.transaction(SCOPE, () -> move(column, from));
                moved += chunk.moved();
                ofColumn += chunk.moved();
                unreadable += chunk.unreadable();
                if (chunk.moved() > 0) {
                    progress.accept(column.table(), ofColumn);
                }
                if (chunk.last() == null) {
                    break;
                }
                after = chunk.last();
            }
        }
        return new Pass(moved, unreadable);
    }

    /** @param last key of the last row seen, null when there are no more */
    private record Chunk(
            int moved, int unreadable, @Nullable List<Object> last) {}

    private record Row(List<Object> key, byte[] value) {}

    private Chunk move(EncryptedColumn column, List<Object> after) {
        List<Row> rows = oldRows(column, after);
        int unreadable = 0;
        for (Row row : rows) {
            String plain;
            try {
                plain = ciphers.decrypt(column.purpose(), row.value());
            } catch (RuntimeException noKeyOpensIt) {
                unreadable++;
                continue;
            }
            List<Object> parameters = new ArrayList<>();
            parameters.add(ciphers.encrypt(column.purpose(), plain));
            column.indexColumns().forEach(index -> parameters.add(ciphers.blindIndex(column.purpose(), plain)));
            parameters.addAll(row.key());
            sql.sql(Stream.concat(Stream.of(column.column()), column.indexColumns().stream())
                                    .map(name -> name + " = ?")
                                    .collect(Collectors.joining(", ", "update " + column.table() + " set ", " where "))
                            + column.key().stream().map(name -> name + " = ?").collect(Collectors.joining(" and ")))
                    .params(parameters)
                    .update();
        }
        return new Chunk(
                rows.size() - unreadable,
                unreadable,
                rows.size() < CHUNK ? null : rows.getLast().key());
    }

    /** The first four bytes of a value are the version that made it. */
    private List<Row> oldRows(EncryptedColumn column, List<Object> after) {
        String key = String.join(", ", column.key());
        String marks = String.join(", ", Collections.nCopies(column.key().size(), "?"));
        List<Object> parameters = new ArrayList<>();
        parameters.add(keyring.newestVersion());
        parameters.addAll(after);
        parameters.add(CHUNK);
        return sql.sql("select " + column.column() + ", " + key + " from " + column.table() + " where "
                        + column.column()
                        + " is not null and substring(" + column.column() + " from 1 for 4) < int4send(?)"
                        + (after.isEmpty() ? "" : " and (" + key + ") > (" + marks + ")")
                        + " order by " + key + " limit ? for update")
                .params(parameters)
                .query((rs, n) -> {
                    List<Object> values = new ArrayList<>();
                    for (int i = 0; i < column.key().size(); i++) {
                        values.add(rs.getObject(i + 2));
                    }
                    return new Row(values, rs.getBytes(1));
                })
                .list();
    }

    private String newestTransaction() {
        return scoped.read(
                SCOPE,
                () -> sql.sql("select pg_snapshot_xmax(pg_current_snapshot())::text")
                        .query(String.class)
                        .single());
    }

    /** Whether all transactions that ran at that moment have ended. */
    private boolean isOver(String transaction) {
        return scoped.read(
                SCOPE,
                () -> sql.sql("select pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8")
                        .param(transaction)
                        .query(Boolean.class)
                        .single());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; start it again and it goes on", stopped);
        }
    }
}
