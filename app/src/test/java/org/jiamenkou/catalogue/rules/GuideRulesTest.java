package org.jiamenkou.catalogue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.catalogue.Guide;
import org.jiamenkou.catalogue.Guide.Limit;
import org.jiamenkou.catalogue.Guide.Unit;
import org.jiamenkou.catalogue.GuideRefusal;
import org.jiamenkou.catalogue.ItemContent;
import org.jiamenkou.catalogue.SampleItems;
import org.jiamenkou.catalogue.SampleItems.Change;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.Test;

class GuideRulesTest {
    private static final GuideRules.Words WORDS = new GuideRules.Words(List.of("其他材料", "规定的其他"), List.of("不收费"));
    private static final Set<Way> BOTH = Set.of(Way.STATION, Way.ONLINE);

    private static List<GuideRefusal> of(ItemContent item) {
        return GuideRules.refusals(item, WORDS);
    }

    private static Change change() {
        return new Change(null, null, null, null, null, null, null, null);
    }

    private static Guide visits(int visits) {
        return new Change(null, null, null, visits, null, null, null, null).apply();
    }

    @Test
    void a_guide_that_keeps_every_rule_may_be_published() {
        assertThat(of(SampleItems.item(change().apply()))).isEmpty();
    }

    @Test
    void a_wholly_online_item_may_not_demand_a_visit() {
        assertThat(of(SampleItems.item(visits(1), true, BOTH))).containsExactly(new GuideRefusal.OnlineButVisit(1));
        assertThat(of(SampleItems.item(visits(0), true, BOTH))).isEmpty();
    }

    @Test
    void a_wholly_online_item_may_not_demand_presence() {
        Guide guide =
                new Change(null, null, null, 0, null, null, new Guide.Presence(true, SampleItems.TEXT), null).apply();
        assertThat(of(SampleItems.item(guide, true, BOTH))).contains(new GuideRefusal.OnlineButPresence());
    }

    @Test
    void a_wholly_online_item_has_the_way_online_and_another_one() {
        assertThat(of(SampleItems.item(visits(0), true, Set.of(Way.STATION))))
                .contains(new GuideRefusal.OnlineWithoutWay(), new GuideRefusal.OnlineAddressMismatch());
        assertThat(of(SampleItems.item(visits(0), true, Set.of(Way.ONLINE))))
                .containsExactly(new GuideRefusal.OnlineOnly());
    }

    @Test
    void neither_conditions_nor_materials_may_be_a_catch_all() {
        LocalText condition = new LocalText("法律法规规定的其他条件", "Others");
        LocalText material = new LocalText("其他材料", "Others");
        Guide guide = new Change(
                        List.of(condition),
                        null,
                        null,
                        null,
                        null,
                        List.of(new Guide.Material(material, true, 0, null)),
                        null,
                        null)
                .apply();
        assertThat(of(SampleItems.item(guide)))
                .containsExactly(new GuideRefusal.CatchAll(condition.zh()), new GuideRefusal.CatchAll(material.zh()));
    }

    @Test
    void a_promise_may_not_be_longer_than_the_law_allows() {
        assertThat(limits(new Limit(20, Unit.WORKING_DAYS, null), new Limit(21, Unit.WORKING_DAYS, null)))
                .hasSize(1);
        assertThat(limits(new Limit(20, Unit.DAYS, null), new Limit(21, Unit.WORKING_DAYS, null)))
                .hasSize(1);
        assertThat(limits(new Limit(20, Unit.WORKING_DAYS, null), new Limit(28, Unit.DAYS, null)))
                .isEmpty();
        assertThat(limits(new Limit(20, Unit.WORKING_DAYS, null), new Limit(31, Unit.DAYS, null)))
                .hasSize(1);
        assertThat(limits(new Limit(1, Unit.DAYS, null), new Limit(30, Unit.MINUTES, null)))
                .isEmpty();
    }

    private static List<GuideRefusal> limits(Limit statutory, Limit promised) {
        return of(SampleItems.item(new Change(null, statutory, promised, null, null, null, null, null).apply()));
    }

    @Test
    void limits_are_more_than_nothing() {
        assertThat(limits(new Limit(20, Unit.DAYS, null), new Limit(0, Unit.DAYS, null)))
                .containsExactly(new GuideRefusal.LimitNotPositive(0));
    }

    @Test
    void presence_says_why_and_counts_a_visit() {
        Guide.Presence silent = new Guide.Presence(true, null);
        Guide.Presence said = new Guide.Presence(true, SampleItems.TEXT);
        assertThat(of(SampleItems.item(new Change(null, null, null, 1, null, null, silent, null).apply())))
                .containsExactly(new GuideRefusal.PresenceUnexplained());
        assertThat(of(SampleItems.item(new Change(null, null, null, 0, null, null, said, null).apply())))
                .containsExactly(new GuideRefusal.PresenceUnexplained());
    }

    @Test
    void what_is_free_says_so_and_there_is_a_step() {
        Guide.Fee silent = new Guide.Fee(false, SampleItems.TEXT, null);
        assertThat(of(SampleItems.item(new Change(null, null, null, null, silent, null, null, List.of()).apply())))
                .containsExactly(new GuideRefusal.NoStep(), new GuideRefusal.FreeButNotSaid());
    }

    @Test
    void codes_come_from_their_sets() {
        Map<String, Set<String>> known = Map.of("class", Set.of("life"), "line", Set.of("civil-affairs"));
        assertThat(GuideRules.codes(SampleItems.item("a", "government"), known))
                .containsExactly(new GuideRefusal.UnknownCode("class", "government"));
    }

    @Test
    void slugs_are_kebab_case_of_forty_characters_at_most() {
        assertThat(of(SampleItems.item("Residence Permit", "life"))).hasSize(1);
        assertThat(of(SampleItems.item("a".repeat(41), "life"))).hasSize(1);
        assertThat(of(SampleItems.item("a".repeat(40), "life"))).isEmpty();
    }
}
