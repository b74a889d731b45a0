package org.jiamenkou.platform.keeping;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/**
 * What is in the database, read in one transaction as the owner. Row-level security binds the owner too
 * (FORCE ROW LEVEL SECURITY), so the transaction carries the scope of a system actor, which every policy lets read
 * everything; {@code BackupTest} compares with what a superuser sees, table by table.
 */
final class DatabaseContents {
    /** Written by Flyway at a restore. */
    static final String MIGRATIONS = "platform.migrations";
    /** Who was signed in signs in again: sessions are worth stealing and worth nothing else. */
    private static final Set<String> LEFT_OUT =
            Set.of(MIGRATIONS, "library.spring_session", "library.spring_session_attributes");

    static final String OURS = " n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public') ";

    private final Connection connection;

    DatabaseContents(Connection connection) {
        this.connection = connection;
    }

    /** @param text says for each column how it is written; same order as the names */
    record Source(String name, List<String> columns, List<String> text) {}

    /** Begins the snapshot. */
    void begin() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (Statement sql = connection.createStatement()) {
            sql.execute("set local search_path = pg_catalog");
            sql.execute("set local timezone = 'UTC'");
            sql.execute("set local statement_timeout = 0");
            setScope(sql);
        }
    }

    static void setScope(Statement sql) throws SQLException {
        sql.execute("select set_config('jmk.actor', 'system:platform.keeping', true),"
                + " set_config('jmk.areas', '*', true), set_config('jmk.write_areas', '*', true),"
                + " set_config('jmk.lines', '', true)");
    }

    List<Manifest.Migration> listMigrations() throws SQLException {
        return list(
                "select script, checksum from platform.migrations where success and version is not null"
                        + " order by installed_rank",
                rows -> new Manifest.Migration(rows.getString(1), (Integer) rows.getObject(2)));
    }

    /** A transaction id means nothing in another cluster: all become the oldest one, order stays with the row numbers. */
    List<Source> listTables() throws SQLException {
        String tables = """
                select n.nspname || '.' || c.relname,
                       array_agg(quote_ident(a.attname) order by a.attnum),
                       array_agg(case when a.atttypid <> 'xid8'::regtype then quote_ident(a.attname)
                                      else format('case when %%I is not null then %%L::xid8 end', a.attname, '3') end
                                 order by a.attnum)
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where c.relkind in ('r', 'p') and not c.relispartition and %s
                group by 1 order by 1""".formatted(OURS);
        return list(tables, rows -> new Source(rows.getString(1), texts(rows, 2), texts(rows, 3))).stream()
                .filter(table -> !LEFT_OUT.contains(table.name()))
                .toList();
    }

    List<Manifest.Partition> listPartitions() throws SQLException {
        String partitions = """
                select pn.nspname || '.' || p.relname, n.nspname || '.' || c.relname, pg_get_expr(c.relpartbound, c.oid)
                from pg_inherits i
                join pg_class c on c.oid = i.inhrelid and c.relkind = 'r' and c.relispartition
                join pg_namespace n on n.oid = c.relnamespace
                join pg_class p on p.oid = i.inhparent
                join pg_namespace pn on pn.oid = p.relnamespace
                where %s
                order by 1, 2""".formatted(OURS);
        return list(
                partitions,
                rows -> new Manifest.Partition(
                        new Manifest.Name(rows.getString(1)), new Manifest.Name(rows.getString(2)), rows.getString(3)));
    }

    /** Read after the rows: a sequence runs outside transactions and is then at or past every number used. */
    List<Manifest.Sequence> listSequences() throws SQLException {
        return list(
                "select schemaname || '.' || sequencename, last_value from pg_sequences"
                        + " where last_value is not null and schemaname not in ('public') order by 1",
                rows -> new Manifest.Sequence(rows.getString(1), rows.getLong(2)));
    }

    /** @return how many rows */
    long copy(Source table, OutputStream out) throws IOException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + String.join(", ", table.text()) + " from " + table.name() + ") to stdout",
                            out);
        } catch (SQLException e) {
            throw new IOException("cannot read " + table.name() + ": " + e.getMessage(), e);
        }
    }

    interface Row<T> {
        T of(ResultSet rows) throws SQLException;
    }

    <T> List<T> list(String query, Row<T> row) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        }
    }

    private static List<String> texts(ResultSet rows, int column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }
}
