package org.jiamenkou.catalogue.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.ServiceItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Items and their versions. */
@Component
public class ItemStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ItemStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A version as it is about to be written. */
    public record NewVersion(ServiceItem item, String contentHash, String publishedBy, Instant at) {}

    /** The newest version of an item: its number and the hash of its content. */
    public record Newest(
            ItemId id,
            int version,
            String contentHash,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String publishedBy) {}

    public List<ServiceItem> listInForce(LocalDate day) {
        return sql.sql("""
                select distinct on (v.item_id) v.item_id, v.version, v.document, v.valid_from, v.valid_to, v.review_by
                from catalogue.item_versions v
                where v.valid_from <= :day and (v.valid_to is null or v.valid_to >= :day)
                order by v.item_id, v.version desc""")
                .param("day", Date.valueOf(day))
                .query((row, n) -> item(row))
                .list();
    }

    /** All versions, newest first. */
    public List<ServiceItem> listVersions(String slug) {
        return sql.sql("""
                select v.item_id, v.version, v.document, v.valid_from, v.valid_to, v.review_by
                from catalogue.item_versions v join catalogue.items i on i.id = v.item_id
                where i.slug = :slug
                order by v.version desc""").param("slug", slug).query((row, n) -> item(row)).list();
    }

    /** The newest version of every item, by slug. */
    public Map<String, Newest> newestBySlug() {
        Map<String, Newest> newest = new HashMap<>();
        sql.sql("""
                select distinct on (v.item_id) i.slug, v.item_id, v.version, v.content_hash, v.valid_from, v.valid_to,
                       v.published_by
                from catalogue.item_versions v join catalogue.items i on i.id = v.item_id
                order by v.item_id, v.version desc""").query((ResultSet row) -> {
            newest.put(row.getString("slug"), newest(row));
        });
        return newest;
    }

    /** The newest version of one item, locked until the end of the transaction so that versions are numbered in turn. */
    public Optional<Newest> lockNewest(String slug) {
        Optional<UUID> id = sql.sql("select id from catalogue.items where slug = :slug for update")
                .param("slug", slug)
                .query(UUID.class)
                .optional();
        return id.flatMap(one ->
                sql.sql("""
                select item_id, version, content_hash, valid_from, valid_to, published_by from catalogue.item_versions
                where item_id = :id order by version desc limit 1""").param("id", one).query((row, n) -> newest(row)).optional());
    }

    public void addItem(ItemId id, String slug) {
        sql.sql("insert into catalogue.items (id, slug) values (:id, :slug)")
                .param("id", id.value())
                .param("slug", slug)
                .update();
    }

    public void addVersion(NewVersion version) {
        ServiceItem item = version.item();
        sql.sql("""
                insert into catalogue.item_versions (item_id, version, name_zh, service_class, line, decided_by, sample,
                    document, content_hash, valid_from, valid_to, review_by, published_at, published_by)
                values (:id, :version, :name, :class, :line, :decidedBy, :sample,
                    :document::jsonb, :hash, :from, :to, :reviewBy, :at, :by)""")
                .param("id", item.id().value())
                .param("version", item.version())
                .param("name", item.name().zh())
                .param("class", item.serviceClass())
                .param("line", item.line())
                .param("decidedBy", item.decidedBy())
                .param("sample", item.sample())
                .param("document", JSON.writeValueAsString(item.content()))
                .param("hash", version.contentHash())
                .param("from", Date.valueOf(item.validFrom()))
                .param("to", item.validTo() == null ? null : Date.valueOf(item.validTo()))
                .param("reviewBy", Date.valueOf(item.reviewBy()))
                .param("at", Timestamp.from(version.at()))
                .param("by", version.publishedBy())
                .update();
    }

    /** Ends every version of the item that would still be in force on the day or after it. */
    public int end(ItemId id, LocalDate firstDayWithout, @Nullable String reason) {
        return sql.sql("""
                update catalogue.item_versions
                set valid_to = greatest(:day::date - 1, valid_from - 1), ended_reason = :reason
                where item_id = :id and (valid_to is null or valid_to >= :day)""")
                .param("id", id.value())
                .param("day", Date.valueOf(firstDayWithout))
                .param("reason", reason)
                .update();
    }

    /** The hash each content file had when it was loaded last. */
    public Map<String, String> loadedFiles() {
        Map<String, String> hashes = new HashMap<>();
        sql.sql("select path, hash from catalogue.loaded_files").query((ResultSet row) -> {
            hashes.put(row.getString("path"), row.getString("hash"));
        });
        return hashes;
    }

    public void setLoadedFiles(Map<String, String> hashes, Instant at) {
        sql.sql("delete from catalogue.loaded_files").update();
        sql.sql("""
                insert into catalogue.loaded_files (path, hash, loaded_at)
                select path, hash, :at from unnest(:paths, :hashes) as n(path, hash)""")
                .param("paths", hashes.keySet().toArray(new String[0]))
                .param("hashes", hashes.values().toArray(new String[0]))
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Newest newest(ResultSet row) throws SQLException {
        return new Newest(
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getInt("version"),
                row.getString("content_hash"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("published_by"));
    }

    private static ServiceItem item(ResultSet row) throws SQLException {
        return new ServiceItem(
                new ItemId(row.getObject("item_id", UUID.class)),
                JSON.readValue(row.getString("document"), ItemContent.class),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getObject("review_by", LocalDate.class));
    }
}
