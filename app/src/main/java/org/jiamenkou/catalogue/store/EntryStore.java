package org.jiamenkou.catalogue.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.EntryRecord;
import org.jiamenkou.catalogue.EntryStep;
import org.jiamenkou.platform.database.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entry approvals one by one, and their steps. */
@Component
public class EntryStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    EntryStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param actor key of who did it, never shown */
    public record NewStep(UUID id, String actor, EntryStep step) {}

    public static String stateOf(EntryApproval approval) {
        return approval.state().getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    public List<EntryRecord> listAll() {
        return sql.sql("""
                        select id, area_id, subdistrict_id, document from catalogue.entry_approvals
                        order by due nulls last, kind, code""").query(EntryStore::read).list();
    }

    public Optional<EntryRecord> find(UUID id) {
        return sql.sql("select id, area_id, subdistrict_id, document from catalogue.entry_approvals where id = :id")
                .param("id", id)
                .query(EntryStore::read)
                .optional();
    }

    /** The row stays locked until the transaction ends, so that of two who decide the second sees what the first did. */
    public Optional<EntryRecord> lock(UUID id) {
        return sql.sql("""
                        select id, area_id, subdistrict_id, document from catalogue.entry_approvals
                        where id = :id for update""").param("id", id).query(EntryStore::read).optional();
    }

    /** @return false when the area has one of that code */
    public boolean add(EntryRecord entry) {
        EntryApproval approval = entry.approval();
        var due = approval.due();
        return sql.sql("""
                        insert into catalogue.entry_approvals (subdistrict_id, id, area_id, code, kind, state, since, due,
                            item_slug, sample, document)
                        values (:subdistrict, :id, :area, :code, :kind, :state, :since, :due, :item, :sample, :document::jsonb)
                        on conflict (subdistrict_id, area_id, code) do nothing""")
                        .param("subdistrict", subdistrict(entry.place()))
                        .param("id", entry.id())
                        .param("area", entry.place().areaId())
                        .param("code", approval.code())
                        .param("kind", approval.kind().name())
                        .param("state", stateOf(approval))
                        .param("since", Date.valueOf(approval.state().since()))
                        .param("due", due == null ? null : Date.valueOf(due))
                        .param("item", approval.itemSlug())
                        .param("sample", approval.sample())
                        .param("document", JSON.writeValueAsString(approval))
                        .update()
                == 1;
    }

    public void save(EntryRecord entry) {
        EntryApproval approval = entry.approval();
        var due = approval.due();
        sql.sql("""
                        update catalogue.entry_approvals
                        set state = :state, since = :since, due = :due, document = :document::jsonb
                        where subdistrict_id = :subdistrict and id = :id""")
                .param("state", stateOf(approval))
                .param("since", Date.valueOf(approval.state().since()))
                .param("due", due == null ? null : Date.valueOf(due))
                .param("document", JSON.writeValueAsString(approval))
                .param("subdistrict", subdistrict(entry.place()))
                .param("id", entry.id())
                .update();
    }

    public void addStep(EntryRecord entry, NewStep added) {
        EntryStep step = added.step();
        var until = step.until();
        sql.sql("""
                        insert into catalogue.entry_steps (subdistrict_id, id, approval_id, area_id, at, actor, by_name, state,
                            until, reason)
                        values (:subdistrict, :id, :approval, :area, :at, :actor, :name, :state, :until, :reason)""")
                .param("subdistrict", subdistrict(entry.place()))
                .param("id", added.id())
                .param("approval", entry.id())
                .param("area", entry.place().areaId())
                .param("at", Timestamp.from(step.at()))
                .param("actor", added.actor())
                .param("name", step.byName())
                .param("state", step.state())
                .param("until", until == null ? null : Date.valueOf(until))
                .param("reason", step.reason())
                .update();
    }

    public List<EntryStep> listSteps(EntryRecord entry) {
        return sql.sql("""
                        select at, by_name, state, until, reason from catalogue.entry_steps
                        where subdistrict_id = :subdistrict and approval_id = :id order by at, id""")
                .param("subdistrict", subdistrict(entry.place()))
                .param("id", entry.id())
                .query((row, n) -> {
                    Date until = row.getDate("until");
                    return new EntryStep(
                            row.getTimestamp("at").toInstant(),
                            row.getString("by_name"),
                            row.getString("state"),
                            until == null ? null : until.toLocalDate(),
                            row.getString("reason"));
                })
                .list();
    }

    /** Whether this actor applied for it. */
    public boolean appliedFor(EntryRecord entry, String actor) {
        return sql.sql("""
                        select exists (select from catalogue.entry_steps
                            where subdistrict_id = :subdistrict and approval_id = :id and state = 'PROPOSED'
                              and actor = :actor)""")
                .param("subdistrict", subdistrict(entry.place()))
                .param("id", entry.id())
                .param("actor", actor)
                .query(Boolean.class)
                .single();
    }

    private static UUID subdistrict(Place place) {
        UUID subdistrict = place.subdistrictId();
        return subdistrict == null ? OfferingStore.NIL : subdistrict;
    }

    private static EntryRecord read(ResultSet row, int number) throws SQLException {
        UUID subdistrict = row.getObject("subdistrict_id", UUID.class);
        return new EntryRecord(
                row.getObject("id", UUID.class),
                new Place(
                        row.getObject("area_id", UUID.class),
                        subdistrict.equals(OfferingStore.NIL) ? null : subdistrict),
                JSON.readValue(row.getString("document"), EntryApproval.class));
    }
}
