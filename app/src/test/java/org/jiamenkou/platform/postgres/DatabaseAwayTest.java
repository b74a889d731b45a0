package org.jiamenkou.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jiamenkou.app.Application;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The database goes away under the running application: pages say so, and come back by themselves. */
@Tag("slow")
class DatabaseAwayTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Options OPTIONS =
            Options.forTests(Path.of("target", "postgres-bin").toAbsolutePath());

    @TempDir
    private Path folder;

    private static HttpResponse<String> get(ConfigurableApplicationContext app, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + app.getEnvironment().getProperty("local.server.port") + path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class Silent implements StartupProgress {
        @Override
        public void show(String nameKey, int done, int total) {}

        @Override
        public void done() {}
    }

    @Test
    void pages_say_so_and_recover_by_themselves() throws Exception {
        Settings settings = Settings.from(
                new String[] {"--no-demo", "--data", folder.resolve("app").toString()}, Map.of());
        PostgresServer server = PostgresServer.start(folder.resolve("database"), OPTIONS);
        try (ConfigurableApplicationContext app =
                Application.start(settings, server.connections(), new Silent(), Map.of("server.port", "0"))) {
            waitFor(() -> app.getBean(Readiness.class).isReady(), 300);
            assertThat(get(app, "/areas/310115000000").statusCode()).isEqualTo(200);
            server.close();
            HttpResponse<String> away = get(app, "/areas/310101000000");
            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.body()).contains("12345").doesNotContain("Exception");
            assertThat(get(app, "/healthz").statusCode()).isEqualTo(200);
            server = PostgresServer.start(folder.resolve("database"), OPTIONS);
            waitFor(() -> get(app, "/areas/310104000000").statusCode() == 200, 30);
        } finally {
            server.close();
        }
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void waitFor(Check check, int seconds) throws Exception {
        for (int i = 0; i < seconds * 10; i++) {
            if (check.holds()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within " + seconds + " s");
    }
}
