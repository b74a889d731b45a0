package org.jiamenkou.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A short life beside the running node, in which the JVM learns which classes and methods a start and the first pages
 * need. Uses the running node's database, takes no lock and starts no server; the profile {@code train} keeps jobs out.
 */
final class Training {
    static final String PROFILE = "train";
    private static final List<String> PAGES = List.of("/", "/stations", "/services", "/healthz");
    private static final int ROUNDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Training() {}

    static void run(Settings settings, Class<?> application) {
        Settings beside = settings.listeningOn("127.0.0.1", 0);
        ConfigurableApplicationContext context = beside(settings, application);
        try {
            awaitReady(context);
            for (int round = 0; round < ROUNDS; round++) {
                PAGES.forEach(page -> read(URI.create(beside.address(Boot.port(context)) + page)));
            }
        } finally {
            context.close();
        }
    }

    /** The application beside the running node: its database, a port of its own, no lock and no jobs. */
    static ConfigurableApplicationContext beside(Settings settings, Class<?> application) {
        Settings.ExternalDatabase external = settings.externalDatabase();
        Connections connections = external == null ? Connections.toRunning(settings.data()) : Connections.to(external);
        return Boot.run(
                application,
                new Boot.Given(settings.listeningOn("127.0.0.1", 0), connections, null, new Silent()),
                Map.of("spring.profiles.active", PROFILE, "logging.level.root", "OFF"),
                early -> {});
    }

    private static void awaitReady(ConfigurableApplicationContext context) {
        Readiness readiness = context.getBean(Readiness.class);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!readiness.isReady() && System.nanoTime() < end) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether the page exists does not matter here: what it does not run is simply not learnt. */
    private static void read(URI page) {
        try {
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            connection.setReadTimeout(10_000);
            InputStream answer =
                    connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
            if (answer != null) {
                answer.readAllBytes();
                answer.close();
            }
        } catch (IOException ignored) {
            // see above
        }
    }

    private static final class Silent implements StartupProgress {
        @Override
        public void show(String nameKey, int done, int total) {
            // the running node has shown it
        }

        @Override
        public void done() {
            // the running node has shown it
        }
    }
}
