package org.jiamenkou.duty.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.duty.HandoverNote;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The hand-over book. */
@Component
public final class NoteStore {
    private final JdbcClient sql;

    NoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Open ones first, oldest first among them; then the newest closed ones. */
    public List<HandoverNote> list(StationId station, ZoneId zone) {
        return sql.sql("""
                select id, words, writer_name, written_at, reader_name, closed_at is not null from duty.notes
                where subdistrict_id = :subdistrict and station_id = :station
                order by closed_at is not null, closed_at desc, written_at limit 60""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .query((rs, n) -> new HandoverNote(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getString(3),
                        LocalDateTime.ofInstant(rs.getTimestamp(4).toInstant(), zone)
                                .withNano(0),
                        rs.getString(5),
                        rs.getBoolean(6)))
                .list();
    }

    /** Who does something to a note, and when. */
    public record Hand(String account, String name, Instant at) {}

    public void add(StationId station, Place place, HandoverNote note, Hand by) {
        sql.sql("""
                insert into duty.notes (subdistrict_id, id, area_id, station_id, words, written_by, writer_name, written_at)
                values (:subdistrict, :id, :area, :station, :words, :by, :name, :at)
                on conflict (subdistrict_id, id) do nothing""")
                .param("subdistrict", place.subdistrictId())
                .param("id", note.id())
                .param("area", place.areaId())
                .param("station", station.id())
                .param("words", note.words())
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(by.at()))
                .update();
    }

    /** The first who takes it over is kept. */
    public void acknowledge(StationId station, UUID note, Hand by) {
        sql.sql("""
                update duty.notes set acknowledged_by = :by, reader_name = :name, acknowledged_at = :at
                where subdistrict_id = :subdistrict and station_id = :station and id = :id and acknowledged_at is null""")
                .param("by", by.account())
                .param("name", by.name())
                .param("at", Timestamp.from(by.at()))
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("id", note)
                .update();
    }

    public void close(StationId station, UUID note, Hand by) {
        sql.sql("""
                update duty.notes set closed_by = :by, closed_at = :at
                where subdistrict_id = :subdistrict and station_id = :station and id = :id and closed_at is null""")
                .param("by", by.account())
                .param("at", Timestamp.from(by.at()))
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("id", note)
                .update();
    }
}
