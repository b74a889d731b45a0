package org.jiamenkou.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The audit trail. A row is appended in the running transaction: when it cannot be written, what it reports does not
 * happen either. Rows hold ids and names of fields, never values; the application may add rows and read them, not change
 * them.
 */
@Component
public final class Audit {
    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;

    Audit(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param action what was done, {@code station.hours.edit} for example
     * @param subjectType kind of thing it was done to, a table or root type
     * @param subject its id
     * @param place where, null for reference data
     * @param fields names of the fields read or changed
     */
    public record Entry(
            String action,
            String subjectType,
            String subject,
            @Nullable Place place,
            Set<String> fields) {}

    public void record(Entry entry) {
        sql.sql("""
                insert into access.audit (id, at, actor, action, subject_type, subject, area_id, subdistrict_id, fields)
                values (:id, :at, :actor, :action, :subjectType, :subject, :area, :subdistrict, :fields)""")
                .param("id", ids.next())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", Scoped.current().actorKey())
                .param("action", entry.action())
                .param("subjectType", entry.subjectType())
                .param("subject", entry.subject())
                .param("area", entry.place() == null ? null : entry.place().areaId())
                .param(
                        "subdistrict",
                        entry.place() == null ? null : entry.place().subdistrictId())
                .param("fields", new TreeSet<>(entry.fields()).toArray(new String[0]))
                .update();
    }
}
