package org.jiamenkou.directory.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.network.StationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is offered where, in sets: for the whole city in one query, for the stations of a page in one query. */
@Component
public class OfferedStore {
    /** One page of {@code /hsds/service_at_locations}; the benchmark runs these words with pgbench. */
    public static final String PAGE = """
            select subdistrict_id, station_id, item_id, ways, video_pattern, own_schedule_id, hours_note_zh, hours_note_en,
                   reason_zh, reason_en, sample
            from catalogue.v_offerings
            where subdistrict_id = any (:subdistricts) and station_id = any (:stations)
              and item_id = any (:items) and readiness = 'AVAILABLE'""";

    private final JdbcClient sql;

    OfferedStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The items available at a station today. */
    public record AtStation(StationId station, Set<UUID> items) {}

    /** All stations that have something available, in a stable order. */
    public List<AtStation> listAll() {
        return sql.sql("""
                select subdistrict_id, station_id, array_agg(item_id) as items
                from catalogue.v_offerings
                where readiness = 'AVAILABLE'
                group by subdistrict_id, station_id
                order by subdistrict_id, station_id""")
                .query((row, n) -> new AtStation(station(row), Set.copyOf(Arrays.asList((UUID[])
                        row.getArray("items").getArray()))))
                .list();
    }

    /** The particulars of one item at one station. */
    public record Offered(
            StationId station,
            ItemId item,
            Set<String> ways,
            @Nullable String videoPattern,
            @Nullable UUID schedule,
            @Nullable String hoursNote,
            @Nullable String reason,
            boolean sample) {}

    /** Which of these items are available at these stations, in no order. */
    public List<Offered> listAt(Collection<StationId> stations, Collection<ItemId> items) {
        return sql.sql(PAGE)
                .param(
                        "subdistricts",
                        stations.stream()
                                .map(StationId::subdistrictId)
                                .distinct()
                                .toArray(UUID[]::new))
                .param("stations", stations.stream().map(StationId::id).toArray(UUID[]::new))
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query((row, n) -> new Offered(
                        station(row),
                        new ItemId(row.getObject("item_id", UUID.class)),
                        Set.copyOf(Arrays.asList((String[]) row.getArray("ways").getArray())),
                        row.getString("video_pattern"),
                        row.getObject("own_schedule_id", UUID.class),
                        row.getString("hours_note_zh"),
                        row.getString("reason_zh"),
                        row.getBoolean("sample")))
                .list();
    }

    /**
     * When the network, the catalogue or the calendar last changed.
     *
     * @param city of what concerns the whole city
     * @param bySubdistrict of what concerns one subdistrict
     */
    public record LastChanges(Instant city, Map<UUID, Instant> bySubdistrict) {
        public LastChanges {
            bySubdistrict = Map.copyOf(bySubdistrict);
        }

        /** The later of the two; never too early, so that whoever asks for what changed since misses nothing. */
        public Instant of(UUID subdistrict) {
            Instant there = bySubdistrict.getOrDefault(subdistrict, city);
            return there.isAfter(city) ? there : city;
        }
    }

    public LastChanges lastChanges() {
        Map<UUID, Instant> bySubdistrict = new HashMap<>();
        Instant[] city = {Instant.EPOCH};
        sql.sql("""
                select subdistrict_id, max(at) as at
                from platform.changes
                where module in ('network', 'catalogue', 'calendar', 'elements')
                group by subdistrict_id""").query((ResultSet row) -> {
            UUID subdistrict = row.getObject("subdistrict_id", UUID.class);
            Timestamp at = row.getTimestamp("at");
            if (subdistrict == null) {
                city[0] = at.toInstant();
            } else {
                bySubdistrict.put(subdistrict, at.toInstant());
            }
        });
        return new LastChanges(city[0], bySubdistrict);
    }

    /** An organisation behind the stations, as the public may know it. */
    public record OrganisationRow(
            UUID id,
            UUID subdistrict,
            UUID area,
            String kind,
            String nameZh,
            @Nullable String nameEn,
            @Nullable UUID parent,
            @Nullable String phone,
            boolean sample) {}

    public List<OrganisationRow> listOrganisations() {
        return sql.sql("""
                select organisation_id, subdistrict_id, area_id, kind, name_zh, name_en, parent_id, phone, sample
                from network.v_organisations
                order by organisation_id""")
                .query((row, n) -> new OrganisationRow(
                        row.getObject("organisation_id", UUID.class),
                        row.getObject("subdistrict_id", UUID.class),
                        row.getObject("area_id", UUID.class),
                        row.getString("kind"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getObject("parent_id", UUID.class),
                        row.getString("phone"),
                        row.getBoolean("sample")))
                .list();
    }

    /** Who operates which station. */
    public Map<StationId, UUID> listOperators() {
        Map<StationId, UUID> operators = new HashMap<>();
        sql.sql("select subdistrict_id, station_id, operator_id from network.v_station_operators")
                .query((ResultSet row) -> {
                    operators.put(station(row), row.getObject("operator_id", UUID.class));
                });
        return operators;
    }

    private static StationId station(ResultSet row) throws SQLException {
        return new StationId(row.getObject("subdistrict_id", UUID.class), row.getObject("station_id", UUID.class));
    }
}
