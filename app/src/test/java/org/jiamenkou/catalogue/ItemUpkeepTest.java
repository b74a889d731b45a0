package org.jiamenkou.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestApp;
import org.jiamenkou.Visitor;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.catalogue.rules.ItemFieldReader;
import org.jiamenkou.catalogue.rules.ItemFields;
import org.jiamenkou.platform.database.Areas;
import org.junit.jupiter.api.Test;

/** Writing guides at the desk: every part of a guide, drafts, two editors, functional lines, publishing. */
class ItemUpkeepTest {
    private static final TestApp APP = TestApp.shared();
    private static final ItemUpkeep UPKEEP = APP.bean(ItemUpkeep.class);
    private static final Actor CHEN = officer("陈");
    private static final Actor LI = officer("李");

    private static Actor officer(String name, String... lines) {
        return new Actor(UUID.randomUUID(), name, Map.of(Right.EDIT_ITEMS, new Areas.Everywhere()), Set.of(lines));
    }

    private static ItemUpkeep.Kept kept(String slug) {
        return UPKEEP.find(CHEN, slug).orElseThrow();
    }

    private static ItemUpkeep.Typed typed(ItemUpkeep.Kept opened, Map<ItemField, String> changes) {
        Map<ItemField, String> fields = new EnumMap<>(ItemField.class);
        fields.putAll(opened.fields());
        fields.putAll(changes);
        return new ItemUpkeep.Typed(opened.slug(), fields, new ItemUpkeep.Seen(opened.seen()), Set.of(), null);
    }

    private static ItemUpkeep.Typed publishing(ItemUpkeep.Typed typed) {
        return new ItemUpkeep.Typed(
                typed.slug(), typed.fields(), typed.seen(), typed.fromTheirs(), LocalDate.now(APP.bean(Clock.class)));
    }

    @Test
    void every_item_reads_back_from_its_fields_as_it_was() {
        for (ServiceItem item : APP.bean(Items.class).listAll()) {
            ItemFieldReader.Read read = ItemFieldReader.read(ItemFields.of(item.content()));
            assertThat(read.problems()).as(item.slug()).isEmpty();
            assertThat(ItemFields.of(java.util.Objects.requireNonNull(read.item())))
                    .as(item.slug())
                    .isEqualTo(ItemFields.of(item.content()));
        }
    }

    @Test
    void the_second_of_two_editors_is_told_who_saved_and_loses_nothing() {
        ItemUpkeep.Kept opened = kept("long-prescription");
        assertThat(UPKEEP.save(CHEN, typed(opened, Map.of(ItemField.SUMMARY_ZH, "陈写的", ItemField.ENQUIRY_ZH, "陈的电话"))))
                .isInstanceOf(ItemOutcome.Saved.class);
        ItemOutcome second =
                UPKEEP.save(LI, typed(opened, Map.of(ItemField.SUMMARY_ZH, "李写的", ItemField.AUDIENCE_ZH, "李的对象")));
        assertThat(second).isInstanceOf(ItemOutcome.ChangedMeanwhile.class);
        ItemOutcome.ChangedMeanwhile changed = (ItemOutcome.ChangedMeanwhile) second;
        assertThat(changed.other()).extracting("name").isEqualTo("陈");
        assertThat(changed.merge().conflicts()).singleElement().satisfies(one -> {
            assertThat(one.field()).isEqualTo(ItemField.SUMMARY_ZH);
            assertThat(one.theirs().text()).isEqualTo("陈写的");
            assertThat(one.mine().text()).isEqualTo("李写的");
        });
        assertThat(changed.merge().taken()).containsExactly(ItemField.ENQUIRY_ZH);
        assertThat(changed.merge().fields())
                .containsEntry(ItemField.SUMMARY_ZH, "李写的")
                .containsEntry(ItemField.ENQUIRY_ZH, "陈的电话")
                .containsEntry(ItemField.AUDIENCE_ZH, "李的对象");
        assertThat(kept("long-prescription").fields()).containsEntry(ItemField.SUMMARY_ZH, "陈写的");
        ItemOutcome merged = UPKEEP.save(
                LI,
                new ItemUpkeep.Typed(
                        "long-prescription",
                        changed.merge().fields(),
                        new ItemUpkeep.Seen(changed.seen()),
                        Set.of(ItemField.SUMMARY_ZH),
                        null));
        assertThat(merged).isInstanceOf(ItemOutcome.Saved.class);
        assertThat(kept("long-prescription").fields())
                .containsEntry(ItemField.SUMMARY_ZH, "陈写的")
                .containsEntry(ItemField.AUDIENCE_ZH, "李的对象");
    }

    @Test
    void a_published_edition_stands_on_the_public_page_and_compares_with_the_one_before() {
        ItemUpkeep.Kept opened = kept("residence-permit");
        ItemOutcome outcome = UPKEEP.save(CHEN, publishing(typed(opened, Map.of(ItemField.SUMMARY_ZH, "一句新的简介"))));
        assertThat(outcome).isEqualTo(new ItemOutcome.Published(opened.version() + 1));
        assertThat(Visitor.anonymous().get("/services/residence-permit").body()).contains("一句新的简介");
        assertThat(UPKEEP.compare(kept("residence-permit"), opened.version(), opened.version() + 1))
                .singleElement()
                .satisfies(one -> assertThat(one.field()).isEqualTo(ItemField.SUMMARY_ZH));
        assertThat(kept("residence-permit").draft()).isEmpty();
    }

    @Test
    void a_limit_without_a_unit_a_missing_basis_and_an_unknown_code_are_refused_at_their_fields() {
        ItemUpkeep.Kept opened = kept("disability-certificate");
        ItemOutcome outcome = UPKEEP.save(
                CHEN, publishing(typed(opened, Map.of(ItemField.PROMISED_AMOUNT, "5", ItemField.PROMISED_UNIT, ""))));
        assertThat(fieldsOf(outcome)).contains(ItemField.PROMISED_UNIT);
        outcome = UPKEEP.save(
                CHEN,
                publishing(typed(
                        opened, Map.of(ItemField.BASIS, "", ItemField.SOURCE, "x", ItemField.SCENE, "no-such-scene"))));
        assertThat(fieldsOf(outcome)).contains(ItemField.BASIS, ItemField.SCENE);
        assertThat(kept("disability-certificate").saved()).isEmpty();
    }

    private static java.util.List<ItemField> fieldsOf(ItemOutcome outcome) {
        assertThat(outcome).isInstanceOf(ItemOutcome.Wrong.class);
        return ((ItemOutcome.Wrong) outcome)
                .problems().stream().map(FieldProblem::field).toList();
    }

    @Test
    void an_officer_of_another_line_changes_nothing() {
        ItemUpkeep.Kept opened = kept("disability-certificate");
        ItemOutcome outcome =
                UPKEEP.save(officer("别的条线", "no-such-line"), typed(opened, Map.of(ItemField.SUMMARY_ZH, "x")));
        assertThat(fieldsOf(outcome)).contains(ItemField.LINE);
        assertThat(kept("disability-certificate").saved()).isEmpty();
    }

    @Test
    void the_form_keeps_what_was_typed_beside_the_mistake() {
        Map<String, String> sent = new LinkedHashMap<>();
        kept("disability-certificate").fields().forEach((field, value) -> {
            if (!value.isEmpty() && field.kind() != ItemField.Kind.CHOICES) {
                sent.put(field.key(), value);
            }
        });
        sent.put("promisedAmount", "soon");
        sent.put("then", "publish");
        sent.put("from", LocalDate.now(APP.bean(Clock.class)).toString());
        var answer = Visitor.staff("zhou")
                .post("/desk/items/disability-certificate/edit", "/desk/items/disability-certificate/edit", sent);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("value=\"soon\"", "href=\"#promisedAmount\"");
    }
}
