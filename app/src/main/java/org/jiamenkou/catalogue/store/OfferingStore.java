package org.jiamenkou.catalogue.store;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offering.OfferedWay;
import org.jiamenkou.catalogue.Readiness;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.text.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offering rules and the effective list. */
@Component
public class OfferingStore {
    /** Stands for the city as an area, and for places above a subdistrict. */
    public static final UUID NIL = new UUID(0, 0);

    private static final String EFFECTIVE = """
            select subdistrict_id, station_id, item_id, readiness, ways, video_pattern, own_schedule_id,
                   hours_note_zh, hours_note_en, reason_zh, reason_en, origin, sample, slug, name_zh, service_class
            from catalogue.v_offerings""";

    private final JdbcClient sql;

    OfferingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A row of the effective list; the item's English name and the rest come from the item itself. */
    public record Effective(StationId station, Offering offering) {}

    /**
     * A rule to be written.
     *
     * @param area null for the city
     * @param stationType null for every type, or when centreKind is set
     * @param reason not null when not taken on
     */
    public record NewRule(
            UUID id,
            @Nullable UUID subdistrictId,
            @Nullable UUID area,
            ItemId item,
            @Nullable String stationType,
            @Nullable String centreKind,
            Readiness readiness,
            Set<Way> ways,
            @Nullable String videoPattern,
            @Nullable LocalText reason,
            String source,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        public RuleText text() {
            return new RuleText(
                    area == null ? NIL : area,
                    item.value(),
                    stationType,
                    centreKind,
                    readiness,
                    ways,
                    videoPattern,
                    reason,
                    source);
        }

        String level() {
            return subdistrictId != null ? "SUBDISTRICT" : area != null ? "DISTRICT" : "CITY";
        }
    }

    public List<Effective> listAt(StationId station) {
        return sql.sql(EFFECTIVE + " where subdistrict_id = :subdistrict and station_id = :station")
                .param("subdistrict", station.subdistrictId())
                .param("station", station.id())
                .query((row, n) -> effective(row))
                .list();
    }

    /** The answers of these stations for one item, in no order. */
    public List<Effective> listForItem(ItemId item, List<StationId> stations) {
        UUID[] subdistricts =
                stations.stream().map(StationId::subdistrictId).distinct().toArray(UUID[]::new);
        UUID[] ids = stations.stream().map(StationId::id).toArray(UUID[]::new);
        return sql.sql(
                        EFFECTIVE
                                + " where item_id = :item and subdistrict_id = any (:subdistricts) and station_id = any (:stations)")
                .param("item", item.value())
                .param("subdistricts", subdistricts)
                .param("stations", ids)
                .query((row, n) -> effective(row))
                .list();
    }

    /** How many stations have an item available, in the whole city. */
    public int countStationsOffering(ItemId item) {
        return sql.sql("select count(*) from catalogue.v_offerings where item_id = :item and readiness = 'AVAILABLE'")
                .param("item", item.value())
                .query(Integer.class)
                .single();
    }

    /** What a rule says, without its key and dates: two rules with the same text say the same. */
    public record RuleText(
            UUID area,
            UUID item,
            @Nullable String stationType,
            @Nullable String centreKind,
            Readiness readiness,
            Set<Way> ways,
            @Nullable String videoPattern,
            @Nullable LocalText reason,
            String source) {}

    /** The open rules from these sources that hold today, with their ids. */
    public Map<RuleText, UUID> currentRules(Set<String> sources, LocalDate today) {
        Map<RuleText, UUID> rules = new HashMap<>();
        sql.sql("""
                select id, area_id, item_id, station_type, centre_kind, readiness, ways, video_pattern, reason_zh, reason_en,
                       source
                from catalogue.offering_rules
                where source = any (:sources) and valid_from <= :today and valid_to is null""")
                .param("sources", sources.toArray(new String[0]))
                .param("today", Date.valueOf(today))
                .query((ResultSet row) -> {
                    rules.put(
                            new RuleText(
                                    row.getObject("area_id", UUID.class),
                                    row.getObject("item_id", UUID.class),
                                    row.getString("station_type"),
                                    row.getString("centre_kind"),
                                    Readiness.valueOf(row.getString("readiness")),
                                    ways(row.getArray("ways")),
                                    row.getString("video_pattern"),
                                    text(row, "reason"),
                                    row.getString("source")),
                            row.getObject("id", UUID.class));
                });
        return rules;
    }

    /** The day before is the last on which they hold. */
    public void endRules(List<UUID> rules, LocalDate firstDayWithout) {
        sql.sql("update catalogue.offering_rules set valid_to = :day where id = any (:ids)")
                .param("day", Date.valueOf(firstDayWithout.minusDays(1)))
                .param("ids", rules.toArray(new UUID[0]))
                .update();
    }

    /** Whatever this source said holds no longer from this day, also what would have ended by itself later. */
    public void endRulesOf(String source, LocalDate firstDayWithout) {
        sql.sql("""
                update catalogue.offering_rules set valid_to = :last
                where source = :source and (valid_to is null or valid_to > :last)""")
                .param("last", Date.valueOf(firstDayWithout.minusDays(1)))
                .param("source", source)
                .update();
    }

    public void addRules(List<NewRule> rules) {
        sql.sql("""
                insert into catalogue.offering_rules (subdistrict_id, id, area_id, level, item_id, station_type,
                    centre_kind, readiness, ways, video_pattern, reason_zh, reason_en, source, valid_from, valid_to)
                select subdistrict_id, id, area_id, level, item_id, station_type, centre_kind, readiness,
                       string_to_array(ways, ','), video_pattern, reason_zh, reason_en, source, valid_from, valid_to
                from unnest(:subdistricts, :ids, :areas, :levels, :items, :types, :kinds, :readiness, :ways, :patterns,
                            :reasonsZh, :reasonsEn, :sources, :froms::date[], :tos::date[])
                  as n(subdistrict_id, id, area_id, level, item_id, station_type, centre_kind, readiness, ways,
                       video_pattern, reason_zh, reason_en, source, valid_from, valid_to)""")
                .param("subdistricts", uuids(rules, rule -> rule.subdistrictId() == null ? NIL : rule.subdistrictId()))
                .param("ids", uuids(rules, NewRule::id))
                .param("areas", uuids(rules, rule -> rule.area() == null ? NIL : rule.area()))
                .param("levels", texts(rules, NewRule::level))
                .param("items", uuids(rules, rule -> rule.item().value()))
                .param("types", texts(rules, NewRule::stationType))
                .param("kinds", texts(rules, NewRule::centreKind))
                .param("readiness", texts(rules, rule -> rule.readiness().name()))
                .param("ways", texts(rules, rule -> String.join(",", codes(rule.ways()))))
                .param("patterns", texts(rules, NewRule::videoPattern))
                .param(
                        "reasonsZh",
                        texts(
                                rules,
                                rule -> rule.reason() == null
                                        ? null
                                        : rule.reason().zh()))
                .param(
                        "reasonsEn",
                        texts(
                                rules,
                                rule -> rule.reason() == null
                                        ? null
                                        : rule.reason().en()))
                .param("sources", texts(rules, NewRule::source))
                .param("froms", texts(rules, rule -> rule.validFrom().toString()))
                .param(
                        "tos",
                        texts(
                                rules,
                                rule -> rule.validTo() == null
                                        ? null
                                        : rule.validTo().toString()))
                .update();
    }

    static String[] codes(Set<Way> ways) {
        return ways.stream().sorted().map(Way::code).toArray(String[]::new);
    }

    private static UUID[] uuids(List<NewRule> rules, java.util.function.Function<NewRule, UUID> field) {
        return rules.stream().map(field).toArray(UUID[]::new);
    }

    private static @Nullable String[] texts(
            List<NewRule> rules, java.util.function.Function<NewRule, @Nullable String> field) {
        @Nullable String[] texts = new String[rules.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = field.apply(rules.get(i));
        }
        return texts;
    }

    private static Effective effective(ResultSet row) throws SQLException {
        UUID schedule = row.getObject("own_schedule_id", UUID.class);
        Offering offering = new Offering(
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getString("slug"),
                LocalText.of(row.getString("name_zh")),
                row.getString("service_class"),
                Readiness.valueOf(row.getString("readiness")),
                ways(row.getArray("ways"), row.getString("video_pattern"), schedule),
                Offering.Origin.valueOf(row.getString("origin")),
                text(row, "reason"),
                text(row, "hours_note"),
                row.getBoolean("sample"));
        return new Effective(
                new StationId(row.getObject("subdistrict_id", UUID.class), row.getObject("station_id", UUID.class)),
                offering);
    }

    static @Nullable LocalText text(ResultSet row, String field) throws SQLException {
        String zh = row.getString(field + "_zh");
        return zh == null ? null : new LocalText(zh, row.getString(field + "_en"));
    }

    static Set<Way> ways(Array codes) throws SQLException {
        Set<Way> ways = new TreeSet<>();
        Arrays.stream((String[]) codes.getArray())
                .forEach(code -> ways.add(Way.valueOf(code.toUpperCase(java.util.Locale.ROOT))));
        return ways;
    }

    /** The video pattern is the hours of the way video, the own schedule those of what is done at the station. */
    private static List<OfferedWay> ways(Array codes, @Nullable String videoPattern, @Nullable UUID schedule)
            throws SQLException {
        List<OfferedWay> offered = new ArrayList<>();
        for (Way way : ways(codes)) {
            ScheduleId own = schedule == null ? null : new ScheduleId(schedule);
            offered.add(
                    switch (way) {
                        case VIDEO -> new OfferedWay(way, videoPattern, null);
                        case STATION, BEHALF -> new OfferedWay(way, null, own);
                        case ONLINE -> new OfferedWay(way, null, null);
                    });
        }
        return offered;
    }
}
