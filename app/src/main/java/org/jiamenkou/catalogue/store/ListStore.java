package org.jiamenkou.catalogue.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.ListDraft;
import org.jiamenkou.catalogue.ListKind;
import org.jiamenkou.catalogue.ListVersion;
import org.jiamenkou.catalogue.PositiveList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Versions of positive lists and the drafts of new ones. */
@Repository
public class ListStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<PositiveList.Entry>> ENTRIES = new TypeReference<>() {};

    private final JdbcClient sql;

    ListStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param area the district, the nil UUID for the city */
    public record Of(UUID area, ListKind list) {}

    /** People who save the same list wait for each other until the end of the transaction. */
    public void lock(Of of) {
        sql.sql("select pg_advisory_xact_lock(hashtext('catalogue.list_drafts'), hashtext(:of))")
                .param("of", of.toString())
                .query((row, n) -> true)
                .single();
    }

    /** The version that begins last comes first. */
    public List<ListVersion> listVersions(Of of) {
        return sql.sql("""
                select id, document from catalogue.list_versions
                where subdistrict_id = :nil and area_id = :area and list = :list order by valid_from desc, version desc""")
                .param("nil", OfferingStore.NIL)
                .param("area", of.area())
                .param("list", of.list().code())
                .query((row, n) -> new ListVersion(
                        row.getObject("id", UUID.class), JSON.readValue(row.getString("document"), PositiveList.class)))
                .list();
    }

    /** Adds a version unless the area has one of that name. */
    public boolean addVersion(UUID area, ListVersion version) {
        PositiveList list = version.value();
        var validTo = list.validTo();
        return sql.sql("""
                insert into catalogue.list_versions (subdistrict_id, id, area_id, list, version, valid_from, valid_to,
                    sample, document)
                values (:nil, :id, :area, :list, :version, :from, :to, :sample, :document::jsonb)
                on conflict (subdistrict_id, area_id, list, version) do nothing""")
                        .param("nil", OfferingStore.NIL)
                        .param("id", version.id())
                        .param("area", area)
                        .param("list", list.list())
                        .param("version", list.version())
                        .param("from", Date.valueOf(list.validFrom()))
                        .param("to", validTo == null ? null : Date.valueOf(validTo))
                        .param("sample", list.sample())
                        .param("document", JSON.writeValueAsString(list))
                        .update()
                == 1;
    }

    /** Newest first. */
    public List<ListDraft> listSteps(Of of, int most) {
        return sql.sql("""
                select revision, list, area_id, state, version_id, entries, at, by_name from catalogue.list_drafts
                where subdistrict_id = :nil and area_id = :area and list = :list order by revision desc limit :most""")
                .param("nil", OfferingStore.NIL)
                .param("area", of.area())
                .param("list", of.list().code())
                .param("most", most)
                .query(ListStore::draft)
                .list();
    }

    public Optional<ListDraft> find(Of of, int revision) {
        return sql.sql("""
                select revision, list, area_id, state, version_id, entries, at, by_name from catalogue.list_drafts
                where subdistrict_id = :nil and area_id = :area and list = :list and revision = :revision""")
                .param("nil", OfferingStore.NIL)
                .param("area", of.area())
                .param("list", of.list().code())
                .param("revision", revision)
                .query(ListStore::draft)
                .optional();
    }

    public void add(ListDraft draft, String actor) {
        sql.sql("""
                insert into catalogue.list_drafts (subdistrict_id, area_id, list, revision, state, version_id, entries,
                    at, actor, by_name)
                values (:nil, :area, :list, :revision, :state, :version, :entries::jsonb, :at, :actor, :name)""")
                .param("nil", OfferingStore.NIL)
                .param("revision", draft.revision())
                .param("area", draft.area())
                .param("list", draft.list().code())
                .param("state", draft.state().name())
                .param("version", draft.version())
                .param("entries", JSON.writeValueAsString(draft.entries()))
                .param("at", Timestamp.from(draft.at()))
                .param("actor", actor)
                .param("name", draft.byName())
                .update();
    }

    private static ListDraft draft(ResultSet row, int number) throws SQLException {
        return new ListDraft(
                row.getInt("revision"),
                ListKind.find(row.getString("list")).orElseThrow(),
                row.getObject("area_id", UUID.class),
                ListDraft.State.valueOf(row.getString("state")),
                row.getObject("version_id", UUID.class),
                JSON.readValue(row.getString("entries"), ENTRIES),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }
}
