package org.jiamenkou;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jiamenkou.app.Application;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application on a real PostgreSQL and a free port, with the sample network loaded; one for all tests of this
 * JVM. Tests that write leave the network as they found it or write where no other test looks.
 */
@NullMarked
public final class TestApp {
    private static final Duration MOST_LOADING = Duration.ofMinutes(6);

    private static final class Shared {
        private static final TestApp APP = start();
    }

    private final ConfigurableApplicationContext context;
    private final String url;

    private TestApp(ConfigurableApplicationContext context) {
        this.context = context;
        this.url = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public static TestApp shared() {
        return Shared.APP;
    }

    /** Another node on another database, which ends with the test. */
    public record Node(TestApp app) implements AutoCloseable {
        public String url() {
            return app.url();
        }

        public <T> T bean(Class<T> type) {
            return app.bean(type);
        }

        @Override
        public void close() {
            app.context.close();
        }
    }

    public static Node another(Path data, Connections connections) {
        return new Node(start(data, connections));
    }

    private static TestApp start(Path data, Connections connections) {
        Settings settings = Settings.from(new String[] {"--data", data.toString()}, Map.of());
        ConfigurableApplicationContext context =
                Application.start(settings, connections, new Silent(), Map.of("server.port", "0"));
        TestApp app = new TestApp(context);
        app.waitUntilReady();
        return app;
    }

    private static TestApp start() {
        try {
            return start(Files.createTempDirectory("jmk-test-app"), TestDatabase.freshConnections());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Silent implements StartupProgress {
        @Override
        public void show(String nameKey, int done, int total) {}

        @Override
        public void done() {}
    }

    private void waitUntilReady() {
        Readiness readiness = bean(Readiness.class);
        long deadline = System.nanoTime() + MOST_LOADING.toNanos();
        while (!readiness.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("still waiting for " + readiness.waitingFor());
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Without a slash at the end. */
    public String url() {
        return url;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }
}
