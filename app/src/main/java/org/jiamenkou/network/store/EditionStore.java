package org.jiamenkou.network.store;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.network.DivisionDifference;
import org.jiamenkou.network.DivisionEdition;
import org.jiamenkou.network.DivisionList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Editions of the divisions and what confirming one does. */
@Component
public final class EditionStore {
    private final JdbcClient sql;

    public EditionStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record Edition(UUID id, LocalDate asOf, String state, long baseStamp) {}

    public record EditionRow(String code, String name) {}

    public boolean isKnown(String name) {
        return sql.sql("select count(*) from network.division_editions where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Optional<Edition> lock(UUID id) {
        return sql.sql("""
                select id, as_of, state, base_stamp from network.division_editions where id = :id for update""")
                .param("id", id)
                .query((row, number) -> new Edition(
                        row.getObject("id", UUID.class),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("state"),
                        row.getLong("base_stamp")))
                .optional();
    }

    /** Every edition, newest first. */
    public List<DivisionEdition> listAll() {
        return sql.sql("""
                select e.id, e.name, e.source, e.as_of, e.state, e.proposed_at, e.confirmed_at,
                       (select count(*) from network.division_differences d where d.edition_id = e.id) as differences
                from network.division_editions e order by e.as_of desc, e.proposed_at desc""").query((row, number) -> edition(row)).list();
    }

    private static DivisionEdition edition(ResultSet row) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new DivisionEdition(
                row.getObject("id", UUID.class),
                new DivisionList.Title(row.getString("name"), new DivisionList.Source(row.getString("source"))),
                row.getObject("as_of", LocalDate.class),
                DivisionEdition.State.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                confirmed == null ? null : confirmed.toInstant(),
                row.getInt("differences"));
    }

    public void drop(UUID edition) {
        sql.sql("update network.division_editions set state = 'DROPPED' where id = :id")
                .param("id", edition)
                .update();
    }

    public List<EditionRow> listRows(UUID edition) {
        return sql.sql("select code, name from network.division_edition_rows where edition_id = :id order by code")
                .param("id", edition)
                .query((row, number) -> new EditionRow(row.getString("code"), row.getString("name")))
                .list();
    }

    public List<DivisionDifference> listDifferences(UUID edition) {
        return sql.sql("""
                select kind, old_codes, new_codes, old_names, new_names, inferred
                from network.division_differences where edition_id = :id order by position""")
                .param("id", edition)
                .query((row, number) -> new DivisionDifference(
                        DivisionDifference.Kind.valueOf(row.getString("kind")),
                        texts(row.getArray("old_codes")),
                        texts(row.getArray("new_codes")),
                        texts(row.getArray("old_names")),
                        texts(row.getArray("new_names")),
                        row.getBoolean("inferred")))
                .list();
    }

    public void markConfirmed(UUID edition, Instant now) {
        sql.sql("update network.division_editions set state = 'CONFIRMED', confirmed_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", edition)
                .update();
    }

    public void retire(UUID division, LocalDate on) {
        sql.sql("update network.divisions set valid_to = :on where id = :id and valid_to is null")
                .param("on", on)
                .param("id", division)
                .update();
    }

    public void retireCode(String code, LocalDate on) {
        sql.sql("update network.division_codes set valid_to = :on where code = :code and valid_to is null")
                .param("on", on)
                .param("code", code)
                .update();
    }

    public void rename(UUID division, String name, LocalDate on) {
        sql.sql("""
                insert into network.division_former_names (division_id, name_zh, until)
                select id, name_zh, :on from network.divisions where id = :id
                on conflict (division_id, until) do nothing""").param("on", on).param("id", division).update();
        sql.sql("update network.divisions set name_zh = :name, name_en = null where id = :id")
                .param("name", name)
                .param("id", division)
                .update();
    }

    /** How many subdistricts ever got a prefix for public codes; the next one's number. */
    public int countPrefixes() {
        return sql.sql("select count(*) from network.divisions where code_prefix is not null")
                .query(Integer.class)
                .single();
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
