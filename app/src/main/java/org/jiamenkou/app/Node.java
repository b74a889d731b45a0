package org.jiamenkou.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupNotice;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.DataLock;
import org.jiamenkou.platform.postgres.Options;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One node from its start to its stop. A stop finishes what is under way, then stops PostgreSQL, and takes at most three
 * seconds whatever hangs.
 */
final class Node {
    private static final Duration STOP_IN = Duration.ofMillis(2_600);
    /** What PostgreSQL may need after the application: a stop in good order, then at once. */
    private static final Duration KEPT_FOR_DATABASE = Duration.ofMillis(850);

    private static final Duration AT_ONCE = Duration.ofMillis(600);
    private static final long READY_POLL_MILLIS = 50;

    private final Settings settings;
    private final Class<?> application;
    private final StartupReport report = new StartupReport(System.out, Boolean.getBoolean("jmk.terminal"));
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile @Nullable DataLock lock;
    private volatile @Nullable PostgresServer server;
    private volatile @Nullable ConfigurableApplicationContext context;

    Node(Settings settings, Class<?> application) {
        this.settings = settings;
        this.application = application;
    }

    /** Starts and stays until the process is told to stop. */
    void run() {
        Keeping.refuseUnfinished(settings.data());
        DataLock held = DataLock.take(settings.data());
        lock = held;
        held.starting(settings.address(settings.port()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            refuseTakenPort();
            start(held);
        } finally {
            startEnded.countDown();
        }
        stayUntilStopped();
    }

    private void start(DataLock held) {
        Connections connections = database(held);
        if (stopping) {
            return;
        }
        ConfigurableApplicationContext started;
        try {
            started = Boot.run(
                    application,
                    new Boot.Given(settings, connections, server, report),
                    logging(),
                    early -> context = early);
        } catch (RuntimeException failed) {
            if (stopping) {
                return; // the stop has taken the context away from under its own start
            }
            throw explained(failed);
        }
        if (awaitReady(started)) {
            String address = settings.address(Boot.port(started));
            report.ready(
                    address,
                    settings.data().toString(),
                    started.getBeanProvider(StartupNotice.class).orderedStream().toList());
            held.ready(address);
        }
    }

    private Connections database(DataLock held) {
        Settings.ExternalDatabase external = settings.externalDatabase();
        if (external != null) {
            return Connections.to(external);
        }
        report.line("start.report.database");
        PostgresServer started = PostgresServer.start(held, Options.product());
        server = started;
        return started.connections();
    }

    /** Before anything is started, so that the answer comes at once. */
    private void refuseTakenPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException taken) {
            throw portTaken();
        }
    }

    private CannotStartException portTaken() {
        return CannotStartException.notPossibleHere(
                "start.port.taken", settings.host(), String.valueOf(settings.port()));
    }

    private RuntimeException explained(RuntimeException failed) {
        Throwable cause = failed;
        while (cause != null) {
            if (cause instanceof CannotStartException plain) {
                return plain;
            }
            if (cause instanceof PortInUseException) {
                return portTaken();
            }
            cause = cause.getCause();
        }
        report.line("start.failed", log());
        return failed;
    }

    /** The terminal is for people, the log file for what happened. */
    private Map<String, Object> logging() {
        return Map.of(
                "logging.file.name", log(), "logging.threshold.console", System.getProperty("jmk.console", "OFF"));
    }

    private String log() {
        return settings.data().resolve("jiamenkou.log").toString();
    }

    private boolean awaitReady(ConfigurableApplicationContext started) {
        Readiness readiness = started.getBean(Readiness.class);
        while (!stopping && !readiness.isReady()) {
            try {
                Thread.sleep(READY_POLL_MILLIS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !stopping;
    }

    private void stayUntilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The one sequence of stopping: the application, then its database, then the folder. */
    private void stop() {
        stopping = true;
        long end = System.nanoTime() + STOP_IN.toNanos();
        PostgresServer database = server;
        if (database != null) {
            Thread.ofVirtual().start(database::checkpoint);
        }
        Thread closer = Thread.ofPlatform().daemon().name("close-application").start(this::closeApplication);
        try {
            closer.join(Duration.ofNanos(end - System.nanoTime()).minus(KEPT_FOR_DATABASE));
            startEnded.await(end - System.nanoTime() - KEPT_FOR_DATABASE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        database = server;
        DataLock held = lock;
        if (database != null) {
            Duration left = Duration.ofNanos(end - System.nanoTime()).minus(AT_ONCE);
            database.close(left.isNegative() ? Duration.ZERO : left);
        } else if (held != null && startEnded.getCount() == 0) {
            held.close();
        }
    }

    private void closeApplication() {
        ConfigurableApplicationContext running = context;
        if (running != null) {
            running.close();
        }
    }
}
