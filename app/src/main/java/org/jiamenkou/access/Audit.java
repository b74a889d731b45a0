package org.jiamenkou.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
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

    /** A row that names somebody else than the system actor who writes it for several people. */
    public record Attributed(String actor, Entry entry) {}

    /**
     * Rows of one batch in one statement. The database accepts actors other than the running one only from the system actors
     * that are listed in its policies.
     */
    public void recordAll(List<Attributed> rows) {
        sql.sql("""
                insert into access.audit (id, at, actor, action, subject_type, subject, area_id, subdistrict_id, fields)
                select id, :at, actor, action, subject_type, subject, area, subdistrict, string_to_array(fields, ',')
                from unnest(:ids::uuid[], :actors::text[], :actions::text[], :types::text[], :subjects::text[],
                            :areas::uuid[], :subdistricts::uuid[], :fields::text[])
                     n (id, actor, action, subject_type, subject, area, subdistrict, fields)""")
                .param("at", Timestamp.from(clock.instant()))
                .param("ids", rows.stream().map(row -> ids.next()).toArray(UUID[]::new))
                .param("actors", texts(rows, Attributed::actor))
                .param("actions", texts(rows, row -> row.entry().action()))
                .param("types", texts(rows, row -> row.entry().subjectType()))
                .param("subjects", texts(rows, row -> row.entry().subject()))
                .param("areas", places(rows, Place::areaId))
                .param("subdistricts", places(rows, Place::subdistrictId))
                .param(
                        "fields",
                        texts(
                                rows,
                                row -> String.join(
                                        ",", new TreeSet<>(row.entry().fields()))))
                .update();
    }

    private static String[] texts(List<Attributed> rows, Function<Attributed, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable UUID[] places(List<Attributed> rows, Function<Place, @Nullable UUID> part) {
        return rows.stream()
                .map(row -> row.entry().place() == null
                        ? null
                        : part.apply(row.entry().place()))
                .toArray(UUID[]::new);
    }

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
