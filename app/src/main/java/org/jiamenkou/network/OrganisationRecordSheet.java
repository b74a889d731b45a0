package org.jiamenkou.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.access.SheetKind;
import org.jiamenkou.access.SheetPlan;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.RecordTable;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Organisations of subdistricts and committees by sheet; one is known by its area, kind and name. */
@Component
class OrganisationRecordSheet implements SheetKind {
    private static final List<String> FIELDS = RecordTable.ORGANISATIONS.fields().stream()
            .map(RecordTable.Column::name)
            .toList();
    /** The code set of each kind's types; kinds that are not here take the codes of their departments. */
    private static final Map<String, String> TYPES = Map.of(
            "CENTRE",
            "centre-kind",
            "OPERATOR",
            "operator-kind",
            "HUB",
            "hub-organisation-kind",
            "PARTY",
            "party-level");

    private final RecordStore store;
    private final Records records;
    private final SheetAreas areas;
    private final SheetChoices choices;
    private final Ids ids;

    OrganisationRecordSheet(RecordStore store, Records records, SheetAreas areas, SheetChoices choices, Ids ids) {
        this.store = store;
        this.records = records;
        this.areas = areas;
        this.choices = choices;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "organisations";
    }

    @Override
    public Right right() {
        return Right.EDIT_ORGANISATIONS;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public SheetForm form() {
        List<String> kinds =
                Arrays.stream(Organisation.Kind.values()).map(Enum::name).toList();
        return new SheetForm(
                "network.sheet.organisations",
                List.of(
                        SheetColumn.text("area").must(),
                        SheetColumn.choice("kind", choices.ofMessages("network.organisationKind", kinds))
                                .must(),
                        SheetColumn.text("type").must(),
                        SheetColumn.text("name_zh").must().atMost(60),
                        SheetColumn.text("name_en"),
                        SheetColumn.choices("lines", choices.ofSet("functional-line")),
                        SheetColumn.text("address_zh"),
                        SheetColumn.text("address_en"),
                        SheetColumn.text("phone").atMost(30),
                        SheetColumn.text("source")));
    }

    private record Named(UUID area, String kind, String name) {}

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        Map<String, Division> places = areas.places(actor, right());
        Map<Named, Fields> stored = new HashMap<>();
        for (Fields one : store.list(RecordTable.ORGANISATIONS, areas.subdistricts(actor, right()))) {
            if (actor.may(right(), one.place())) {
                stored.put(named(one), one);
            }
        }
        PlanBuilder plan = new PlanBuilder();
        Set<Named> met = new HashSet<>();
        for (SheetRow row : rows) {
            Division place = places.get(row.getText("area").replace(" ", ""));
            if (place == null) {
                plan.problem(row, "area", "network.sheet.unknownCommittee");
                continue;
            }
            Named name = new Named(place.id().value(), row.getText("kind"), row.getText("name_zh"));
            if (isWrong(plan, row, met.add(name))) {
                continue;
            }
            Fields before = stored.get(name);
            Map<String, String> wanted = PlanBuilder.wanted(row, before, FIELDS);
            if (before != null) {
                plan.change(row, name.name(), before, wanted);
            } else {
                UUID id = ids.next();
                plan.add(
                        row,
                        name.name(),
                        new RecordStore.Fresh(new Fields(place.place(), id, id, 0, wanted), List.of()));
            }
        }
        return plan.done(() -> {
            records.add(actor, RecordTable.ORGANISATIONS, plan.fresh);
            records.change(actor, RecordTable.ORGANISATIONS, plan.edits);
        });
    }

    private boolean isWrong(PlanBuilder plan, SheetRow row, boolean first) {
        int before = plan.problems.count();
        if (!first) {
            plan.problem(row, "name_zh", "network.sheet.twice");
        }
        String types = TYPES.get(row.getText("kind"));
        boolean known = types == null
                || choices.ofSet(types).stream().anyMatch(one -> one.code().equals(row.text("type")));
        if (!known) {
            plan.problem(row, "type", "network.sheet.unknownType");
        }
        if (row.text("address_en") != null && row.text("address_zh") == null) {
            plan.problem(row, "address_zh", "network.field.chineseFirst");
        }
        return plan.problems.count() > before;
    }

    private static Named named(Fields one) {
        return new Named(
                one.place().areaId(),
                Objects.requireNonNullElse(one.text("kind"), ""),
                Objects.requireNonNullElse(one.text("name_zh"), ""));
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        SheetForm form = form();
        List<@Nullable String[]> rows = new ArrayList<>();
        for (Fields one : store.list(RecordTable.ORGANISATIONS, areas.subdistricts(actor, right()))) {
            if (actor.may(right(), one.place())) {
                @Nullable String[] row = new @Nullable String[form.columns().size()];
                row[0] = areas.get(one.place().areaId()).code();
                for (String field : FIELDS) {
                    row[form.indexOf(field)] = one.text(field);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
