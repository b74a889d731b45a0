package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.network.CoordinateSystem;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Point;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads stations. */
@Component
public final class StationStore {
    private static final String SELECT = """
            select s.subdistrict_id, s.id, s.area_id, s.code, s.type, s.size, s.template, s.point_kind, s.name_zh,
                   s.name_en, s.parent_id, s.address_zh, s.address_en, s.longitude, s.latitude, s.coordinate_system,
                   s.schedule_id, s.phone, s.step_free, s.operator_kind, s.opens_short, s.sample, s.version,
                   array(select c.committee_id from network.station_committees c
                         where c.subdistrict_id = s.subdistrict_id and c.station_id = s.id
                         order by c.committee_id <> s.area_id, c.committee_id) as serves
            from network.stations s
            """;
    private static final String ORDER = " and s.closed_on is null order by s.parent_id is not null, s.code";

    private final JdbcClient sql;

    public StationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The first two characters name the subdistrict, so the key of the table is used. */
    public Optional<Station> findByCode(String code) {
        return sql.sql(SELECT + """
                where s.subdistrict_id = (select d.id from network.divisions d where d.code_prefix = left(:code, 2))
                  and s.code = :code and s.closed_on is null""")
                .param("code", code)
                .query(StationStore::station)
                .optional();
    }

    public Optional<Station> find(StationId id) {
        return list("where s.subdistrict_id = :sub and s.id = :id", Map.of("sub", id.subdistrictId(), "id", id.id()))
                .stream()
                .findFirst();
    }

    /** Stations that serve this committee, its own first. */
    public List<Station> listServing(UUID committee) {
        return sql.sql(SELECT + """
                join network.station_committees sc on sc.subdistrict_id = s.subdistrict_id and sc.station_id = s.id
                where sc.committee_id = :committee and s.closed_on is null
                order by s.parent_id is not null, s.area_id <> :committee, s.code""")
                .param("committee", committee)
                .query(StationStore::station)
                .list();
    }

    public List<Station> listIn(List<UUID> subdistricts) {
        return list("where s.subdistrict_id = any(:subs)", Map.of("subs", subdistricts.toArray(new UUID[0])));
    }

    public List<Station> listPointsOf(StationId id) {
        return list(
                "where s.subdistrict_id = :sub and s.parent_id = :id",
                Map.of("sub", id.subdistrictId(), "id", id.id()));
    }

    public List<Station> listAll() {
        return list("where true", Map.of());
    }

    private List<Station> list(String where, Map<String, ?> params) {
        return sql.sql(SELECT + where + ORDER)
                .params(params)
                .query(StationStore::station)
                .list();
    }

    static Station station(ResultSet row, int number) throws SQLException {
        UUID subdistrict = row.getObject("subdistrict_id", UUID.class);
        UUID parent = row.getObject("parent_id", UUID.class);
        UUID schedule = row.getObject("schedule_id", UUID.class);
        return new Station(
                new StationId(subdistrict, row.getObject("id", UUID.class)),
                row.getString("code"),
                new DivisionId(row.getObject("area_id", UUID.class)),
                Arrays.stream((UUID[]) row.getArray("serves").getArray())
                        .map(DivisionId::new)
                        .toList(),
                row.getString("type"),
                row.getString("size"),
                row.getString("template"),
                row.getString("point_kind"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                parent == null ? null : new StationId(subdistrict, parent),
                text(row, "address"),
                point(row),
                schedule == null ? null : new ScheduleId(schedule),
                row.getString("phone"),
                row.getObject("step_free", Boolean.class),
                row.getString("operator_kind"),
                row.getBoolean("opens_short"),
                row.getBoolean("sample"),
                row.getInt("version"));
    }

    /** The text of columns {@code <name>_zh} and {@code <name>_en}, null when it is not known. */
    static @Nullable LocalText text(ResultSet row, String name) throws SQLException {
        String zh = row.getString(name + "_zh");
        return zh == null ? null : new LocalText(zh, row.getString(name + "_en"));
    }

    static @Nullable Point point(ResultSet row) throws SQLException {
        String system = row.getString("coordinate_system");
        return system == null
                ? null
                : new Point(row.getDouble("longitude"), row.getDouble("latitude"), CoordinateSystem.valueOf(system));
    }
}
