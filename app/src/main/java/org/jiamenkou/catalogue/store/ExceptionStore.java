package org.jiamenkou.catalogue.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.OfferingStep;
import org.jiamenkou.catalogue.Readiness;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What single stations do differently, and the history of it. */
@Component
public class ExceptionStore {
    private final JdbcClient sql;

    ExceptionStore(JdbcClient sql) {
        this.sql = sql;
    }

    public record NewException(
            StationId station,
            UUID areaId,
            ItemId item,
            Readiness readiness,
            Set<Way> ways,
            @Nullable String videoPattern,
            @Nullable LocalText hoursNote,
            LocalText reason,
            boolean sample,
            LocalDate validFrom,
            Instant at,
            String setBy) {}

    /** The exception that stands, as far as a decision needs it. */
    public record Standing(
            Readiness readiness, Set<Way> ways, @Nullable LocalText hoursNote) {}

    public record NewStep(UUID id, StationId station, UUID areaId, ItemId item, OfferingStep step) {}

    /** Sets or replaces the exception of this station for this item. */
    public void set(NewException exception) {
        write(exception, """
                on conflict (subdistrict_id, station_id, item_id) do update set
                    readiness = excluded.readiness, ways = excluded.ways, video_pattern = excluded.video_pattern,
                    hours_note_zh = excluded.hours_note_zh, hours_note_en = excluded.hours_note_en,
                    reason_zh = excluded.reason_zh, reason_en = excluded.reason_en, sample = excluded.sample,
                    valid_from = excluded.valid_from, valid_to = null, set_at = excluded.set_at,
                    set_by = excluded.set_by""");
    }

    /** @return whether it was added; nothing happens where an exception stood or staff put the item back */
    public boolean addSample(NewException exception) {
        boolean decided = sql.sql("""
                select exists (select 1 from catalogue.offering_steps
                               where subdistrict_id = :subdistrict and station_id = :station and item_id = :item)""")
                .param("subdistrict", exception.station().subdistrictId())
                .param("station", exception.station().id())
                .param("item", exception.item().value())
                .query(Boolean.class)
                .single();
        return !decided && write(exception, "on conflict (subdistrict_id, station_id, item_id) do nothing") > 0;
    }

    private int write(NewException exception, String onConflict) {
        LocalText note = exception.hoursNote();
        return sql.sql("""
                insert into catalogue.offering_exceptions (subdistrict_id, station_id, item_id, area_id, readiness, ways,
                    video_pattern, hours_note_zh, hours_note_en, reason_zh, reason_en, sample, valid_from, set_at, set_by)
                values (:subdistrict, :station, :item, :area, :readiness, :ways,
                    :pattern, :noteZh, :noteEn, :reasonZh, :reasonEn, :sample, :from, :at, :by)
                """ + onConflict)
                .param("subdistrict", exception.station().subdistrictId())
                .param("station", exception.station().id())
                .param("item", exception.item().value())
                .param("area", exception.areaId())
                .param("readiness", exception.readiness().name())
                .param("ways", OfferingStore.codes(exception.ways()))
                .param("pattern", exception.videoPattern())
                .param("noteZh", note == null ? null : note.zh())
                .param("noteEn", note == null ? null : note.en())
                .param("reasonZh", exception.reason().zh())
                .param("reasonEn", exception.reason().en())
                .param("sample", exception.sample())
                .param("from", Date.valueOf(exception.validFrom()))
                .param("at", Timestamp.from(exception.at()))
                .param("by", exception.setBy())
                .update();
    }

    /** The exception of this station for this item, locked until the end of the transaction. */
    public Optional<Standing> lock(StationId station, ItemId item) {
        return sql.sql("""
                select readiness, ways, hours_note_zh, hours_note_en from catalogue.offering_exceptions
                where subdistrict_id = :subdistrict and station_id = :station and item_id = :item for update""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("item", item.value())
                .query((row, n) -> new Standing(
                        Readiness.valueOf(row.getString("readiness")),
                        OfferingStore.ways(row.getArray("ways")),
                        OfferingStore.text(row, "hours_note")))
                .optional();
    }

    /** @return whether there was one */
    public boolean remove(StationId station, ItemId item) {
        return sql.sql("""
                        delete from catalogue.offering_exceptions
                        where subdistrict_id = :subdistrict and station_id = :station and item_id = :item""")
                        .param("subdistrict", station.subdistrictId())
                        .param("station", station.id())
                        .param("item", item.value())
                        .update()
                > 0;
    }

    public void addStep(NewStep step) {
        sql.sql("""
                insert into catalogue.offering_steps (subdistrict_id, id, station_id, area_id, item_id, at, by_name, step,
                    ways, hours_note, reason)
                values (:subdistrict, :id, :station, :area, :item, :at, :by, :step, :ways, :note, :reason)""")
                .param("subdistrict", step.station().subdistrictId())
                .param("id", step.id())
                .param("station", step.station().id())
                .param("area", step.areaId())
                .param("item", step.item().value())
                .param("at", Timestamp.from(step.step().at()))
                .param("by", step.step().byName())
                .param("step", step.step().kind().name())
                .param("ways", OfferingStore.codes(step.step().ways()))
                .param("note", step.step().hoursNote())
                .param("reason", step.step().reason())
                .update();
    }

    /** Newest first; only where the reader holds a right. */
    public List<OfferingStep> listSteps(StationId station, int limit) {
        return sql.sql("""
                select s.item_id, i.slug, s.at, s.by_name, s.step, s.ways, s.hours_note, s.reason
                from catalogue.offering_steps s join catalogue.items i on i.id = s.item_id
                where s.subdistrict_id = :subdistrict and s.station_id = :station
                order by s.at desc, s.id desc limit :limit""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("limit", limit)
                .query((row, n) -> step(row))
                .list();
    }

    private static OfferingStep step(ResultSet row) throws SQLException {
        return new OfferingStep(
                row.getString("slug"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"),
                OfferingStep.Kind.valueOf(row.getString("step")),
                OfferingStore.ways(row.getArray("ways")),
                row.getString("hours_note"),
                row.getString("reason"));
    }
}
