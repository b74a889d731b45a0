package org.jiamenkou.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jiamenkou.platform.Readiness;
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
     * @param properties more of Spring's, stronger than those that follow from the settings
     * @param early told of the context before it is filled, so that a stop in the middle of a start finds it
     */
    static ConfigurableApplicationContext run(
            Class<?> application,
            Given given,
            Map<String, Object> properties,
            Consumer<ConfigurableApplicationContext> early) {
        SpringApplication spring = new SpringApplication(application);
        spring.setBannerMode(Banner.Mode.OFF);
        spring.setLogStartupInfo(false);
        // The order of stopping is ours: application first, PostgreSQL after it (see Node).
        spring.setRegisterShutdownHook(false);
        spring.addInitializers(context -> {
            // As singletons that exist, not as definitions: the context must not close what it did not make.
            var beans = context.getBeanFactory();
            beans.registerSingleton("settings", given.settings());
            beans.registerSingleton("connections", given.connections());
            beans.registerSingleton("startupProgress", given.progress());
            beans.registerSingleton("readiness", new Readiness());
            if (given.server() != null) {
                beans.registerSingleton("postgresServer", given.server());
            }
            early.accept(context);
        });
        Map<String, Object> all = web(given.settings());
        all.putAll(properties);
        // As arguments of a command line, which win over files and over a stray SERVER_PORT in the environment.
        return spring.run(all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    private static Map<String, Object> web(Settings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", settings.host());
        properties.put("server.port", settings.port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("server.forward-headers-strategy", settings.trustedProxy() ? "native" : "none");
        Tls tls = settings.tls();
        if (tls != null) {
            String bundle = "spring.ssl.bundle.pem.jmk.";
            properties.put(bundle + "keystore.certificate", tls.certificate().toUri());
            properties.put(bundle + "keystore.private-key", tls.key().toUri());
            // Certificates are renewed every few weeks; that must not need a stop.
            properties.put(bundle + "reload-on-update", true);
            properties.put("server.ssl.bundle", "jmk");
        }
        return properties;
    }

    /** The port the web server really listens on. */
    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
