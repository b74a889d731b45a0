package org.jiamenkou.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.Settings.Tls;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Turns settings into Spring's own and gives the application what exists before it. */
final class Boot {
    private Boot() {}

    /** What exists before the application. */
    record Given(
            Settings settings,
            Connections connections,
            @Nullable PostgresServer server,
            StartupProgress progress) {}

    /**
     * Starts the application.
     *
     * @param early told of the context before it is filled, so that a stop in the middle of a start finds it
     */
    static ConfigurableApplicationContext run(
            Class<?> application,
            Given given,
            List<String> properties,
            Consumer<ConfigurableApplicationContext> early) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // The order of stopping is ours: application first, PostgreSQL after it (see Node).
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("settings", given.settings());
            beans.registerSingleton("connections", given.connections());
            beans.registerSingleton("startupProgress", given.progress());
            if (given.server() != null) {
                beans.registerSingleton("postgresServer", given.server());
            }
            early.accept(context);
        });
        List<String> all = new ArrayList<>(web(given.settings()));
        all.addAll(properties);
        return spring.run(all.stream().map(property -> "--" + property).toArray(String[]::new));
    }

    private static List<String> web(Settings settings) {
        List<String> properties = new ArrayList<>(List.of(
                "server.address=" + settings.host(),
                "server.port=" + settings.port(),
                "server.shutdown=graceful",
                "spring.lifecycle.timeout-per-shutdown-phase=2s",
                "spring.threads.virtual.enabled=true",
                "server.forward-headers-strategy=" + (settings.trustedProxy() ? "native" : "none")));
        Tls tls = settings.tls();
        if (tls != null) {
            properties.add("spring.ssl.bundle.pem.jmk.keystore.certificate="
                    + tls.certificate().toUri());
            properties.add("spring.ssl.bundle.pem.jmk.keystore.private-key="
                    + tls.key().toUri());
            // Certificates are renewed every few weeks; that must not need a stop.
            properties.add("spring.ssl.bundle.pem.jmk.reload-on-update=true");
            properties.add("server.ssl.bundle=jmk");
        }
        return properties;
    }

    /** The port the web server really listens on. */
    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
