package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jiamenkou.catalogue.rules.GuideRules;
import org.junit.jupiter.api.Test;

/** The items that ship. */
class ItemFileTest {
    private static final List<ItemContent> ALL =
            ItemFile.readAll().stream().flatMap(file -> file.items().stream()).toList();

    @Test
    void at_least_ninety_items_ship_in_all_seven_classes() {
        TreeMap<String, Integer> byClass = new TreeMap<>();
        ALL.forEach(item -> byClass.merge(item.serviceClass(), 1, Integer::sum));
        assertThat(ALL.size()).isGreaterThanOrEqualTo(90);
        assertThat(byClass.keySet())
                .containsExactly("community", "culture", "government", "health", "law", "life", "party");
    }

    @Test
    void no_item_that_ships_breaks_a_rule() {
        GuideRules.Words words = CatalogueDefaults.read().words();
        List<String> broken = new ArrayList<>();
        for (ItemContent item : ALL) {
            GuideRules.refusals(item, words).forEach(refusal -> broken.add(item.slug() + ": " + refusal));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void slugs_are_unique() {
        Set<String> seen = new HashSet<>();
        assertThat(ALL)
                .allSatisfy(item ->
                        assertThat(seen.add(item.slug())).as(item.slug()).isTrue());
    }

    @Test
    void the_samples_of_exceptions_name_items_that_ship() {
        Set<String> slugs = new HashSet<>();
        ALL.forEach(item -> slugs.add(item.slug()));
        CatalogueDefaults.Samples samples = CatalogueDefaults.read().samples();
        assertThat(slugs)
                .contains(
                        samples.districtRule().item(), samples.subdistrictRule().item());
        assertThat(samples.exceptions()).allSatisfy(sample -> assertThat(slugs).contains(sample.item()));
    }

    @Test
    void a_missing_field_is_named() {
        byte[] yaml = "- {slug: a, name: {zh: 一}}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ItemFile.read("x.yaml", yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no guide.fee")
                .hasMessageContaining("no English at /name");
    }
}
