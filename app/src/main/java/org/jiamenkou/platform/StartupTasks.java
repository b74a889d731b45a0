package org.jiamenkou.platform;

import java.util.Comparator;
import java.util.List;
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
    private volatile boolean running;
    private volatile boolean pagesMayBeServed;
    private @org.jspecify.annotations.Nullable Thread worker;

    StartupTasks(ObjectProvider<StartupTask> tasks, Readiness readiness, StartupProgress progress) {
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
        for (StartupTask task : tasks) {
            pagesMayBeServed |= !task.pagesWait();
            while (running) {
                try {
                    task.run((done, total) -> progress.show(task.nameKey(), done, total));
                    readiness.ready(task.nameKey());
                    break;
                } catch (RuntimeException failed) {
                    LOG.error("start-up task {} failed, trying again", task.nameKey(), failed);
                    readiness.notReady(task.nameKey(), String.valueOf(failed.getMessage()));
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
