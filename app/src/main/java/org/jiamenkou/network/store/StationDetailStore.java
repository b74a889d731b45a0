package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jiamenkou.network.Cluster;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.Organisation;
import org.jiamenkou.network.Post;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.StationDetails;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a station's own page shows, one query for each part. */
@Component
public final class StationDetailStore {
    private final JdbcClient sql;
    private final OrganisationStore organisations;

    public StationDetailStore(JdbcClient sql, OrganisationStore organisations) {
        this.sql = sql;
        this.organisations = organisations;
    }

    /** Columns of a station that only its own page needs. */
    public record Particulars(
            @Nullable UUID operatorId,
            @Nullable Integer squareMetres,
            StationDetails.Premises premises,
            StationDetails.@Nullable ServiceArea serviceArea,
            @Nullable UUID responsiblePost,
            @Nullable UUID bRolePost) {}

    /** A room and the unit of the station's template it is, if any. */
    public record RoomRow(
            StationDetails.Room room, @Nullable String unit) {}

    public Particulars particulars(StationId id) {
        return of("""
                select operator_id, square_metres, households, households_source, households_date, premises_source,
                       premises_contract, premises_until, responsible_post_id, b_role_post_id
                from network.stations where subdistrict_id = :sub and id = :id""", id)
                .query((row, number) -> new Particulars(
                        row.getObject("operator_id", UUID.class),
                        row.getObject("square_metres", Integer.class),
                        premises(row),
                        serviceArea(row),
                        row.getObject("responsible_post_id", UUID.class),
                        row.getObject("b_role_post_id", UUID.class)))
                .single();
    }

    private static StationDetails.Premises premises(ResultSet row) throws SQLException {
        String contract = row.getString("premises_contract");
        return new StationDetails.Premises(
                row.getString("premises_source"),
                contract == null ? null : LocalText.of(contract),
                row.getObject("premises_until", LocalDate.class));
    }

    private static StationDetails.@Nullable ServiceArea serviceArea(ResultSet row) throws SQLException {
        Integer households = row.getObject("households", Integer.class);
        return households == null
                ? null
                : new StationDetails.ServiceArea(
                        households,
                        Objects.requireNonNullElse(row.getString("households_source"), ""),
                        row.getObject("households_date", LocalDate.class));
    }

    public List<RoomRow> listRooms(StationId id) {
        return of("""
                select id, purpose, unit, name_zh, name_en, square_metres, resident_use, sample
                from network.rooms where subdistrict_id = :sub and station_id = :id and ended_on is null order by position""", id)
                .query((row, number) -> new RoomRow(
                        new StationDetails.Room(
                                row.getObject("id", UUID.class),
                                row.getString("purpose"),
                                StationStore.text(row, "name"),
                                row.getObject("square_metres", Integer.class),
                                row.getBoolean("resident_use"),
                                row.getBoolean("sample")),
                        row.getString("unit")))
                .list();
    }

    public List<StationDetails.Check> listChecks(StationId id) {
        return of("""
                select code, met, sample from network.station_checks
                where subdistrict_id = :sub and station_id = :id order by code""", id)
                .query((row, number) -> new StationDetails.Check(
                        row.getString("code"), row.getObject("met", Boolean.class), row.getBoolean("sample")))
                .list();
    }

    public List<StationDetails.Plate> listPlates(StationId id) {
        return of("""
                select id, name_zh, name_en, item_slug, sample from network.plates
                where subdistrict_id = :sub and station_id = :id and ended_on is null order by name_zh""", id)
                .query((row, number) -> new StationDetails.Plate(
                        row.getObject("id", UUID.class),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        row.getString("item_slug"),
                        row.getBoolean("sample")))
                .list();
    }

    public List<StationDetails.Facility> listFacilities(StationId id) {
        return of("""
                select id, type, name_zh, name_en, terminal, sample from network.facilities
                where subdistrict_id = :sub and station_id = :id and ended_on is null order by type, id""", id)
                .query((row, number) -> new StationDetails.Facility(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        StationStore.text(row, "name"),
                        row.getBoolean("terminal"),
                        row.getBoolean("sample")))
                .list();
    }

    /** The public board of a station. */
    public List<Post> listBoard(StationId id) {
        return of("""
                select * from network.v_public_board where subdistrict_id = :sub and station_id = :id
                order by position, post_id""", id).query(StationDetailStore::post).list();
    }

    /** Clusters that a committee of these lies in. */
    public List<Cluster> listClusters(Station station) {
        UUID[] committees = station.serves().stream().map(DivisionId::value).toArray(UUID[]::new);
        return sql.sql("""
                select c.subdistrict_id, c.id, c.name_zh, c.name_en, c.sample,
                       array(select m.committee_id from network.cluster_committees m
                             where m.subdistrict_id = c.subdistrict_id and m.cluster_id = c.id
                             order by m.committee_id) as committees
                from network.clusters c
                where c.subdistrict_id = :sub
                  and exists (select from network.cluster_committees m
                              where m.subdistrict_id = c.subdistrict_id and m.cluster_id = c.id
                                and m.committee_id = any(:committees))
                order by c.name_zh""")
                .param("sub", station.id().subdistrictId())
                .param("committees", committees)
                .query((row, number) -> new Cluster(
                        row.getObject("subdistrict_id", UUID.class),
                        row.getObject("id", UUID.class),
                        new LocalText(row.getString("name_zh"), row.getString("name_en")),
                        Arrays.stream((UUID[]) row.getArray("committees").getArray())
                                .map(DivisionId::new)
                                .toList(),
                        row.getBoolean("sample")))
                .list();
    }

    public @Nullable Organisation operator(Particulars particulars) {
        return particulars.operatorId() == null
                ? null
                : organisations.find(particulars.operatorId()).orElse(null);
    }

    private JdbcClient.StatementSpec of(String statement, StationId id) {
        return sql.sql(statement).param("sub", id.subdistrictId()).param("id", id.id());
    }

    static Post post(ResultSet row, int number) throws SQLException {
        return new Post(
                row.getObject("post_id", UUID.class),
                row.getObject("staff_id", UUID.class),
                row.getString("name"),
                row.getString("title"),
                row.getString("adviser_role"),
                row.getString("line"),
                StationStore.text(row, "duties"),
                row.getString("work_phone"),
                row.getBoolean("sample"));
    }
}
