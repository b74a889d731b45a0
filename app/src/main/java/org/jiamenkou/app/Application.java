package org.jiamenkou.app;

import java.util.Map;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The composition: all modules in one application context, over a database that is already there. */
@SpringBootApplication(
        scanBasePackages = "org.jiamenkou",
        exclude = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
public class Application {
    /**
     * Starts the application; it serves at once and is ready when the start-up tasks are done.
     *
     * @param properties more Spring properties, of the launcher or of a test
     */
    public static ConfigurableApplicationContext start(
            Settings settings, Connections connections, StartupProgress progress, Map<String, Object> properties) {
        return Boot.run(
                Application.class, new Boot.Given(settings, connections, null, progress), properties, early -> {});
    }
}
