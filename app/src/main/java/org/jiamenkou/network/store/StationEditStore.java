package org.jiamenkou.network.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.network.Post;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationEdit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What staff write at their station. */
@Component
public final class StationEditStore {
    private static final int MOST_HISTORY = 50;
    private final JdbcClient sql;

    public StationEditStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Sets the schedule and what follows from it. */
    public void setHours(Station station, UUID schedule, boolean opensShort) {
        of("""
                update network.stations set schedule_id = :schedule, opens_short = :short, version = version + 1
                where subdistrict_id = :sub and id = :id""", station).param("schedule", schedule).param("short", opensShort).update();
    }

    /** @return whether the station was still at the expected version */
    public boolean setResponsible(
            Station station, int expectedVersion, @Nullable UUID responsible, @Nullable UUID bRole) {
        return of("""
                        update network.stations
                        set responsible_post_id = :responsible, b_role_post_id = :bRole, version = version + 1
                        where subdistrict_id = :sub and id = :id and version = :version""", station)
                        .param("responsible", responsible)
                        .param("bRole", bRole)
                        .param("version", expectedVersion)
                        .update()
                == 1;
    }

    public record NewPerson(
            UUID staffId,
            UUID postId,
            String name,
            @Nullable String workPhone) {}

    public void addPerson(Station station, NewPerson person, LocalDate today) {
        of("""
                insert into network.staff_members (subdistrict_id, id, area_id, name, work_phone, on_board, sample)
                values (:sub, :staff, :area, :name, :phone, true, false)""", station)
                .param("staff", person.staffId())
                .param("area", station.area().value())
                .param("name", person.name())
                .param("phone", person.workPhone())
                .update();
        of("""
                insert into network.posts (subdistrict_id, id, area_id, staff_id, station_id, title, on_board, position,
                                           valid_from, sample)
                values (:sub, :post, :area, :staff, :id, 'station-lead', true, 0, :today, false)""", station)
                .param("post", person.postId())
                .param("staff", person.staffId())
                .param("area", station.area().value())
                .param("today", today)
                .update();
    }

    /** All posts of a station that hold today, also those not on its board. */
    public List<Post> listPosts(Station station) {
        return of("""
                select p.id as post_id, s.id as staff_id, s.name, s.work_phone, p.title, p.adviser_role, p.line,
                       p.duties_zh, p.duties_en, p.sample
                from network.posts p
                join network.staff_members s on s.subdistrict_id = p.subdistrict_id and s.id = p.staff_id
                where p.subdistrict_id = :sub and p.station_id = :id and p.valid_to is null
                order by p.position, p.id""", station).query(StationDetailStore::post).list();
    }

    public record NewEdit(
            UUID id,
            Instant at,
            String byName,
            StationEdit.What what,
            @Nullable String detail) {}

    public void addEdit(Station station, NewEdit edit) {
        of("""
                insert into network.station_edits (subdistrict_id, id, station_id, area_id, at, by_name, what, detail)
                values (:sub, :edit, :id, :area, :at, :by, :what, :detail)""", station)
                .param("edit", edit.id())
                .param("area", station.area().value())
                .param("at", Timestamp.from(edit.at()))
                .param("by", edit.byName())
                .param("what", edit.what().name())
                .param("detail", edit.detail())
                .update();
    }

    public List<StationEdit> listEdits(Station station, ZoneId zone) {
        return of("""
                select at, by_name, what, detail from network.station_edits
                where subdistrict_id = :sub and station_id = :id order by at desc limit :most""", station)
                .param("most", MOST_HISTORY)
                .query((row, number) -> new StationEdit(
                        LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), zone),
                        new StationEdit.ByWhom(row.getString("by_name")),
                        StationEdit.What.valueOf(row.getString("what")),
                        row.getString("detail")))
                .list();
    }

    /** Stations, points left out, for which nobody is named. */
    public Set<UUID> listWithoutResponsible() {
        return new HashSet<>(sql.sql("""
                select id from network.stations
                where responsible_post_id is null and parent_id is null and closed_on is null""").query(UUID.class).list());
    }

    private JdbcClient.StatementSpec of(String statement, Station station) {
        return sql.sql(statement)
                .param("sub", station.id().subdistrictId())
                .param("id", station.id().id());
    }
}
