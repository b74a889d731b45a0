package org.jiamenkou.catalogue.store;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.catalogue.EntryApproval;
import org.jiamenkou.catalogue.PositiveList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Entry approvals and positive lists. */
@Repository
public class ApprovalStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    ApprovalStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param area surrogate id of the district, the nil UUID for the city */
    public record Placed<T>(UUID id, UUID area, T value) {}

    public List<EntryApproval> listApprovals() {
        return sql.sql("select document from catalogue.entry_approvals order by kind, code")
                .query((row, n) -> JSON.readValue(row.getString(1), EntryApproval.class))
                .list();
    }

    /** Those that somebody must look at by this day, the most urgent first. */
    public List<EntryApproval> listDue(LocalDate by) {
        return sql.sql("select document from catalogue.entry_approvals where due <= :by order by due, code")
                .param("by", Date.valueOf(by))
                .query((row, n) -> JSON.readValue(row.getString(1), EntryApproval.class))
                .list();
    }

    /** All versions of a list in these areas that cover the day. */
    public List<Placed<PositiveList>> listVersions(String list, List<UUID> areas, LocalDate day) {
        return sql.sql("""
                select id, area_id, document from catalogue.list_versions
                where list = :list and area_id = any (:areas) and valid_from <= :day
                  and (valid_to is null or valid_to >= :day)
                order by valid_from desc, version desc""")
                .param("list", list)
                .param("areas", areas.toArray(new UUID[0]))
                .param("day", Date.valueOf(day))
                .query((row, n) -> new Placed<>(
                        row.getObject("id", UUID.class),
                        row.getObject("area_id", UUID.class),
                        JSON.readValue(row.getString("document"), PositiveList.class)))
                .list();
    }
}
