package org.jiamenkou.duty.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.duty.Absence;
import org.jiamenkou.duty.AbsenceKind;
import org.jiamenkou.duty.Worker;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workers of a station and the days they are away. */
@Component
public final class WorkerStore {
    private final JdbcClient sql;

    WorkerStore(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Worker> list(StationId station, LocalDate day) {
        return sql.sql("""
                select id, name, cross_trained, lead, sample from duty.workers
                where subdistrict_id = :subdistrict and station_id = :station
                  and (valid_to is null or valid_to >= :day) order by id""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("day", day)
                .query((rs, n) -> new Worker(
                        rs.getObject(1, UUID.class),
                        rs.getString(2),
                        rs.getBoolean(3),
                        rs.getBoolean(4),
                        rs.getBoolean(5)))
                .list();
    }

    /** @param staff id of the person on the station's board, null for one who is not on it */
    public record NewWorker(Worker worker, @Nullable UUID staff, LocalDate from) {}

    public void add(StationId station, Place place, NewWorker one) {
        sql.sql("""
                insert into duty.workers (subdistrict_id, id, area_id, station_id, staff_id, name, cross_trained, lead,
                    sample, valid_from)
                values (:subdistrict, :id, :area, :station, :staff, :name, :trained, :lead, :sample, :from)
                on conflict (subdistrict_id, station_id, staff_id)
                    do update set cross_trained = excluded.cross_trained, lead = excluded.lead""")
                .param("subdistrict", place.subdistrictId())
                .param("id", one.worker().id())
                .param("area", place.areaId())
                .param("station", station.id())
                .param("staff", one.staff())
                .param("name", one.worker().name())
                .param("trained", one.worker().crossTrained())
                .param("lead", one.worker().lead())
                .param("sample", one.worker().sample())
                .param("from", one.from())
                .update();
    }

    public List<Absence> listAbsences(StationId station, LocalDate from, LocalDate to) {
        return sql.sql("""
                select worker_id, kind, first_day, last_day from duty.absences
                where subdistrict_id = :subdistrict and station_id = :station
                  and last_day >= :first and first_day <= :last order by first_day, id""")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .param("first", from)
                .param("last", to)
                .query((rs, n) -> new Absence(
                        rs.getObject(1, UUID.class),
                        AbsenceKind.valueOf(rs.getString(2)),
                        rs.getObject(3, LocalDate.class),
                        rs.getObject(4, LocalDate.class)))
                .list();
    }

    /** @param by account that entered it */
    public record Reported(UUID id, Absence absence, String by, Instant at) {}

    public void addAbsence(StationId station, Place place, Reported one) {
        sql.sql("""
                insert into duty.absences (subdistrict_id, id, area_id, station_id, worker_id, kind, first_day, last_day,
                    reported_by, reported_at)
                values (:subdistrict, :id, :area, :station, :worker, :kind, :first, :last, :by, :at)
                on conflict (subdistrict_id, worker_id, kind, first_day, last_day) do nothing""")
                .param("subdistrict", place.subdistrictId())
                .param("id", one.id())
                .param("area", place.areaId())
                .param("station", station.id())
                .param("worker", one.absence().worker())
                .param("kind", one.absence().kind().name())
                .param("first", one.absence().first())
                .param("last", one.absence().last())
                .param("by", one.by())
                .param("at", Timestamp.from(one.at()))
                .update();
    }
}
