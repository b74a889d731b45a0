package org.jiamenkou.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.postgres.Connections;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** One pool of {@code jmk_app} connections, seen through two doors: scoped for stores, bare for library tables. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /** Short enough that a page can say "the database is away" before a person gives up. */
    private static final long CONNECTION_WAIT_MILLIS = 3_000;

    @Bean(destroyMethod = "close")
    HikariDataSource pool(Connections connections, Settings settings) {
        Migrations.migrate(connections);
        HikariConfig config = new HikariConfig();
        config.setPoolName("jmk");
        config.setJdbcUrl(connections.url());
        config.setUsername(connections.appUser());
        config.setPassword(connections.appPassword());
        config.setMaximumPoolSize(settings.databasePoolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(60_000);
        config.addDataSourceProperty("ApplicationName", "jiamenkou");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    @Bean
    @Primary
    DataSource scopedDataSource(HikariDataSource pool) {
        return new ScopedDataSource(pool);
    }

    /** For the tables of libraries (sessions, jobs), which know no scope; see docs/architecture.md section 4. */
    @Bean
    @SpringSessionDataSource
    DataSource libraryDataSource(HikariDataSource pool) {
        return new org.springframework.jdbc.datasource.DelegatingDataSource(pool);
    }

    /** Sessions are saved outside any scope, in transactions of their own. */
    @Bean
    TransactionOperations springSessionTransactionOperations(
            @Qualifier("libraryDataSource") DataSource libraryDataSource) {
        TransactionTemplate template = new TransactionTemplate(new JdbcTransactionManager(libraryDataSource));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    @Bean
    @Primary
    ScopedTransactionManager scopedTransactionManager(DataSource scopedDataSource) {
        return new ScopedTransactionManager(scopedDataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource scopedDataSource) {
        return JdbcClient.create(scopedDataSource);
    }
}
