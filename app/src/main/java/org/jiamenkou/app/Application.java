package org.jiamenkou.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** All modules put together. The database pool and the migrations are the platform's own, so Boot's stay out. */
@SpringBootApplication(scanBasePackages = "org.jiamenkou", exclude = DataSourceAutoConfiguration.class)
public class Application {}
