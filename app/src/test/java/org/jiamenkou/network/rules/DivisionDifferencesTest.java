package org.jiamenkou.network.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiamenkou.network.DivisionDifference;
import org.jiamenkou.network.DivisionDifference.Kind;
import org.jiamenkou.network.DivisionList;
import org.junit.jupiter.api.Test;

class DivisionDifferencesTest {
    private static final NameForms FORMS =
            new NameForms(List.of("居委会", "村委会"), List.of("农场"), List.of("第", "一", "二", "三"));
    private static final Map<String, String> HELD = Map.of(
            "310101000000", "黄浦区",
            "310101002000", "南京东路街道",
            "310101002001", "云南居委会",
            "310101002002", "龙泉居委会",
            "310101002003", "牯岭居委会",
            "310101002004", "江阴一居委会",
            "310101002005", "江阴二居委会");

    private static DivisionList.Row row(String code, CharSequence name) {
        return new DivisionList.Row(code, new DivisionList.Name(name.toString()));
    }

    private static DivisionList.Succession succession(String old, CharSequence now) {
        return new DivisionList.Succession(new DivisionList.Old(old), new DivisionList.New(now.toString()));
    }

    private static List<DivisionDifference> differences(
            List<DivisionList.Row> committees, List<DivisionList.Succession> successions) {
        List<DivisionList.Row> rows =
                new java.util.ArrayList<>(List.of(row("310101000000", "黄浦区"), row("310101002000", "南京东路街道")));
        rows.addAll(committees);
        return DivisionDifferences.between(
                HELD,
                new DivisionList(
                        new DivisionList.Title("2024", new DivisionList.Source("test")),
                        LocalDate.of(2024, 6, 30),
                        rows,
                        successions),
                FORMS);
    }

    private static final List<DivisionList.Row> SAME = List.of(
            row("310101002001", "云南居委会"),
            row("310101002002", "龙泉居委会"),
            row("310101002003", "牯岭居委会"),
            row("310101002004", "江阴一居委会"),
            row("310101002005", "江阴二居委会"));

    private static List<DivisionList.Row> without(int index, DivisionList.Row... more) {
        List<DivisionList.Row> rows = new java.util.ArrayList<>(SAME);
        rows.remove(index);
        rows.addAll(List.of(more));
        return rows;
    }

    @Test
    void the_same_edition_has_no_differences() {
        assertThat(differences(SAME, List.of())).isEmpty();
    }

    @Test
    void a_new_name_under_the_same_code_is_a_renaming() {
        assertThat(differences(without(0, row("310101002001", "云南中路居委会")), List.of()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.RENAMED);
                    assertThat(one.oldNames()).containsExactly("云南居委会");
                    assertThat(one.newNames()).containsExactly("云南中路居委会");
                });
    }

    @Test
    void the_same_name_under_a_new_code_is_a_recoding() {
        assertThat(differences(without(0, row("310101002009", "云南居委会")), List.of()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.RECODED);
                    assertThat(one.inferred()).isTrue();
                });
    }

    @Test
    void what_the_edition_says_about_a_split_is_taken_as_said() {
        List<DivisionDifference> found = differences(
                without(0, row("310101002011", "甲居委会"), row("310101002012", "乙居委会")),
                List.of(succession("310101002001", "310101002011"), succession("310101002001", "310101002012")));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.SPLIT);
            assertThat(one.newCodes()).containsExactly("310101002011", "310101002012");
            assertThat(one.inferred()).isFalse();
        });
    }

    @Test
    void numbered_committees_of_one_name_suggest_a_split() {
        assertThat(differences(without(0, row("310101002011", "云南一居委会"), row("310101002012", "云南二居委会")), List.of()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.SPLIT);
                    assertThat(one.inferred()).isTrue();
                });
    }

    @Test
    void one_committee_for_numbered_ones_suggests_a_merger() {
        List<DivisionList.Row> rows = new java.util.ArrayList<>(SAME.subList(0, 3));
        rows.add(row("310101002020", "江阴居委会"));
        assertThat(differences(rows, List.of())).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.MERGED);
            assertThat(one.oldCodes()).containsExactly("310101002004", "310101002005");
        });
    }

    @Test
    void a_committee_that_joins_a_neighbour_is_a_merger() {
        assertThat(differences(without(0), List.of(succession("310101002001", "310101002002"))))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.kind()).isEqualTo(Kind.MERGED);
                    assertThat(one.newCodes()).containsExactly("310101002002");
                });
    }

    @Test
    void the_rest_was_added_or_removed() {
        assertThat(differences(without(0, row("310101002030", "新居委会")), List.of()))
                .extracting(DivisionDifference::kind)
                .containsExactly(Kind.REMOVED, Kind.ADDED);
    }
}
