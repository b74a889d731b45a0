package org.jiamenkou.platform.database;

import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scoped transactions over a pool, wired as the application wires them. */
@NullMarked
public record TestScopes(Scoped scoped, JdbcClient sql) {
    public static TestScopes over(DataSource pool) {
        ScopedDataSource guarded = new ScopedDataSource(pool);
        return new TestScopes(new Scoped(new ScopedTransactionManager(guarded)), JdbcClient.create(guarded));
    }
}
