package org.jiamenkou.platform.changes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hands committed changes to the consumers of this node, in (transaction id, row) order and only below the oldest
 * transaction still running, so that none is passed over. Each node starts at the newest change: its copies are built
 * from the data when it starts.
 */
@Component
public final class ChangeFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final SystemScope ACTOR = new SystemScope("changes");
    private static final int BATCH = 500;

    private final JdbcClient sql;
    private final Scoped scoped;
    private final ObjectProvider<ChangeConsumer> consumers;
    private final ChangeVersions versions;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Position position;
    private @Nullable Thread worker;

    ChangeFeed(JdbcClient sql, Scoped scoped, ObjectProvider<ChangeConsumer> consumers, ChangeVersions versions) {
        this.sql = sql;
        this.scoped = scoped;
        this.consumers = consumers;
        this.versions = versions;
    }

    private record Position(String transactionId, long row) {}

    private record Row(Position position, Change change) {}

    void wake() {
        signal.release();
    }

    @Override
    public void start() {
        position = newest();
        running = true;
        worker = Thread.ofVirtual().name("changes-feed").start(this::run);
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
        while (running) {
            try {
                signal.tryAcquire(1, TimeUnit.SECONDS);
                signal.drainPermits();
                pull();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("changes: could not pull, trying again", failed);
            }
        }
    }

    private void pull() {
        List<Row> rows;
        do {
            rows = next();
            if (rows.isEmpty()) {
                return;
            }
            List<Change> changes = rows.stream().map(Row::change).toList();
            // Whoever made them may have gone before its notifier spoke: within a second every copy is stale anyway.
            Set<String> modules = new LinkedHashSet<>();
            changes.forEach(change -> modules.add(change.module()));
            modules.forEach(versions::moved);
            for (ChangeConsumer consumer : consumers) {
                List<Change> mine = new ArrayList<>(changes);
                mine.removeIf(change -> !consumer.modules().contains(change.module()));
                if (!mine.isEmpty()) {
                    consumer.onChanges(mine);
                }
            }
            position = rows.getLast().position();
        } while (rows.size() == BATCH);
    }

    private List<Row> next() {
        Position from = position == null ? new Position("0", 0) : position;
        return scoped.read(
                ACTOR,
                () -> sql.sql("""
                select transaction_id::text, row_number, module, kind, subject, subdistrict_id
                from platform.changes
                where (transaction_id, row_number) > (:transaction::xid8, :row)
                  and transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction_id, row_number
                limit :batch""")
                        .param("transaction", from.transactionId())
                        .param("row", from.row())
                        .param("batch", BATCH)
                        .query((rs, n) -> new Row(
                                new Position(rs.getString(1), rs.getLong(2)),
                                new Change(
                                        rs.getString(3),
                                        rs.getString(4),
                                        rs.getString(5),
                                        rs.getObject(6, java.util.UUID.class))))
                        .list());
    }

    private Position newest() {
        return scoped.read(
                ACTOR,
                () -> sql.sql("""
                select transaction_id::text, row_number
                from platform.changes
                where transaction_id < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction_id desc, row_number desc
                limit 1""")
                        .query((rs, n) -> new Position(rs.getString(1), rs.getLong(2)))
                        .optional()
                        .orElse(new Position("0", 0)));
    }
}
