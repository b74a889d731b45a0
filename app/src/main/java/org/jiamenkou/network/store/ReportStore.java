package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Overlap;
import org.jiamenkou.network.StationCount;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts, gaps and overlaps, each in one query. */
@Component
public final class ReportStore {
    private final JdbcClient sql;

    public ReportStore(JdbcClient sql) {
        this.sql = sql;
    }

    public List<StationCount> countByDistrict(LocalDate on) {
        return sql.sql("""
                select d.parent_id as district, s.type, count(*) as n
                from network.stations s
                join network.divisions d on d.id = s.subdistrict_id
                where (s.opened_on is null or s.opened_on <= :on) and (s.closed_on is null or s.closed_on > :on)
                group by d.parent_id, s.type
                order by d.parent_id, s.type""")
                .param("on", on)
                .query((row, number) -> new StationCount(
                        new DivisionId(row.getObject("district", UUID.class)),
                        "station",
                        row.getString("type"),
                        row.getInt("n"),
                        on,
                        null,
                        null,
                        false,
                        null))
                .list();
    }

    public List<DivisionId> listCommitteesWithoutStation() {
        return sql.sql("""
                select d.id from network.divisions d
                where d.kind = 'COMMITTEE' and d.valid_to is null
                  and not exists (select from network.station_committees c
                                  join network.stations s
                                    on s.subdistrict_id = c.subdistrict_id and s.id = c.station_id
                                  where c.committee_id = d.id and s.closed_on is null)
                order by d.id""")
                .query((row, number) -> new DivisionId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Equirectangular distance; within a few hundred metres it differs from the great circle by centimetres. */
    public List<Overlap> listOverlaps(UUID subdistrict, int metres) {
        return sql.sql("""
                with placed as (
                    select s.id, case when s.point_kind is null then s.type else s.type || '/' || s.point_kind end as type,
                           s.code, s.name_zh, s.name_en, s.longitude, s.latitude
                    from network.stations s
                    where s.subdistrict_id = :sub and s.longitude is not null and s.closed_on is null
                    union all
                    select f.id, 'facility/' || f.type, null, f.name_zh, f.name_en, f.longitude, f.latitude
                    from network.facilities f
                    where f.subdistrict_id = :sub and f.longitude is not null),
                pairs as (
                    select a.type,
                           a.id as first, a.code as first_code, a.name_zh as first_zh, a.name_en as first_en,
                           b.id as second, b.code as second_code, b.name_zh as second_zh, b.name_en as second_en,
                           round(111195 * sqrt(power(a.latitude - b.latitude, 2)
                               + power((a.longitude - b.longitude) * cosd(a.latitude), 2)))::int as metres
                    from placed a join placed b on a.type = b.type and a.id < b.id)
                select type, first, first_code, first_zh, first_en, second, second_code, second_zh, second_en, metres
                from pairs where metres <= :metres order by metres, first, second""")
                .param("sub", subdistrict)
                .param("metres", metres)
                .query((row, number) -> new Overlap(
                        row.getString("type"), side(row, "first"), side(row, "second"), row.getInt("metres")))
                .list();
    }

    private static Overlap.Side side(ResultSet row, String which) throws SQLException {
        String zh = row.getString(which + "_zh");
        return new Overlap.Side(
                row.getObject(which, UUID.class),
                row.getString(which + "_code"),
                zh == null ? null : new LocalText(zh, row.getString(which + "_en")));
    }
}
