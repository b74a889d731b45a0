package org.jiamenkou.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.elements.store.CodeStore;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class CodeSetsTest {
    private static final BiConsumer<Integer, Integer> SILENT = (done, total) -> {};

    private final TestDatabase database = TestDatabase.fresh();
    private CodeSets sets;
    private CodeSetFile file;

    @BeforeEach
    void open() {
        CodeStore store = new CodeStore(database.sql());
        sets = new CodeSets(database.scoped(), store, database.versions());
        file = new CodeSetFile(database.scoped(), store, database.changes(), database.clock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static byte[] yaml(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String FIRST = """
            - set: fruit
              name: {zh: "甲", en: Fruit}
              source: S0
              validFrom: 2018-01-01
              codes:
                - {code: pear, zh: "乙", resident: true, lines: [one, two]}
                - {code: plum, zh: "丙", en: Plum, source: S9}
            """;

    private static final String SECOND = """
            - set: fruit
              name: {zh: "甲", en: Fruit}
              source: S0
              validFrom: 2018-01-01
              codes:
                - {code: plum, zh: "丙", en: Red plum}
                - {code: fig, zh: "丁"}
            """;

    @Test
    void the_shipped_sets_are_complete_and_bilingual() {
        file.run(SILENT);
        assertThat(sets.listSets()).hasSize(35).allSatisfy(set -> {
            assertThat(set.source()).isNotBlank();
            assertThat(set.codes())
                    .isNotEmpty()
                    .allSatisfy(code -> assertThat(code.name().en())
                            .as(code.set() + "/" + code.code())
                            .isNotBlank());
        });
        assertThat(sets.getSet("service-class").codes())
                .extracting(Code::seal)
                .hasSize(7)
                .doesNotContainNull();
    }

    @Test
    void every_class_of_a_districts_taxonomy_maps_to_canonical_classes() {
        file.run(SILENT);
        List<CodeSet> mapped = sets.listSets().stream()
                .filter(set -> set.code().equals("scene") || set.code().startsWith("service-class-"))
                .toList();
        assertThat(mapped)
                .hasSize(4)
                .allSatisfy(set -> assertThat(set.codes())
                        .allSatisfy(code -> assertThat(sets.canonical(set, code.code()))
                                .as(code.code())
                                .isNotEmpty()));
        assertThat(sets.canonical(sets.getSet("service-class-xuhui-10"), "elder-care"))
                .extracting(Code::code)
                .containsExactly("life", "health");
        assertThat(sets.canonical(sets.getSet("service-class"), "law"))
                .extracting(Code::code)
                .containsExactly("law");
    }

    @Test
    void every_parent_exists_in_its_set_or_in_the_templates() {
        file.run(SILENT);
        Set<String> templates =
                sets.getSet("station-template").codes().stream().map(Code::code).collect(Collectors.toSet());
        assertThat(sets.listSets()).allSatisfy(set -> {
            Set<String> known = new HashSet<>(templates);
            set.codes().forEach(code -> known.add(code.code()));
            assertThat(set.codes())
                    .filteredOn(code -> code.parent() != null)
                    .allSatisfy(code -> assertThat(known).contains(code.parent()));
        });
    }

    @Test
    void the_same_file_is_loaded_once_and_a_newer_one_reaches_readers_at_once() {
        assertThat(file.load(yaml(FIRST))).isTrue();
        assertThat(file.load(yaml(FIRST))).isFalse();
        Code pear = sets.getSet("fruit").get("pear");
        assertThat(pear.is("resident")).isTrue();
        assertThat(pear.more()).containsEntry("lines", "one,two");
        assertThat(pear.name().en()).isNull();

        assertThat(file.load(yaml(SECOND))).isTrue();
        CodeSet fruit = sets.getSet("fruit");
        assertThat(fruit.codes()).extracting(Code::code).containsExactly("plum", "fig");
        assertThat(fruit.get("plum").name().en()).isEqualTo("Red plum");
    }

    @Test
    void a_code_gone_from_the_file_ends_and_can_still_be_named() {
        file.load(yaml(FIRST));
        file.load(yaml(SECOND));
        CodeSet fruit = sets.getSet("fruit");
        assertThat(fruit.offers("pear")).isFalse();
        assertThat(fruit.get("pear").name().zh()).isNotBlank();
        assertThat(database.scoped()
                        .read(
                                PublicScope.PUBLIC,
                                () -> database.sql()
                                        .sql("select valid_to::text from elements.codes where code = 'pear'")
                                        .query(String.class)
                                        .single()))
                .isEqualTo("2026-11-24");
        file.load(yaml(FIRST));
        assertThat(sets.getSet("fruit").offers("pear")).isTrue();
    }

    @Test
    void an_unknown_set_or_code_is_named_in_the_exception() {
        file.load(yaml(FIRST));
        assertThatThrownBy(() -> sets.getSet("vegetable"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("vegetable");
        assertThatThrownBy(() -> sets.getSet("fruit").get("durian"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("durian");
        assertThat(sets.findSet("vegetable")).isEmpty();
    }

    @Test
    void a_file_with_a_code_twice_is_refused_and_leaves_the_old_state() throws IOException {
        file.load(yaml(FIRST));
        assertThatThrownBy(() -> file.load(yaml(FIRST + "    - {code: plum, zh: twice}\n")))
                .isInstanceOf(DataAccessException.class);
        assertThat(sets.getSet("fruit").codes()).hasSize(2);
    }

    @Test
    void sets_may_be_asked_for_inside_a_transaction_of_anyone() {
        file.load(yaml(FIRST));
        CodeSet inside = database.scoped().read(new SystemScope("test"), () -> sets.getSet("fruit"));
        assertThat(inside.codes()).hasSize(2);
    }

    @Test
    void the_public_cannot_write_a_code() {
        file.load(yaml(FIRST));
        int changed = database.scoped()
                .transaction(
                        PublicScope.PUBLIC,
                        () -> database.sql()
                                .sql("update elements.codes set name_zh = 'x'")
                                .update());
        assertThat(changed).isZero();
    }
}
