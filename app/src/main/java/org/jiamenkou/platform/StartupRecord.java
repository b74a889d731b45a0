package org.jiamenkou.platform;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which start-up tasks this very build has finished on this database. Without a build ({@code jmk.build}, given by the
 * launcher) nothing is remembered and every task looks for itself.
 */
@Component
class StartupRecord {
    private static final SystemScope SCOPE = new SystemScope("platform.startup-tasks");

    private final Scoped scoped;
    private final JdbcClient sql;
    private final Clock clock;
    private final String build;

    StartupRecord(Scoped scoped, JdbcClient sql, Clock clock, Settings settings) {
        this.scoped = scoped;
        this.sql = sql;
        this.clock = clock;
        String given = System.getProperty("jmk.build", "");
        // What is loaded depends on the mode too.
        this.build = given.isEmpty() ? "" : given + (settings.demo() ? " demo" : " plain");
    }

    /** Name keys of the tasks that have nothing left to do. */
    Set<String> done() {
        if (build.isEmpty()) {
            return Set.of();
        }
        return scoped.read(
                SCOPE,
                () -> new HashSet<>(sql.sql("select task from platform.startup_tasks where build = :build")
                        .param("build", build)
                        .query(String.class)
                        .list()));
    }

    void finished(StartupTask task) {
        if (!build.isEmpty() && task.once()) {
            scoped.transaction(SCOPE, () -> {
                sql.sql("""
                                insert into platform.startup_tasks (task, build, done_at) values (:task, :build, :at)
                                on conflict (task) do update set build = excluded.build, done_at = excluded.done_at
                                """)
                        .param("task", task.nameKey())
                        .param("build", build)
                        .param("at", Timestamp.from(clock.instant()))
                        .update();
            });
        }
    }
}
