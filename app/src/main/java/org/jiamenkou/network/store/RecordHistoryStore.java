package org.jiamenkou.network.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jiamenkou.network.RecordEdit;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of records: added to, never changed. */
@Component
public final class RecordHistoryStore {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_ROWS = 10_000;

    private final JdbcClient sql;

    public RecordHistoryStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record NewEdit(
            UUID id,
            Place place,
            Of of,
            String field,
            @Nullable String was,
            RecordEdit.Now now) {}

    public record Of(RecordEdit.Kind kind, UUID record, Owner owner) {}

    public record Owner(UUID id) {}

    public record By(String actor, RecordEdit.ByWhom name) {}

    public void add(List<NewEdit> edits, By by, Instant at) {
        for (int from = 0; from < edits.size(); from += MOST_ROWS) {
            List<NewEdit> some = edits.subList(from, Math.min(edits.size(), from + MOST_ROWS));
            sql.sql("""
                    insert into network.record_edits (subdistrict_id, id, area_id, record_type, record_id, owner_id, at,
                                                      actor, by_name, field, was, now)
                    select n.sub, n.id, n.area, n.kind, n.record, n.owner, :at, :actor, :by, n.field, n.was, n.now
                    from unnest(:sub::uuid[], :id::uuid[], :area::uuid[], :kind::text[], :record::uuid[], :owner::uuid[],
                                :field::text[], :was::text[], :now::text[])
                         as n(sub, id, area, kind, record, owner, field, was, now)""")
                    .param("at", Timestamp.from(at))
                    .param("actor", by.actor())
                    .param("by", by.name().name())
                    .param(
                            "sub",
                            uuids(
                                    some,
                                    edit -> Objects.requireNonNull(edit.place().subdistrictId())))
                    .param("id", uuids(some, NewEdit::id))
                    .param("area", uuids(some, edit -> edit.place().areaId()))
                    .param("kind", texts(some, edit -> edit.of().kind().name()))
                    .param("record", uuids(some, edit -> edit.of().record()))
                    .param("owner", uuids(some, edit -> edit.of().owner().id()))
                    .param("field", texts(some, NewEdit::field))
                    .param("was", texts(some, NewEdit::was))
                    .param("now", texts(some, edit -> edit.now().text()))
                    .update();
        }
    }

    private static UUID[] uuids(List<NewEdit> edits, Function<NewEdit, UUID> of) {
        return edits.stream().map(of).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(List<NewEdit> edits, Function<NewEdit, @Nullable String> of) {
        @Nullable String[] texts = new @Nullable String[edits.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = of.apply(edits.get(i));
        }
        return texts;
    }

    /** The latest first. */
    public List<RecordEdit> list(UUID subdistrict, UUID owner, ZoneId zone) {
        return sql.sql("""
                select at, by_name, record_type, field, was, now from network.record_edits
                where subdistrict_id = :sub and owner_id = :owner order by at desc, id limit :most""")
                .param("sub", subdistrict)
                .param("owner", owner)
                .param("most", MOST_SHOWN)
                .query((row, number) -> new RecordEdit(
                        LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), zone),
                        new RecordEdit.ByWhom(row.getString("by_name")),
                        RecordEdit.Kind.valueOf(row.getString("record_type")),
                        row.getString("field"),
                        row.getString("was"),
                        new RecordEdit.Now(row.getString("now"))))
                .list();
    }
}
