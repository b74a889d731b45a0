package org.jiamenkou.platform;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the start-up tasks of all modules in the order of their floors, beside the web server, which meanwhile answers
 * that the system is getting ready. A task that fails is tried again: the database may have gone away under it.
 */
@Component
public final class StartupTasks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(StartupTasks.class);
    private static final long RETRY_MILLIS = 2_000;

    private final List<StartupTask> tasks;
    private final Readiness readiness;
    private final StartupProgress progress;
    private final StartupRecord record;
    private volatile boolean running;
    private volatile boolean pagesMayBeServed;
    private @Nullable Thread worker;

    StartupTasks(
            ObjectProvider<StartupTask> tasks, Readiness readiness, StartupProgress progress, StartupRecord record) {
        this.record = record;
        this.tasks = tasks.stream()
                .sorted(Comparator.comparing((StartupTask task) -> !task.pagesWait())
                        .thenComparingInt(StartupTask::floor))
                .toList();
        this.readiness = readiness;
        this.progress = progress;
        this.tasks.forEach(task -> readiness.expect(task.nameKey()));
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofPlatform().name("startup-tasks").start(this::runAll);
    }

    /** Whether all that pages wait for is done; stays true from then on. */
    public boolean pagesMayBeServed() {
        return pagesMayBeServed;
    }

    private void runAll() {
        @Nullable Set<String> finished = null;
        for (StartupTask task : tasks) {
            pagesMayBeServed |= !task.pagesWait();
            while (running) {
                try {
                    finished = finished == null ? record.done() : finished;
                    if (finished.contains(task.nameKey())) {
                        readiness.ready(task.nameKey());
                        break;
                    }
                    task.run((done, total) -> progress.show(task.nameKey(), done, total));
                    record.finished(task);
                    readiness.ready(task.nameKey());
                    break;
                } catch (RuntimeException failed) {
                    LOG.error("start-up task {} failed, trying again", task.nameKey(), failed);
                    pause();
                }
            }
        }
        if (running) {
            pagesMayBeServed = true;
            progress.done();
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            running = false;
        }
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
}
