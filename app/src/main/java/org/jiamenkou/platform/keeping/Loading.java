package org.jiamenkou.platform.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.postgres.Connections;
import org.postgresql.PGConnection;

/**
 * Fills a freshly migrated database with the rows of a backup, in one transaction and as the owner: forced row-level
 * security, triggers and foreign keys are put aside for it and stand again, checked, before it commits.
 */
final class Loading {
    private final BackupReader backup;

    Loading(BackupReader backup) {
        this.backup = backup;
    }

    void into(Connections connections) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(
                        connections.url(), connections.ownerUser(), connections.ownerPassword());
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            DatabaseContents contents = new DatabaseContents(connection);
            DatabaseContents.setScope(sql);
            List<Known> tables = contents.list(
                    "select n.nspname || '.' || c.relname, c.relforcerowsecurity from pg_class c"
                            + " join pg_namespace n on n.oid = c.relnamespace"
                            + " where c.relkind in ('r', 'p') and not c.relispartition and" + DatabaseContents.OURS
                            + "order by 1",
                    rows -> new Known(rows.getString(1), rows.getBoolean(2)));
            refuseUnknown(tables);
            List<ForeignKey> keys = contents.list(
                    "select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)"
                            + " from pg_constraint c join pg_namespace n on n.oid = c.connamespace"
                            + " where c.contype = 'f' and c.conparentid = 0 and" + DatabaseContents.OURS,
                    rows -> new ForeignKey(
                            new Manifest.Name(rows.getString(1)),
                            new Manifest.Name(rows.getString(2)),
                            rows.getString(3)));
            putAside(sql, tables, keys);
            makePartitions(sql, contents, connections.appUser());
            for (Manifest.Table table : backup.manifest().tables()) {
                load(connection, table);
            }
            for (Manifest.Sequence sequence : backup.manifest().sequences()) {
                sql.execute("select setval('" + sequence.name() + "', " + sequence.value() + ")");
            }
            putBack(sql, tables, keys);
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("analyze");
        }
    }

    /** @param forced whether row-level security binds its owner */
    private record Known(String table, boolean forced) {}

    private record ForeignKey(Manifest.Name table, Manifest.Name name, String definition) {
        String alter(String what) {
            return "alter table " + table.name() + " " + what + " constraint " + name.name();
        }
    }

    private void refuseUnknown(List<Known> known) {
        Set<String> names = known.stream().map(Known::table).collect(Collectors.toSet());
        for (Manifest.Table table : backup.manifest().tables()) {
            if (!names.contains(table.name())) {
                throw CannotStartException.notPossibleHere("start.restore.unknownTable", table.name());
            }
        }
    }

    private static void putAside(Statement sql, List<Known> tables, List<ForeignKey> keys) throws SQLException {
        for (ForeignKey key : keys) {
            sql.execute(key.alter("drop"));
        }
        for (Known table : tables) {
            sql.execute("alter table " + table.table() + " disable trigger user");
            if (table.forced()) {
                sql.execute("alter table " + table.table() + " no force row level security");
            }
        }
        // Migrations may have put rows in; those of the backup replace them.
        sql.execute("truncate "
                + tables.stream()
                        .map(Known::table)
                        .filter(name -> !name.equals(DatabaseContents.MIGRATIONS))
                        .collect(Collectors.joining(", ")));
    }

    /** Who was given rights on the whole table has them; a partition by itself is nobody's. */
    private void makePartitions(Statement sql, DatabaseContents contents, String app) throws SQLException {
        Set<String> there = new HashSet<>();
        contents.listPartitions().forEach(one -> there.add(one.name().name()));
        String appName = '"' + app.replace("\"", "\"\"") + '"';
        for (Manifest.Partition one : backup.manifest().partitions()) {
            String name = one.name().name();
            if (!there.contains(name)) {
                sql.execute(
                        "create table " + name + " partition of " + one.table().name() + " " + one.bounds());
                sql.execute("revoke all on " + name + " from " + appName);
            }
        }
    }

    private void load(Connection connection, Manifest.Table table) throws SQLException, IOException {
        long rows;
        try (InputStream in = backup.stream(table.entry())) {
            String columns = String.join(", ", table.columns());
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.name() + " (" + columns + ") from stdin", in);
        }
        if (rows != table.rows()) {
            throw new IOException(table.name() + ": " + rows + " rows instead of " + table.rows());
        }
    }

    private static void putBack(Statement sql, List<Known> tables, List<ForeignKey> keys) throws SQLException {
        for (ForeignKey key : keys) {
            sql.execute(key.alter("add") + " " + key.definition());
        }
        for (Known table : tables) {
            sql.execute("alter table " + table.table() + " enable trigger user");
            if (table.forced()) {
                sql.execute("alter table " + table.table() + " force row level security");
            }
        }
    }
}
