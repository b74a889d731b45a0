package org.jiamenkou.platform.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Uploaded sheets that wait for their uploader; erased after {@link #KEPT}. The methods run in the transaction of whoever
 * uploads or confirms, except {@link #eraseOld}.
 */
@Component
public final class StagedSheets {
    /** Long enough to mend a file over a holiday. */
    public static final Duration KEPT = Duration.ofDays(14);

    private static final SystemScope ERASING = new SystemScope("platform.staged-sheets");

    private final JdbcClient sql;
    private final Scoped scoped;
    private final Clock clock;

    public StagedSheets(JdbcClient sql, Scoped scoped, Clock clock) {
        this.sql = sql;
        this.scoped = scoped;
        this.clock = clock;
    }

    public enum State {
        WRONG,
        READY,
        CONFIRMED
    }

    /**
     * @param verdict what was found, as the module above writes it
     * @param stamp of the stored rows it was compared with
     * @param place where its first row would be written, null when there is none
     */
    public record Judged(
            State state,
            Verdict verdict,
            Stamp stamp,
            @Nullable Place place) {}

    public record Verdict(String json) {}

    public record Stamp(String value) {}

    public record Staged(UUID id, Kind kind, FileName fileName, RawSheet sheet, Judged judged, Instant uploadedAt) {}

    public record Kind(String code) {}

    public record FileName(String value) {}

    public void add(UUID id, Kind kind, FileName fileName, RawSheet sheet, Judged judged) {
        Place place = judged.place();
        sql.sql("""
                insert into platform.staged_sheets (id, actor, kind, file_name, area_id, subdistrict_id, content, verdict,
                                                    stamp, state, uploaded_at, erase_at)
                values (:id, :actor, :kind, :file, :area, :sub, :content, :verdict, :stamp, :state, :at, :erase)""")
                .param("id", id)
                .param("actor", Scoped.current().actorKey())
                .param("kind", kind.code())
                .param("file", fileName.value())
                .param("area", place == null ? null : place.areaId())
                .param("sub", place == null ? null : place.subdistrictId())
                .param("content", RawSheetBytes.of(sheet))
                .param("verdict", judged.verdict().json())
                .param("stamp", judged.stamp().value())
                .param("state", judged.state().name())
                .param("at", Timestamp.from(clock.instant()))
                .param("erase", Timestamp.from(clock.instant().plus(KEPT)))
                .update();
    }

    /** A sheet of whoever acts. */
    public Optional<Staged> find(UUID id) {
        return find(id, "");
    }

    /** The same, and nobody else confirms it meanwhile. */
    public Optional<Staged> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<Staged> find(UUID id, String lock) {
        return sql.sql("""
                select id, kind, file_name, content, verdict, stamp, state, area_id, subdistrict_id, uploaded_at
                from platform.staged_sheets where id = :id and erase_at > :now""" + lock)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .query(StagedSheets::staged)
                .optional();
    }

    private static Staged staged(ResultSet row, int number) throws SQLException {
        UUID area = row.getObject("area_id", UUID.class);
        return new Staged(
                row.getObject("id", UUID.class),
                new Kind(row.getString("kind")),
                new FileName(row.getString("file_name")),
                RawSheetBytes.read(row.getBytes("content")),
                new Judged(
                        State.valueOf(row.getString("state")),
                        new Verdict(row.getString("verdict")),
                        new Stamp(row.getString("stamp")),
                        area == null ? null : new Place(area, row.getObject("subdistrict_id", UUID.class))),
                row.getTimestamp("uploaded_at").toInstant());
    }

    public void judge(UUID id, Judged judged) {
        sql.sql("update platform.staged_sheets set verdict = :verdict, stamp = :stamp, state = :state where id = :id")
                .param("verdict", judged.verdict().json())
                .param("stamp", judged.stamp().value())
                .param("state", judged.state().name())
                .param("id", id)
                .update();
    }

    public void confirm(UUID id) {
        sql.sql("update platform.staged_sheets set state = 'CONFIRMED', confirmed_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** In a transaction of its own. */
    public void eraseOld() {
        scoped.transaction(ERASING, () -> {
            sql.sql("delete from platform.staged_sheets where erase_at <= :now")
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        });
    }
}
