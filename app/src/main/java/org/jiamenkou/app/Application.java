package org.jiamenkou.app;

import java.util.Map;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.StartupProgress;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The composition: all modules in one application context, over a database that is already there. */
@SpringBootConfiguration
@ComponentScan(
        basePackages = "org.jiamenkou",
        // Tests add theirs to the same packages.
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@LibraryParts
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
