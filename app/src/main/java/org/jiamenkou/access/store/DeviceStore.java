package org.jiamenkou.access.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Device;
import org.jiamenkou.access.DeviceKind;
import org.jiamenkou.access.PairedDevice;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Paired devices. */
@Component
public final class DeviceStore {
    private static final String COLUMNS = """
            d.id, d.kind, d.code, d.name, d.area_id, d.subdistrict_id, d.station_code, d.state = 'ACTIVE', d.paired_at,
            coalesce((select a.name from access.accounts a where a.id::text = d.paired_by), d.paired_by), d.revoked_at,
            d.last_seen_at, d.version""";
    private static final String REACHED =
            " (:everywhere or d.area_id = any(:areas) or d.subdistrict_id = any(:areas)) ";
    private static final String MATCHES = """
             and (:words = '' or position(:words in d.name) > 0 or d.code = upper(:words) or d.station_code = upper(:words))
             and (:all or d.state = 'ACTIVE')""";

    private final JdbcClient sql;

    DeviceStore(JdbcClient sql) {
        this.sql = sql;
    }

    private static PairedDevice paired(ResultSet rs) throws SQLException {
        return new PairedDevice(
                device(rs),
                rs.getBoolean(8),
                rs.getTimestamp(9).toInstant(),
                rs.getString(10),
                at(rs.getTimestamp(11)),
                at(rs.getTimestamp(12)),
                rs.getInt(13));
    }

    private static Device device(ResultSet rs) throws SQLException {
        return new Device(
                rs.getObject(1, UUID.class),
                DeviceKind.valueOf(rs.getString(2)),
                rs.getString(3),
                rs.getString(4),
                new Place(rs.getObject(5, UUID.class), rs.getObject(6, UUID.class)),
                rs.getString(7));
    }

    private static @Nullable Instant at(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** @param all revoked ones too; @param from rows to skip */
    public record Search(Areas areas, String words, boolean all, int from, int most) {}

    public List<PairedDevice> list(Search search) {
        return bound("select " + COLUMNS + " from access.devices d where " + REACHED + MATCHES + """
                 order by d.state, d.name, d.id limit :most offset :from""", search)
                .param("most", search.most())
                .param("from", search.from())
                .query((rs, n) -> paired(rs))
                .list();
    }

    public int count(Search search) {
        return bound("select count(*) from access.devices d where " + REACHED + MATCHES, search)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec bound(String text, Search search) {
        UUID[] areas = search.areas() instanceof Areas.Within(Set<UUID> ids) ? ids.toArray(new UUID[0]) : new UUID[0];
        return sql.sql(text)
                .param("everywhere", search.areas() instanceof Areas.Everywhere)
                .param("areas", areas)
                .param("words", search.words())
                .param("all", search.all());
    }

    public Optional<PairedDevice> find(UUID id) {
        return one(id, "");
    }

    public Optional<PairedDevice> lock(UUID id) {
        return one(id, " for update of d");
    }

    private Optional<PairedDevice> one(UUID id, String lock) {
        return sql.sql("select " + COLUMNS + " from access.devices d where d.id = :id" + lock)
                .param("id", id)
                .query((rs, n) -> paired(rs))
                .optional();
    }

    public boolean isCodeTaken(String code) {
        return sql.sql("select exists (select 1 from access.devices where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** @param by actor key of who paired it */
    public record Made(Device device, byte[] tokenHash, String by) {}

    /** @return false when the code is taken */
    public boolean add(Made made, Instant at) {
        Device device = made.device();
        return sql.sql("""
                insert into access.devices (id, code, kind, name, area_id, subdistrict_id, station_code, state, token_hash,
                                            paired_at, paired_by)
                values (:id, :code, :kind, :name, :area, :subdistrict, cast(:station as text), 'ACTIVE', :token, :at, :by)
                on conflict (code) do nothing""")
                        .param("id", device.id())
                        .param("code", device.code())
                        .param("kind", device.kind().name())
                        .param("name", device.name())
                        .param("area", device.areaId())
                        .param("subdistrict", device.subdistrictId())
                        .param("station", device.stationCode())
                        .param("token", made.tokenHash())
                        .param("at", Timestamp.from(at))
                        .param("by", made.by())
                        .update()
                == 1;
    }

    /** @return false when somebody changed it meanwhile */
    public boolean change(Device device, int version) {
        return sql.sql("""
                update access.devices set kind = :kind, name = :name, area_id = :area, subdistrict_id = :subdistrict,
                    station_code = cast(:station as text), version = version + 1
                where id = :id and version = :version and state = 'ACTIVE'""")
                        .param("kind", device.kind().name())
                        .param("name", device.name())
                        .param("area", device.areaId())
                        .param("subdistrict", device.subdistrictId())
                        .param("station", device.stationCode())
                        .param("id", device.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    public void revoke(UUID id, String by, Instant at) {
        sql.sql("""
                update access.devices set state = 'REVOKED', revoked_at = :at, revoked_by = :by, version = version + 1
                where id = :id and state = 'ACTIVE'""")
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("id", id)
                .update();
    }

    /**
     * A device found by a token.
     *
     * @param current whether it is the newest token, or the one before
     * @param since since when the newest holds, null when it is due to be replaced
     * @param usedAt when the newest was first used, null when not yet
     */
    public record Known(
            Device device,
            boolean active,
            boolean current,
            @Nullable Instant since,
            @Nullable Instant usedAt,
            @Nullable Instant seenAt) {}

    public Optional<Known> findByToken(byte[] tokenHash) {
        return byToken(tokenHash, "");
    }

    public Optional<Known> lockByToken(byte[] tokenHash) {
        return byToken(tokenHash, " for update");
    }

    private Optional<Known> byToken(byte[] tokenHash, String lock) {
        return sql.sql("""
                select id, kind, code, name, area_id, subdistrict_id, station_code, state = 'ACTIVE', token_hash = :token,
                       token_since, token_used_at, last_seen_at
                from access.devices where token_hash = :token or previous_hash = :token""" + lock)
                .param("token", tokenHash)
                .query((rs, n) -> new Known(
                        device(rs),
                        rs.getBoolean(8),
                        rs.getBoolean(9),
                        at(rs.getTimestamp(10)),
                        at(rs.getTimestamp(11)),
                        at(rs.getTimestamp(12))))
                .optional();
    }

    /** A new token; the one that was shown holds on until the new one is used. */
    public void replaceToken(UUID id, byte[] shown, byte[] fresh, Instant at) {
        sql.sql("""
                update access.devices set token_hash = :fresh, previous_hash = :shown, token_since = :at,
                    token_used_at = null, last_seen_at = :at
                where id = :id""")
                .param("fresh", fresh)
                .param("shown", shown)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** @param used whether it came with the newest token */
    public void seen(UUID id, boolean used, Instant at) {
        sql.sql("""
                update access.devices set last_seen_at = :at,
                    token_used_at = case when :used then coalesce(token_used_at, :at) else token_used_at end
                where id = :id""")
                .param("at", Timestamp.from(at))
                .param("used", used)
                .param("id", id)
                .update();
    }

    /** Name and code of each that is known, by id. */
    public Map<String, String> namesById(Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        sql.sql("select id::text, name || ' ' || code from access.devices where id::text = any(:ids)")
                .param("ids", ids.toArray(new String[0]))
                .query(rs -> {
                    names.put(rs.getString(1), rs.getString(2));
                });
        return names;
    }

    public Optional<String> findIdByCode(String code) {
        return sql.sql("select id::text from access.devices where code = :code")
                .param("code", code)
                .query(String.class)
                .optional();
    }
}
