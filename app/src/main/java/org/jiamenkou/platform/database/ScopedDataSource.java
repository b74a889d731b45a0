package org.jiamenkou.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Gives a connection only to a scoped transaction, so that a forgotten scope is an error and not an empty page. */
final class ScopedDataSource extends DelegatingDataSource {
    ScopedDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!CurrentScope.isSet()) {
            throw new OutsideScopeException();
        }
        return super.getConnection();
    }
}
