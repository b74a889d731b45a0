package org.jiamenkou.access.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.AuditPosition;
import org.jiamenkou.access.HistoryLine;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The audit trail as people read it, the newest first. */
@Component
public final class AuditReadStore {
    private final JdbcClient sql;

    AuditReadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** What is null is no condition. @param subjects any of them, also as the first word of a subject of two */
    public record Filter(
            @Nullable Set<String> actors,
            @Nullable String subjectType,
            @Nullable Set<String> subjects,
            @Nullable String action,
            @Nullable Period period) {}

    public record Period(@Nullable Instant from, @Nullable Instant until) {}

    public record Found(
            UUID id,
            Instant at,
            String actor,
            String action,
            String subjectType,
            String subject,
            List<String> fields) {}

    /** What was done to one subject, newest first. @param type of the subject: {@code account}, {@code device} */
    public List<HistoryLine> listHistory(UUID subject, String type, int most) {
        return sql.sql("""
                select h.at, coalesce(b.name, h.actor), h.action, h.fields
                from access.audit h left join access.accounts b on b.id::text = h.actor
                where h.subject_type = :type and h.subject = :id
                order by h.at desc limit :most""")
                .param("type", type)
                .param("id", subject.toString())
                .param("most", most)
                .query((rs, n) -> new HistoryLine(
                        rs.getTimestamp(1).toInstant(), rs.getString(2), rs.getString(3), List.of((String[])
                                rs.getArray(4).getArray())))
                .list();
    }

    /** Names of the accounts among these ids. */
    public Map<String, String> accountNames(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        sql.sql("select id::text, name from access.accounts where id::text = any (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(rs -> {
                    names.put(rs.getString(1), rs.getString(2));
                });
        return names;
    }

    /** Account ids by log-in name or name. */
    public Set<String> listAccounts(String named) {
        return Set.copyOf(sql.sql("select id::text from access.accounts where login_name = :named or name = :named")
                .param("named", named)
                .query((rs, n) -> rs.getString(1))
                .list());
    }

    public List<Found> list(Filter filter, @Nullable AuditPosition after, int most) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        List<Object> parameters = new ArrayList<>();
        if (filter.actors() != null) {
            // Signing in is done by the system, on behalf of the account it names.
            conditions.add("(a.actor = any (?) or (a.actor like 'system:%' and a.subject_type = 'account'"
                    + " and split_part(a.subject, ' ', 1) = any (?)))");
            parameters.add(filter.actors().toArray(String[]::new));
            parameters.add(filter.actors().toArray(String[]::new));
        }
        if (filter.subjectType() != null) {
            conditions.add("a.subject_type = ?");
            parameters.add(filter.subjectType());
        }
        if (filter.subjects() != null) {
            conditions.add("split_part(a.subject, ' ', 1) = any (?)");
            parameters.add(filter.subjects().toArray(String[]::new));
        }
        if (filter.action() != null) {
            conditions.add("a.action = ?");
            parameters.add(filter.action());
        }
        Period period = filter.period();
        if (period != null && period.from() != null) {
            conditions.add("a.at >= ?");
            parameters.add(Timestamp.from(period.from()));
        }
        if (period != null && period.until() != null) {
            conditions.add("a.at < ?");
            parameters.add(Timestamp.from(period.until()));
        }
        if (after != null) {
            conditions.add("(a.at, a.id) < (?, ?)");
            parameters.add(Timestamp.from(after.at()));
            parameters.add(after.id());
        }
        parameters.add(most);
        return sql.sql("""
                select a.id, a.at, a.actor, a.action, a.subject_type, a.subject, a.fields
                from access.audit a where\s""" + String.join(" and ", conditions) + " order by a.at desc, a.id desc limit ?")
                .params(parameters)
                .query((rs, n) -> new Found(
                        rs.getObject(1, UUID.class),
                        rs.getTimestamp(2).toInstant(),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        List.of((String[]) rs.getArray(7).getArray())))
                .list();
    }
}
