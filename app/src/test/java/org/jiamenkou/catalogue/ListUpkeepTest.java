package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.store.ListStore;
import org.jiamenkou.catalogue.store.OfferingStore;
import org.jiamenkou.network.Division;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.Test;

/** Lists at the desk: drafts over what is in force, two editors, publishing, other people's areas, sheets. */
class ListUpkeepTest {
    private static final TestApp APP = TestApp.shared();
    private static final ListUpkeep UPKEEP = APP.bean(ListUpkeep.class);
    private static final Divisions DIVISIONS = APP.bean(Divisions.class);
    private static final LocalDate TODAY = LocalDate.now(APP.bean(Clock.class));

    private static Division district(String name) {
        return DIVISIONS.listDistricts().stream()
                .filter(one -> one.name().zh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Actor officer(String name, Division... areas) {
        Areas where = areas.length == 0
                ? new Areas.Everywhere()
                : Areas.within(Set.of(areas[0].id().value()));
        return new Actor(UUID.randomUUID(), name, Map.of(Right.EDIT_LISTS, where), Set.of());
    }

    private static ListUpkeep.Which of(Actor actor, String area, ListKind list) {
        return UPKEEP.find(actor, area, list.code()).orElseThrow();
    }

    private static PositiveList.Entry entry(int number, String name) {
        return new PositiveList.Entry(number, LocalText.of(name), null, null, LocalText.of("到派出所办"));
    }

    private static ListUpkeep.EntryChange add(PositiveList.Entry entry, int seen) {
        return new ListUpkeep.EntryChange(entry.number(), entry, true, seen);
    }

    private static ListPublication publication(String version, LocalDate from) {
        return new ListPublication(version, LocalText.of("测试清单"), from, "测试文件〔2026〕1号");
    }

    private static List<ListRefusal> publish(
            Actor actor, ListUpkeep.Which which, ListPublication publication, String key) {
        int seen = UPKEEP.read(actor, which).seen();
        return UPKEEP.publish(actor, which, new ListUpkeep.Publishing(publication, seen, key));
    }

    @Test
    void a_district_starts_from_the_citys_list_and_its_own_holds_from_its_day() {
        Division area = district("长宁区");
        Actor officer = officer("甲", area);
        ListUpkeep.Which which = of(officer, area.code(), ListKind.SEAL);
        ListUpkeep.Kept before = UPKEEP.read(officer, which);
        assertThat(before.versions()).isEmpty();
        assertThat(before.entries()).hasSizeGreaterThan(5);
        assertThat(UPKEEP.change(officer, which, add(entry(900, "新的用章事项"), before.seen())))
                .isEmpty();
        ListUpkeep.Kept draft = UPKEEP.read(officer, which);
        assertThat(draft.differences()).containsExactly(new ListDifference.Added(entry(900, "新的用章事项")));
        assertThat(Visitor.anonymous().get("/lists?area=" + area.code()).body()).doesNotContain("新的用章事项");
        String key = UUID.randomUUID().toString();
        assertThat(publish(officer, which, publication("2026测试", TODAY), key)).isEmpty();
        assertThat(UPKEEP.publish(
                        officer, which, new ListUpkeep.Publishing(publication("2026测试", TODAY), draft.seen(), key)))
                .as("pressed twice")
                .isEmpty();
        ListUpkeep.Kept after = UPKEEP.read(officer, which);
        assertThat(after.draft()).isNull();
        assertThat(after.versions()).singleElement().satisfies(one -> {
            assertThat(one.value().version()).isEqualTo("2026测试");
            assertThat(one.value().area()).isEqualTo("长宁区");
        });
        assertThat(Visitor.anonymous().get("/lists?area=" + area.code()).body()).contains("新的用章事项", "测试文件〔2026〕1号");
        assertThat(Visitor.anonymous().get("/lists").body()).doesNotContain("新的用章事项");
    }

    @Test
    void two_editors_of_different_entries_both_keep_their_work_and_of_one_entry_the_second_is_told() {
        Division area = district("徐汇区");
        Actor one = officer("张", area);
        Actor two = officer("王", area);
        ListUpkeep.Which which = of(one, area.code(), ListKind.ASSISTANCE);
        int seen = UPKEEP.read(one, which).seen();
        PositiveList.Entry first = entry(1, "张改的第一条");
        assertThat(UPKEEP.change(one, which, new ListUpkeep.EntryChange(1, first, false, seen)))
                .isEmpty();
        assertThat(UPKEEP.change(two, which, new ListUpkeep.EntryChange(2, null, false, seen)))
                .isEmpty();
        assertThat(UPKEEP.change(two, which, new ListUpkeep.EntryChange(1, entry(1, "王改的"), false, seen)))
                .singleElement()
                .isInstanceOf(ListRefusal.ChangedMeanwhile.class);
        assertThat(UPKEEP.change(two, which, add(entry(1, "又一条"), seen)))
                .containsExactly(new ListRefusal.NumberTaken(1));
        ListUpkeep.Kept kept = UPKEEP.read(one, which);
        assertThat(kept.entries()).contains(first).noneMatch(entry -> entry.number() == 2);
        assertThat(kept.steps()).extracting(ListDraft::byName).containsExactly("王", "张");
        assertThat(UPKEEP.publish(
                        one,
                        which,
                        new ListUpkeep.Publishing(publication("旧页面", TODAY), kept.seen() - 1, "k" + UUID.randomUUID())))
                .containsExactly(new ListRefusal.ChangedMeanwhile("王"));
        assertThat(UPKEEP.discard(one, which, kept.seen())).isEmpty();
        assertThat(UPKEEP.read(one, which).draft()).isNull();
        assertThat(UPKEEP.read(one, which).steps()).hasSize(3);
    }

    @Test
    void a_past_day_a_taken_name_a_taken_day_and_nothing_new_are_refused() {
        Division area = district("虹口区");
        Actor officer = officer("丙", area);
        ListUpkeep.Which which = of(officer, area.code(), ListKind.ASSISTANCE);
        assertThat(UPKEEP.change(officer, which, add(entry(901, "测试一"), 0))).isEmpty();
        assertThat(publish(officer, which, publication("一", TODAY.minusDays(1)), "a1"))
                .containsExactly(new ListRefusal.DayPast(TODAY));
        assertThat(publish(officer, which, publication("一", TODAY.plusDays(2)), "a1"))
                .as("the key of a refused form may be used again")
                .isEmpty();
        assertThat(UPKEEP.change(
                        officer,
                        which,
                        add(entry(902, "测试二"), UPKEEP.read(officer, which).seen())))
                .isEmpty();
        assertThat(publish(officer, which, publication("一", TODAY.plusDays(2)), "a2"))
                .containsExactly(new ListRefusal.VersionTaken(), new ListRefusal.DayTaken(TODAY.plusDays(2)));
        assertThat(UPKEEP.change(
                        officer,
                        which,
                        new ListUpkeep.EntryChange(
                                902, null, false, UPKEEP.read(officer, which).seen())))
                .isEmpty();
        assertThat(publish(officer, which, publication("二", TODAY.plusDays(3)), "a3"))
                .containsExactly(new ListRefusal.NothingChanged());
    }

    @Test
    void another_districts_list_and_the_citys_are_refused_by_the_rights_and_by_the_database() {
        Actor officer = officer("丁", district("长宁区"));
        assertThatThrownBy(() -> UPKEEP.find(officer, district("静安区").code(), "seal"))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> UPKEEP.find(officer, DIVISIONS.city().code(), "seal"))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> UPKEEP.change(
                        officer, new ListUpkeep.Which(district("静安区"), ListKind.SEAL), add(entry(1, "x"), 0)))
                .isInstanceOf(AccessRefusedException.class);
        ListDraft forged = new ListDraft(
                999,
                ListKind.SEAL,
                OfferingStore.NIL,
                ListDraft.State.DRAFT,
                null,
                List.of(),
                APP.bean(Clock.class).instant(),
                "x");
        assertThatThrownBy(() -> APP.bean(Scoped.class)
                        .transaction(
                                officer.exercising(Right.EDIT_LISTS, CatalogueAreas.placeOf(district("长宁区"))),
                                () -> APP.bean(ListStore.class).add(forged, officer.actorKey())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void the_desk_tells_mistakes_at_their_fields_and_keeps_what_was_typed() {
        Visitor sun = Visitor.staff("sun");
        String list = "/desk/lists/310115000000/certificate-ban";
        HttpResponse<String> answer = sun.post(
                list + "/entries/new",
                list + "/entries/new",
                Map.of("number", "950", "name_zh", "居住\"><b>证明", "clause", "第一条"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"instead_zh-error\"", "id=\"law-error\"", "居住&#34;>&lt;b>证明")
                .doesNotContain("居住\"><b>");
        assertThat(sun.get("/desk/lists/310106000000/seal").statusCode()).isEqualTo(404);
        assertThat(sun.get("/desk/lists/310115000000/nothing").statusCode()).isEqualTo(404);
        assertThat(sun.get("/desk/lists/310115014000/seal").statusCode()).isEqualTo(404);
        HttpResponse<String> noDay = Visitor.staff("zhou")
                .post(list, list + "/publish", Map.of("version", "", "from", "2026-02-30", "seen", "0"));
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(noDay.body()).contains("href=\"#version\"", "href=\"#from\"", "href=\"#source\"");
    }
}
