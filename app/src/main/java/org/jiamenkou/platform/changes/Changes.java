package org.jiamenkou.platform.changes;

import java.sql.Timestamp;
import java.time.Clock;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes changes in the transaction that makes them. */
@Component
public final class Changes {
    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final ChangeVersions versions;
    private final ChangeNotifier notifier;

    Changes(JdbcClient sql, Ids ids, Clock clock, ChangeVersions versions, ChangeNotifier notifier) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.versions = versions;
        this.notifier = notifier;
    }

    /**
     * Records a change of the running transaction. After commit this node's copies are stale at once, so that the next
     * response shows it; the other nodes hear of it within 50 ms.
     */
    public void publish(Change change) {
        sql.sql("""
                insert into platform.changes (id, module, kind, subject, subdistrict_id, actor, at)
                values (:id, :module, :kind, :subject, :subdistrict, :actor, :at)""")
                .param("id", ids.next())
                .param("module", change.module())
                .param("kind", change.kind())
                .param("subject", change.subject())
                .param("subdistrict", change.subdistrictId())
                .param("actor", Scoped.current().actorKey())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                versions.moved(change.module());
                notifier.tell(change.module());
            }
        });
    }
}
