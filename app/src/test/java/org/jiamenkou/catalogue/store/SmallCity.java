package org.jiamenkou.catalogue.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.SampleItems;
import org.jiamenkou.catalogue.ServiceItem;
import org.jiamenkou.catalogue.rules.OfferingRules;
import org.jiamenkou.network.StationId;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Districts, subdistricts, stations and items to try rules on, written straight into the tables. */
@NullMarked
public final class SmallCity {
    static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    static final List<String> TYPES = List.of("residents-station", "village-centre", "village-point");

    public final List<UUID> districts = new ArrayList<>();
    public final List<UUID> subdistricts = new ArrayList<>();
    public final List<At> stations = new ArrayList<>();
    public final List<ItemId> items = new ArrayList<>();
    private final JdbcClient sql;

    public SmallCity(JdbcClient sql) {
        this.sql = sql;
    }

    public record At(StationId id, OfferingRules.At place) {}

    /** Must run in a transaction that writes everywhere. */
    public void build(int subdistrictsEach, int stationsEach) {
        for (int d = 0; d < 2; d++) {
            UUID district = UUID.randomUUID();
            districts.add(district);
            division(district, "DISTRICT", null, null);
            for (int s = 0; s < subdistrictsEach; s++) {
                UUID subdistrict = UUID.randomUUID();
                subdistricts.add(subdistrict);
                division(subdistrict, "SUBDISTRICT", district, subdistrict);
                for (int n = 0; n < stationsEach; n++) {
                    station(district, subdistrict, TYPES.get(n % TYPES.size()), n);
                }
            }
        }
    }

    private void division(
            UUID id,
            String kind,
            @org.jspecify.annotations.Nullable UUID parent,
            @org.jspecify.annotations.Nullable UUID subdistrict) {
        sql.sql("""
                insert into network.divisions (id, kind, form, name_zh, parent_id, subdistrict_id, area_types, bilingual,
                    sample, valid_from)
                values (:id, :kind, :form, '测试', :parent, :subdistrict, '{}', false, true, '2000-01-01')""")
                .param("id", id)
                .param("kind", kind)
                .param("form", kind.equals("DISTRICT") ? "DISTRICT" : "STREET")
                .param("parent", parent)
                .param("subdistrict", subdistrict)
                .update();
    }

    private void station(UUID district, UUID subdistrict, String type, int number) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                insert into network.stations (subdistrict_id, id, area_id, code, type, name_zh, opens_short, sample, version)
                values (:subdistrict, :id, :subdistrict, :code, :type, '测试站', false, true, 1)""")
                .param("subdistrict", subdistrict)
                .param("id", id)
                .param("code", "T" + number)
                .param("type", type)
                .update();
        stations.add(new At(new StationId(subdistrict, id), new OfferingRules.At(district, subdistrict, type)));
    }

    public ItemId item(ItemContent content) {
        ItemId id = new ItemId(UUID.randomUUID());
        ItemStore store = new ItemStore(sql);
        store.addItem(id, content.slug());
        store.addVersion(new ItemStore.NewVersion(
                new ServiceItem(id, content, 1, LONG_AGO, null, LONG_AGO.plusYears(1)), "hash", "test", Instant.now()));
        items.add(id);
        return id;
    }

    public ItemId item(String slug) {
        return item(SampleItems.item(slug, "government"));
    }
}
