package org.jiamenkou.network.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.network.DistrictProfile;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.StationCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what sources say of districts: profiles and declared counts. */
@Component
public final class ProfileStore {
    private final JdbcClient sql;

    public ProfileStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<DistrictProfile> find(UUID district) {
        return sql.sql("""
                select district_id, brand_zh, brand_en, taxonomy, government_services, source, as_of, note_zh, note_en
                from network.district_profiles where district_id = :district""")
                .param("district", district)
                .query((row, number) -> new DistrictProfile(
                        new DivisionId(row.getObject("district_id", UUID.class)),
                        StationStore.text(row, "brand"),
                        row.getString("taxonomy"),
                        row.getObject("government_services", Boolean.class),
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class),
                        StationStore.text(row, "note")))
                .optional();
    }

    /** What sources declare, for the areas that hold the codes today. */
    public List<StationCount> listDeclared() {
        return sql.sql("""
                select c.division_id, d.unit, d.station_type, d.count, d.date, d.not_before, d.source, d.place_inferred,
                       d.note_zh, d.note_en
                from network.declared_counts d
                join network.division_codes c on c.code = rpad(coalesce(d.subdistrict_code, d.district_code), 12, '0')
                where c.valid_to is null
                order by d.district_code, d.subdistrict_code nulls first, d.unit, d.station_type, d.date""")
                .query((row, number) -> new StationCount(
                        new DivisionId(row.getObject("division_id", UUID.class)),
                        row.getString("unit"),
                        row.getString("station_type"),
                        row.getInt("count"),
                        row.getObject("date", LocalDate.class),
                        row.getObject("not_before", LocalDate.class),
                        row.getString("source"),
                        row.getBoolean("place_inferred"),
                        StationStore.text(row, "note")))
                .list();
    }
}
