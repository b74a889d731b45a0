package org.jiamenkou.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The door to the database. */
class ScopedTest {
    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_statement_outside_a_scoped_transaction_is_refused() {
        assertThatThrownBy(() ->
                        database.sql().sql("select 1").query(Integer.class).single())
                .isInstanceOf(OutsideScopeException.class);
    }

    @Test
    void the_scope_is_set_in_the_database_for_the_transaction_only() throws Exception {
        String actor = database.scoped()
                .read(
                        new SystemScope("test"),
                        () -> database.sql()
                                .sql("select platform.actor()")
                                .query(String.class)
                                .single());
        assertThat(actor).isEqualTo("system:test");
        try (Connection raw = database.raw();
                Statement statement = raw.createStatement();
                ResultSet row =
                        statement.executeQuery("select platform.actor(), platform.reads(gen_random_uuid(), null)")) {
            row.next();
            assertThat(row.getString(1)).isNull();
            assertThat(row.getBoolean(2)).isFalse();
        }
    }

    @Test
    void transactions_do_not_nest_under_another_actor() {
        assertThatThrownBy(() -> database.scoped()
                        .read(
                                new SystemScope("one"),
                                () -> database.scoped().read(new SystemScope("two"), () -> "never")))
                .hasMessageContaining("already acting as system:one");
    }

    @Test
    void the_database_reaches_the_same_rows_as_the_program() {
        UUID area = UUID.randomUUID();
        UUID subdistrict = UUID.randomUUID();
        for (Areas areas : new Areas[] {
            Areas.EVERYWHERE,
            Areas.NOWHERE,
            Areas.within(Set.of(area)),
            Areas.within(Set.of(subdistrict, UUID.randomUUID())),
            Areas.within(Set.of(UUID.randomUUID()))
        }) {
            for (Place place : new Place[] {new Place(area, subdistrict), new Place(area, null)}) {
                assertThat(inDatabase(areas, place))
                        .as("%s reaches %s", areas, place)
                        .isEqualTo(areas.reaches(place));
            }
        }
    }

    private static boolean inDatabase(Areas areas, Place place) {
        Scope scope = new Scope() {
            @Override
            public String actorKey() {
                return "test";
            }

            @Override
            public Areas readAreas() {
                return areas;
            }

            @Override
            public Areas writeAreas() {
                return areas;
            }

            @Override
            public Set<String> lines() {
                return Set.of();
            }
        };
        return database.scoped()
                .read(
                        scope,
                        () -> database.sql()
                                .sql(
                                        "select platform.reads(:area, :subdistrict::uuid) and platform.writes(:area, :subdistrict::uuid)")
                                .param("area", place.areaId())
                                .param("subdistrict", place.subdistrictId())
                                .query(Boolean.class)
                                .single());
    }

    @Test
    void a_failed_transaction_leaves_nothing() {
        assertThatThrownBy(() -> database.scoped().transaction(new SystemScope("test"), () -> {
                    database.sql()
                            .sql("insert into platform.idempotency_keys values ('a', 'k', 'x', now())")
                            .update();
                    throw new IllegalArgumentException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(database.scoped()
                        .read(
                                new SystemScope("test"),
                                () -> database.sql()
                                        .sql("select count(*) from platform.idempotency_keys where actor = 'a'")
                                        .query(Integer.class)
                                        .single()))
                .isZero();
    }
}
