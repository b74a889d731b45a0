package org.jiamenkou.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Sets the scope as the first statement of each transaction; it travels with BEGIN, so it costs one round trip. */
final class ScopedTransactionManager extends JdbcTransactionManager {
    private static final String SET_SCOPE = """
            select set_config('jmk.actor', ?, true),
                   set_config('jmk.areas', ?, true),
                   set_config('jmk.write_areas', ?, true),
                   set_config('jmk.lines', ?, true)""";

    ScopedTransactionManager(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        if (definition.isReadOnly()) {
            connection.setReadOnly(true);
        }
        Scope scope = CurrentScope.get();
        try (PreparedStatement statement = connection.prepareStatement(SET_SCOPE)) {
            statement.setString(1, scope.actorKey());
            statement.setString(2, scope.readAreas().setting());
            statement.setString(3, scope.writeAreas().setting());
            statement.setString(4, String.join(",", scope.lines()));
            statement.execute();
        }
    }
}
