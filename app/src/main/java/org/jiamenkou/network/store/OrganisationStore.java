package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Organisation;
import org.jiamenkou.network.Point;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads organisations. */
@Component
public final class OrganisationStore {
    private static final String SELECT = """
            select o.subdistrict_id, o.id, o.area_id, o.kind, o.type, o.name_zh, o.name_en, o.parent_id, o.lines,
                   o.address_zh, o.address_en, o.longitude, o.latitude, o.schedule_id, o.phone, o.sample
            from network.organisations o
            """;

    private final JdbcClient sql;

    public OrganisationStore(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Organisation> find(UUID id) {
        return list("where o.id = :id", Map.of("id", id)).stream().findFirst();
    }

    public List<Organisation> listAt(UUID area, Organisation.Kind kind) {
        return list(
                "where o.area_id = :area and o.kind = :kind and o.closed_on is null order by o.type, o.name_zh",
                Map.of("area", area, "kind", kind.name()));
    }

    public List<Organisation> listOf(Organisation.Kind kind) {
        return list(
                "where o.kind = :kind and o.closed_on is null order by o.area_id, o.type", Map.of("kind", kind.name()));
    }

    public List<Organisation> listBelow(UUID parent) {
        return list("where o.parent_id = :parent and o.closed_on is null order by o.name_zh", Map.of("parent", parent));
    }

    private List<Organisation> list(String rest, Map<String, ?> params) {
        return sql.sql(SELECT + rest)
                .params(params)
                .query(OrganisationStore::organisation)
                .list();
    }

    static Organisation organisation(ResultSet row, int number) throws SQLException {
        UUID schedule = row.getObject("schedule_id", UUID.class);
        Double longitude = row.getObject("longitude", Double.class);
        return new Organisation(
                row.getObject("subdistrict_id", UUID.class),
                row.getObject("id", UUID.class),
                Organisation.Kind.valueOf(row.getString("kind")),
                row.getString("type"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                new DivisionId(row.getObject("area_id", UUID.class)),
                row.getObject("parent_id", UUID.class),
                Set.of((String[]) row.getArray("lines").getArray()),
                StationStore.text(row, "address"),
                longitude == null ? null : Point.wgs84(longitude, row.getDouble("latitude")),
                schedule == null ? null : new ScheduleId(schedule),
                row.getString("phone"),
                row.getBoolean("sample"));
    }
}
