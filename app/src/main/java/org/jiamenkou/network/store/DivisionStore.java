package org.jiamenkou.network.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.network.DivisionKind;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads divisions, all at once: they are few and every page needs them. */
@Component
public final class DivisionStore {
    private final JdbcClient sql;

    public DivisionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** All divisions that are or were, parents before children. */
    public List<Division> listDivisions() {
        return sql.sql("""
                select d.id, d.kind, d.form, d.name_zh, d.name_en, d.parent_id, d.subdistrict_id, d.code_prefix,
                       d.area_types, d.bilingual, d.sample, d.valid_to is not null as retired, c.code
                from network.divisions d
                join lateral (select code from network.division_codes where division_id = d.id
                              order by valid_to desc nulls first, valid_from desc limit 1) c on true
                order by array_position(array['CITY', 'DISTRICT', 'SUBDISTRICT', 'COMMITTEE', 'ESTATE', 'BLOCK',
                                              'BUILDING_GROUP'], d.kind), c.code""").query(DivisionStore::division).list();
    }

    /** Codes that no longer hold, each with the division it last stood for. */
    public Map<String, UUID> listRetiredCodes() {
        Map<String, UUID> retired = new HashMap<>();
        sql.sql("""
                select code, division_id from network.division_codes where valid_to is not null order by valid_to""").query(row -> {
            retired.put(row.getString("code"), row.getObject("division_id", UUID.class));
        });
        return retired;
    }

    public Map<UUID, List<UUID>> listSuccessions() {
        Map<UUID, List<UUID>> successors = new HashMap<>();
        sql.sql("select from_id, to_id from network.division_successions order by from_id, to_id")
                .query(row -> {
                    successors
                            .computeIfAbsent(row.getObject("from_id", UUID.class), id -> new ArrayList<>())
                            .add(row.getObject("to_id", UUID.class));
                });
        return successors;
    }

    /** Rises with every write of divisions, so that a copy in memory knows whether it is stale. */
    public long stamp() {
        return sql.sql("select stamp from network.stamps where name = 'divisions'")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    public void raiseStamp() {
        sql.sql("""
                insert into network.stamps (name, stamp) values ('divisions', 1)
                on conflict (name) do update set stamp = stamps.stamp + 1""").update();
    }

    private static Division division(ResultSet row, int number) throws SQLException {
        UUID parent = row.getObject("parent_id", UUID.class);
        return new Division(
                new DivisionId(row.getObject("id", UUID.class)),
                DivisionKind.valueOf(row.getString("kind")),
                row.getString("form"),
                row.getString("code"),
                new LocalText(row.getString("name_zh"), row.getString("name_en")),
                parent == null ? null : new DivisionId(parent),
                row.getObject("subdistrict_id", UUID.class),
                row.getString("code_prefix"),
                Set.of((String[]) row.getArray("area_types").getArray()),
                row.getBoolean("bilingual"),
                row.getBoolean("retired"),
                row.getBoolean("sample"));
    }
}
