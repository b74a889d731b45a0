package org.jiamenkou.catalogue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.catalogue.ItemId;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Readiness;
import org.jiamenkou.catalogue.SampleItems;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.catalogue.rules.OfferingRules;
import org.jiamenkou.catalogue.rules.OfferingRules.Level;
import org.jiamenkou.catalogue.rules.OfferingRules.Validity;
import org.jiamenkou.catalogue.store.OfferingStore.Effective;
import org.jiamenkou.catalogue.store.OfferingStore.NewRule;
import org.jiamenkou.network.StationId;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The view of the effective list says what the plain definition says, and it is found through indexes. */
class EffectiveOfferingsTest {
    private static final SystemScope TEST = new SystemScope("test");
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private static final int ROUNDS = 25;

    private static TestDatabase database;

    private record Key(StationId station, ItemId item) {}

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static <E> E one(Random random, List<E> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Validity validity(Random random) {
        LocalDate from = TODAY.plusDays(random.nextInt(-3, 2));
        return new Validity(from, random.nextInt(3) == 0 ? from.plusDays(random.nextInt(3)) : null);
    }

    private static Set<Way> ways(Random random) {
        Set<Way> ways = EnumSet.noneOf(Way.class);
        for (Way way : Way.values()) {
            if (random.nextBoolean()) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static OfferingRules.Rule rule(Random random, SmallCity city) {
        Level level = one(random, List.of(Level.values()));
        UUID area = switch (level) {
            case CITY -> null;
            case DISTRICT -> one(random, city.districts);
            case SUBDISTRICT -> one(random, city.subdistricts);
        };
        return new OfferingRules.Rule(
                UUID.randomUUID(),
                level,
                area,
                random.nextInt(3) == 0 ? null : one(random, SmallCity.TYPES),
                one(random, List.of(Readiness.values())),
                ways(random),
                validity(random));
    }

    private static NewRule row(OfferingRules.Rule rule, ItemId item) {
        return new NewRule(
                rule.id(),
                rule.level() == Level.SUBDISTRICT ? rule.area() : null,
                rule.area(),
                item,
                rule.stationType(),
                null,
                rule.readiness(),
                rule.ways(),
                null,
                SampleItems.TEXT,
                "test",
                rule.validity().from(),
                rule.validity().to());
    }

    @Test
    void the_view_agrees_with_the_plain_definition_on_random_rules() {
        OfferingStore store = new OfferingStore(database.sql());
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            SmallCity city = new SmallCity(database.sql());
            Map<ItemId, List<OfferingRules.Rule>> rules = new HashMap<>();
            Map<Key, OfferingRules.Exception> exceptions = new HashMap<>();
            int n = round;
            database.scoped().transaction(TEST, () -> {
                city.build(2, 4);
                for (int i = 0; i < 3; i++) {
                    ItemId item = city.item("item-" + n + "-" + i);
                    rules.put(item, new ArrayList<>());
                    for (int r = random.nextInt(8); r > 0; r--) {
                        rules.get(item).add(rule(random, city));
                    }
                    store.addRules(rules.get(item).stream()
                            .map(rule -> row(rule, item))
                            .toList());
                }
                for (int e = random.nextInt(6); e > 0; e--) {
                    addException(random, city, exceptions);
                }
            });
            Map<Key, OfferingRules.Answer> shown = shown(store, city);
            assertThat(shown).as("round %d", round).isEqualTo(expected(city, rules, exceptions));
        }
    }

    private static void addException(Random random, SmallCity city, Map<Key, OfferingRules.Exception> exceptions) {
        StationId station = one(random, city.stations).id();
        ItemId item = one(random, city.items);
        OfferingRules.Exception exception =
                new OfferingRules.Exception(one(random, List.of(Readiness.values())), ways(random), validity(random));
        exceptions.put(new Key(station, item), exception);
        new ExceptionStore(database.sql())
                .set(new ExceptionStore.NewException(
                        station,
                        station.subdistrictId(),
                        item,
                        exception.readiness(),
                        exception.ways(),
                        null,
                        null,
                        SampleItems.TEXT,
                        false,
                        exception.validity().from(),
                        Instant.now(),
                        "test"));
        if (exception.validity().to() != null) {
            database.sql()
                    .sql(
                            "update catalogue.offering_exceptions set valid_to = :to where station_id = :s and item_id = :i")
                    .param("to", exception.validity().to())
                    .param("s", station.id())
                    .param("i", item.value())
                    .update();
        }
    }

    private static Map<Key, OfferingRules.Answer> shown(OfferingStore store, SmallCity city) {
        Map<Key, OfferingRules.Answer> shown = new HashMap<>();
        database.scoped().read(PublicScope.PUBLIC, () -> {
            for (SmallCity.At station : city.stations) {
                for (Effective row : store.listAt(station.id())) {
                    Offering offering = row.offering();
                    Set<Way> ways = offering.ways().stream()
                            .map(Offering.OfferedWay::way)
                            .collect(Collectors.toSet());
                    shown.put(
                            new Key(row.station(), offering.item()),
                            new OfferingRules.Answer(offering.origin(), offering.readiness(), ways));
                }
            }
            return shown;
        });
        shown.keySet().removeIf(key -> !city.items.contains(key.item()));
        return shown;
    }

    private static Map<Key, OfferingRules.Answer> expected(
            SmallCity city, Map<ItemId, List<OfferingRules.Rule>> rules, Map<Key, OfferingRules.Exception> exceptions) {
        Map<Key, OfferingRules.Answer> expected = new HashMap<>();
        for (SmallCity.At station : city.stations) {
            for (ItemId item : city.items) {
                Key key = new Key(station.id(), item);
                Optional<OfferingRules.Answer> answer = OfferingRules.effective(
                        station.place(), rules.getOrDefault(item, List.of()), exceptions.get(key), TODAY);
                answer.ifPresent(one -> expected.put(key, one));
            }
        }
        return expected;
    }

    @Test
    void the_list_of_one_station_is_found_through_indexes() throws SQLException {
        SmallCity city = new SmallCity(database.sql());
        OfferingStore store = new OfferingStore(database.sql());
        Random random = new Random(7);
        database.scoped().transaction(TEST, () -> {
            city.build(60, 24);
            List<NewRule> rules = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                ItemId item = city.item("plan-" + i);
                for (int r = 0; r < 12; r++) {
                    rules.add(row(rule(random, city), item));
                }
            }
            store.addRules(rules);
        });
        SmallCity.At station = city.stations.get(100);
        String plan = explain(
                "select * from catalogue.v_offerings where subdistrict_id = '"
                        + station.id().subdistrictId() + "' and station_id = '"
                        + station.id().id() + "'",
                station.id().subdistrictId());
        assertThat(plan)
                .as(plan)
                .doesNotContain(
                        "Seq Scan on stations",
                        "Seq Scan on offering_exceptions",
                        "Seq Scan on offering_rules",
                        "Seq Scan on divisions");
        assertThat(plan).contains("stations_pkey", "offering_exceptions_pkey", "offering_rules_of_area");
    }

    /** As jmk_app, whose scope reaches one subdistrict only. */
    private static String explain(String query, UUID subdistrict) throws SQLException {
        try (Connection connection = database.raw();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('jmk.actor', 'test', true), set_config('jmk.areas', '{" + subdistrict
                    + "}', true), set_config('jmk.write_areas', '{}', true)");
            StringBuilder plan = new StringBuilder();
            try (ResultSet rows = statement.executeQuery("explain (costs off) " + query)) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
