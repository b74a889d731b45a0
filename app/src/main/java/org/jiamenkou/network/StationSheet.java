package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
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
import org.jiamenkou.network.rules.StationFieldRules;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.RecordTable;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.text.PublicCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stations by sheet. A row with a code is that station; without one it is the station of that name in that committee, or a
 * new one, which is given a code.
 */
@Component
class StationSheet implements SheetKind {
    static final List<String> FIELDS =
            RecordTable.STATIONS.fields().stream().map(RecordTable.Column::name).toList();
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PHONE = 30;

    private final RecordStore store;
    private final Records records;
    private final SheetAreas areas;
    private final SheetChoices choices;
    private final Ids ids;
    private final Clock clock;

    StationSheet(RecordStore store, Records records, SheetAreas areas, SheetChoices choices, Ids ids, Clock clock) {
        this.store = store;
        this.records = records;
        this.areas = areas;
        this.choices = choices;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "stations";
    }

    @Override
    public Right right() {
        return Right.EDIT_STATIONS;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public SheetForm form() {
        List<String> systems =
                Arrays.stream(CoordinateSystem.values()).map(Enum::name).toList();
        return new SheetForm(
                "network.sheet.stations",
                List.of(
                        SheetColumn.text("code").atMost(8),
                        SheetColumn.text("committee").must(),
                        SheetColumn.text("name_zh").must().atMost(LONGEST_NAME),
                        SheetColumn.text("name_en"),
                        SheetColumn.choice("type", choices.ofSet("station-type"))
                                .must(),
                        SheetColumn.choice("size", choices.ofSet("station-size")),
                        SheetColumn.choice("template", choices.ofSet("station-template")),
                        SheetColumn.text("address_zh"),
                        SheetColumn.text("address_en"),
                        SheetColumn.of("longitude", SheetColumn.Type.DECIMAL),
                        SheetColumn.of("latitude", SheetColumn.Type.DECIMAL),
                        SheetColumn.choice(
                                "coordinate_system", choices.ofMessages("network.coordinateSystem", systems)),
                        SheetColumn.text("phone").atMost(LONGEST_PHONE),
                        SheetColumn.of("step_free", SheetColumn.Type.YES_NO),
                        SheetColumn.choice("operator_kind", choices.ofSet("operator-kind")),
                        SheetColumn.choice("premises_source", choices.ofSet("premises-source")),
                        SheetColumn.text("premises_contract"),
                        SheetColumn.of("premises_until", SheetColumn.Type.DATE)));
    }

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        return new Planning(actor).plan(rows);
    }

    /** The stored stations that a sheet may speak of, and what it says of them. */
    private final class Planning {
        private final Actor actor;
        private final PlanBuilder plan = new PlanBuilder();
        private final Map<String, Division> places;
        private final Map<String, Fields> byCode = new HashMap<>();
        private final Map<String, Fields> byName = new HashMap<>();
        private final SheetAreas.Codes codes;
        private final Set<Object> met = new HashSet<>();

        Planning(Actor actor) {
            this.actor = actor;
            this.places = areas.places(actor, right());
            List<UUID> subdistricts = areas.subdistricts(actor, right());
            Map<UUID, String> codeOf = store.codesById(subdistricts);
            for (Fields one : store.list(RecordTable.STATIONS, subdistricts)) {
                if (actor.may(right(), one.place())) {
                    byCode.put(codeOf.getOrDefault(one.id(), ""), one);
                    byName.put(nameKey(one.place().areaId(), one.text("name_zh")), one);
                }
            }
            this.codes = new SheetAreas.Codes(store.listCodes(subdistricts));
        }

        private static String nameKey(UUID area, @Nullable String name) {
            return area + " " + name;
        }

        SheetPlan plan(List<SheetRow> rows) {
            rows.forEach(this::take);
            return plan.done(this::write);
        }

        private void take(SheetRow row) {
            Division place = places.get(row.getText("committee").replace(" ", ""));
            if (place == null) {
                plan.problem(row, "committee", "network.sheet.unknownCommittee");
                return;
            }
            Fields stored = stored(row, place);
            if (stored == null && row.text("code") != null) {
                plan.problem(row, "code", "network.sheet.unknownStation");
                return;
            }
            if (stored != null && !stored.place().areaId().equals(place.id().value())) {
                plan.problem(row, "committee", "network.sheet.otherCommittee");
                return;
            }
            Map<String, String> wanted = PlanBuilder.wanted(row, stored, FIELDS);
            List<StationFieldRules.Mistake> mistakes = StationFieldRules.mistakes(wanted);
            mistakes.forEach(mistake -> plan.problem(row, mistake.field(), mistake.messageKey()));
            Object key = stored != null ? stored.id() : nameKey(place.id().value(), wanted.get("name_zh"));
            if (!met.add(key)) {
                plan.problem(row, "name_zh", "network.sheet.twice");
            } else if (mistakes.isEmpty() && stored != null) {
                plan.change(row, row.getText("name_zh"), stored, wanted);
            } else if (mistakes.isEmpty()) {
                plan.add(row, row.getText("name_zh"), fresh(place, wanted));
            }
        }

        private @Nullable Fields stored(SheetRow row, Division place) {
            String code = row.text("code");
            return code == null
                    ? byName.get(nameKey(place.id().value(), row.getText("name_zh")))
                    : byCode.get(PublicCode.normalise(code));
        }

        private RecordStore.Fresh fresh(Division place, Map<String, String> values) {
            UUID id = ids.next();
            UUID subdistrict = Objects.requireNonNull(place.subdistrictId());
            String code = codes.next(subdistrict, areas.prefix(subdistrict).orElseThrow());
            return new RecordStore.Fresh(
                    new Fields(new Place(place.id().value(), subdistrict), id, id, 0, values),
                    Arrays.asList(code, "no", LocalDate.now(clock).toString()));
        }

        private void write() {
            records.add(actor, RecordTable.STATIONS, plan.fresh);
            store.serveOwnCommittee(
                    plan.fresh.stream().map(RecordStore.Fresh::record).toList());
            records.change(actor, RecordTable.STATIONS, plan.edits);
        }
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        SheetForm form = form();
        List<UUID> subdistricts = areas.subdistricts(actor, right());
        Map<UUID, String> codeOf = store.codesById(subdistricts);
        List<@Nullable String[]> rows = new ArrayList<>();
        for (Fields one : store.list(RecordTable.STATIONS, subdistricts)) {
            if (actor.may(right(), one.place())) {
                @Nullable String[] row = new @Nullable String[form.columns().size()];
                row[0] = codeOf.get(one.id());
                row[1] = areas.get(one.place().areaId()).code();
                for (String field : FIELDS) {
                    row[form.indexOf(field)] = one.text(field);
                }
                rows.add(row);
            }
        }
        rows.sort(java.util.Comparator.comparing(row -> String.valueOf(row[0])));
        return rows;
    }
}
