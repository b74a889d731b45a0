package org.jiamenkou.catalogue.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jiamenkou.catalogue.ItemDraft;
import org.jiamenkou.catalogue.ItemField;
import org.jiamenkou.catalogue.ItemLine;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved states of guides. */
@Component
public class DraftStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private final JdbcClient sql;

    DraftStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Newest first. */
    public List<ItemDraft> listAll(String slug) {
        return sql.sql("""
                select revision, state, version, fields, at, by_name from catalogue.item_drafts
                where slug = :slug order by revision desc""").param("slug", slug).query((row, n) -> draft(row)).list();
    }

    /** Two people who save the same item wait for each other until the end of the transaction. */
    public void lock(String slug) {
        sql.sql("select pg_advisory_xact_lock(hashtext('catalogue.item_drafts'), hashtext(:slug))")
                .param("slug", slug)
                .query((row, n) -> true)
                .single();
    }

    public record By(String actor, Name name) {}

    public record Name(String text) {}

    public void add(String slug, ItemDraft draft, By by) {
        Map<String, String> fields = new TreeMap<>();
        draft.fields().forEach((field, value) -> fields.put(field.key(), value));
        sql.sql("""
                insert into catalogue.item_drafts (slug, revision, state, name_zh, line, fields, version, at, actor, by_name)
                values (:slug, :revision, :state, :name, :line, :fields::jsonb, :version, :at, :actor, :by)""")
                .param("slug", slug)
                .param("revision", draft.revision())
                .param("state", draft.published() ? "PUBLISHED" : "DRAFT")
                .param("name", draft.fields().getOrDefault(ItemField.NAME_ZH, ""))
                .param("line", draft.fields().getOrDefault(ItemField.LINE, ""))
                .param("fields", JSON.writeValueAsString(fields))
                .param("version", draft.version())
                .param("at", Timestamp.from(draft.at()))
                .param("actor", by.actor())
                .param("by", by.name().text())
                .update();
    }

    /** Every item that was published or is being written, by slug, whose names or address hold the words. */
    public List<ItemLine> listLines(String words) {
        return sql.sql("""
                with drafts as (
                    select distinct on (slug) slug, state, name_zh, line, by_name from catalogue.item_drafts
                    order by slug, revision desc),
                versions as (
                    select distinct on (v.item_id) i.slug, v.version, v.name_zh, v.document #>> '{name,en}' as name_en,
                           v.document ->> 'aliases' as aliases, v.line, v.valid_to, v.sample
                    from catalogue.item_versions v join catalogue.items i on i.id = v.item_id
                    order by v.item_id, v.version desc)
                select coalesce(v.slug, d.slug) as slug, coalesce(v.name_zh, nullif(d.name_zh, ''), d.slug) as name_zh,
                       v.name_en, coalesce(v.line, d.line) as line, coalesce(v.version, 0) as version, v.valid_to,
                       coalesce(v.sample, false) as sample, case when d.state = 'DRAFT' then d.by_name end as draft_by
                from versions v full join drafts d on d.slug = v.slug
                where :words = '' or position(lower(:words) in
                    lower(concat_ws(' ', v.slug, d.slug, v.name_zh, d.name_zh, v.name_en, v.aliases))) > 0
                order by 1""").param("words", words).query((row, n) -> line(row)).list();
    }

    private static ItemLine line(ResultSet row) throws SQLException {
        return new ItemLine(
                row.getString("slug"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new ItemLine.Code(row.getString("line")),
                row.getInt("version"),
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("sample"),
                row.getString("draft_by"));
    }

    private static ItemDraft draft(ResultSet row) throws SQLException {
        Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
        JSON.readValue(row.getString("fields"), STRINGS)
                .forEach((key, value) -> ItemField.find(key).ifPresent(field -> fields.put(field, value)));
        Instant at = row.getTimestamp("at").toInstant();
        return new ItemDraft(
                row.getInt("revision"),
                row.getString("state").equals("PUBLISHED"),
                row.getInt("version"),
                fields,
                at,
                row.getString("by_name"));
    }
}
