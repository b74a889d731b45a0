package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiamenkou.network.Fields;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes many records of one table by sets: one statement for each few thousand rows. */
@Component
public final class RecordStore {
    private static final int MOST_ROWS = 10_000;

    private final JdbcClient sql;

    public RecordStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All that have not ended in these subdistricts. */
    public List<Fields> list(RecordTable table, List<UUID> subdistricts) {
        return read(table, "r.subdistrict_id = any(:keys)", subdistricts);
    }

    /** Those that belong to these records. */
    public List<Fields> listOf(RecordTable table, List<UUID> owners) {
        return read(table, "r." + table.owner() + " = any(:keys)", owners);
    }

    private List<Fields> read(RecordTable table, String where, List<UUID> keys) {
        String columns = table.fields().stream().map(RecordTable.Column::read).collect(Collectors.joining(", "));
        return sql.sql("select r.subdistrict_id, r.id, r.area_id, r." + table.owner() + ", r.version, " + columns
                        + " from network." + table.table() + " r where " + where + " and r." + table.ended()
                        + " is null")
                .param("keys", keys.toArray(new UUID[0]))
                .query((row, number) -> fields(table, row))
                .list();
    }

    private static Fields fields(RecordTable table, ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < table.fields().size(); i++) {
            String value = row.getString(i + 6);
            if (value != null) {
                values.put(table.fields().get(i).name(), value);
            }
        }
        return new Fields(
                new Place(row.getObject(3, UUID.class), row.getObject(1, UUID.class)),
                row.getObject(2, UUID.class),
                row.getObject(4, UUID.class),
                row.getInt(5),
                values);
    }

    /** @param fixed the columns that are written once, in the order of the table */
    public record Fresh(Fields record, List<@Nullable String> fixed) {}

    public void insert(RecordTable table, List<Fresh> rows) {
        List<RecordTable.Column> columns = new ArrayList<>(table.fields());
        columns.addAll(table.fixed());
        boolean owned = !table.owner().equals("id");
        String names = columns.stream().map(RecordTable.Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(RecordTable.Column::write).collect(Collectors.joining(", "));
        String statement = "insert into network." + table.table() + " (subdistrict_id, id, area_id, version, sample, "
                + (owned ? table.owner() + ", " : "") + names + ") select n.sub, n.id, n.area, 1, false, "
                + (owned ? "n.owner, " : "") + values + " from unnest(:sub::uuid[], :id::uuid[], :area::uuid[],"
                + " :owner::uuid[]" + arrays(columns) + ") as n(sub, id, area, owner, " + names + ")";
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<Fresh> some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            JdbcClient.StatementSpec spec =
                    keys(sql.sql(statement), some.stream().map(Fresh::record).toList());
            for (int i = 0; i < columns.size(); i++) {
                int at = i;
                String name = columns.get(i).name();
                int fields = table.fields().size();
                spec = spec.param(
                        name,
                        texts(
                                some,
                                row -> at < fields
                                        ? row.record().text(name)
                                        : row.fixed().get(at - fields)));
            }
            spec.update();
        }
    }

    private static String arrays(List<RecordTable.Column> columns) {
        return columns.stream()
                .map(column -> ", :" + column.name() + "::text[]")
                .collect(Collectors.joining());
    }

    private static JdbcClient.StatementSpec keys(JdbcClient.StatementSpec spec, List<Fields> rows) {
        return spec.param(
                        "sub",
                        uuids(rows, row -> Objects.requireNonNull(row.place().subdistrictId())))
                .param("id", uuids(rows, Fields::id))
                .param("area", uuids(rows, row -> row.place().areaId()))
                .param("owner", uuids(rows, Fields::owner));
    }

    private static UUID[] uuids(List<Fields> rows, Function<Fields, UUID> of) {
        return rows.stream().map(of).toArray(UUID[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> of) {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = of.apply(rows.get(i));
        }
        return texts;
    }

    /**
     * Writes the fields of records that still have the version they were read with.
     *
     * @return how many were written
     */
    public int update(RecordTable table, List<Fields> rows) {
        List<RecordTable.Column> columns = table.fields();
        String names = columns.stream().map(RecordTable.Column::name).collect(Collectors.joining(", "));
        String sets = columns.stream()
                .map(column -> column.name() + " = " + column.write())
                .collect(Collectors.joining(", "));
        String statement = "update network." + table.table() + " r set version = r.version + 1, " + sets
                + " from unnest(:sub::uuid[], :id::uuid[], :version::integer[]" + arrays(columns)
                + ") as n(sub, id, seen, " + names + ")"
                + " where r.subdistrict_id = n.sub and r.id = n.id and r.version = n.seen";
        int written = 0;
        for (int from = 0; from < rows.size(); from += MOST_ROWS) {
            List<Fields> some = rows.subList(from, Math.min(rows.size(), from + MOST_ROWS));
            JdbcClient.StatementSpec spec = sql.sql(statement)
                    .param(
                            "sub",
                            uuids(
                                    some,
                                    row -> Objects.requireNonNull(row.place().subdistrictId())))
                    .param("id", uuids(some, Fields::id))
                    .param("version", some.stream().map(Fields::version).toArray(Integer[]::new));
            for (RecordTable.Column column : columns) {
                spec = spec.param(column.name(), texts(some, row -> row.text(column.name())));
            }
            written += spec.update();
        }
        return written;
    }

    /** Ends a record of this version on a day. @return whether it was still of that version */
    public boolean end(RecordTable table, Fields record, java.time.LocalDate day) {
        return sql.sql("update network." + table.table() + " set version = version + 1, " + table.ended()
                                + " = :day where subdistrict_id = :sub and id = :id and version = :version")
                        .param("day", day)
                        .param("sub", record.place().subdistrictId())
                        .param("id", record.id())
                        .param("version", record.version())
                        .update()
                == 1;
    }

    /** New stations serve their own committee. */
    public void serveOwnCommittee(List<Fields> stations) {
        if (!stations.isEmpty()) {
            keys(sql.sql("""
                    insert into network.station_committees (subdistrict_id, station_id, committee_id, area_id)
                    select n.sub, n.id, n.area, n.area
                    from unnest(:sub::uuid[], :id::uuid[], :area::uuid[], :owner::uuid[]) as n(sub, id, area, owner)
                    where n.area <> n.sub"""), stations).update();
        }
    }

    /** Codes that were given out in these subdistricts, closed stations included. */
    public Map<UUID, List<String>> listCodes(List<UUID> subdistricts) {
        Map<UUID, List<String>> codes = new HashMap<>();
        sql.sql("select subdistrict_id, code from network.stations where subdistrict_id = any(:subs)")
                .param("subs", subdistricts.toArray(new UUID[0]))
                .query(row -> {
                    codes.computeIfAbsent(row.getObject(1, UUID.class), sub -> new ArrayList<>())
                            .add(row.getString(2));
                });
        return codes;
    }

    /** The codes of stations, by id. */
    public Map<UUID, String> codesById(List<UUID> subdistricts) {
        Map<UUID, String> codes = new HashMap<>();
        sql.sql("select id, code from network.stations where subdistrict_id = any(:subs) and closed_on is null")
                .param("subs", subdistricts.toArray(new UUID[0]))
                .query(row -> {
                    codes.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return codes;
    }
}
