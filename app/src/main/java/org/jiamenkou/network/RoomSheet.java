package org.jiamenkou.network;

import java.util.ArrayList;
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
import org.jiamenkou.platform.text.PublicCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rooms by sheet; a room is known by its station's code and its number there. */
@Component
class RoomSheet implements SheetKind {
    private static final List<String> FIELDS =
            RecordTable.ROOMS.fields().stream().map(RecordTable.Column::name).toList();
    private static final int MOST_SQUARE_METRES = 100_000;

    private final RecordStore store;
    private final Records records;
    private final SheetAreas areas;
    private final SheetChoices choices;
    private final Ids ids;

    RoomSheet(RecordStore store, Records records, SheetAreas areas, SheetChoices choices, Ids ids) {
        this.store = store;
        this.records = records;
        this.areas = areas;
        this.choices = choices;
        this.ids = ids;
    }

    @Override
    public String code() {
        return "rooms";
    }

    @Override
    public Right right() {
        return Right.EDIT_STATIONS;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public SheetForm form() {
        return new SheetForm(
                "network.sheet.rooms",
                List.of(
                        SheetColumn.text("station").must().atMost(8),
                        SheetColumn.of("position", SheetColumn.Type.WHOLE).must(),
                        SheetColumn.choice("purpose", choices.ofSet("room-purpose"))
                                .must(),
                        SheetColumn.text("name_zh"),
                        SheetColumn.text("name_en"),
                        SheetColumn.of("square_metres", SheetColumn.Type.WHOLE),
                        SheetColumn.of("resident_use", SheetColumn.Type.YES_NO)));
    }

    private record Spot(UUID station, int position) {}

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        List<UUID> subdistricts = areas.subdistricts(actor, right());
        Map<UUID, String> codeOf = store.codesById(subdistricts);
        Map<String, Fields> stations = new HashMap<>();
        for (Fields one : store.list(RecordTable.STATIONS, subdistricts)) {
            if (actor.may(right(), one.place())) {
                stations.put(codeOf.getOrDefault(one.id(), ""), one);
            }
        }
        Map<Spot, Fields> stored = new HashMap<>();
        for (Fields room : store.list(RecordTable.ROOMS, subdistricts)) {
            stored.put(spot(room), room);
        }
        PlanBuilder plan = new PlanBuilder();
        Set<Spot> met = new HashSet<>();
        Map<String, Boolean> forResidents = new HashMap<>();
        for (SheetRow row : rows) {
            Fields station = stations.get(PublicCode.normalise(row.getText("station")));
            if (station == null) {
                plan.problem(row, "station", "network.sheet.unknownStation");
                continue;
            }
            Spot spot = new Spot(station.id(), Integer.parseInt(row.getText("position")));
            if (isWrong(plan, row, met.add(spot))) {
                continue;
            }
            Fields room = stored.get(spot);
            Map<String, String> wanted = PlanBuilder.wanted(row, room, FIELDS);
            wanted.computeIfAbsent(
                    "resident_use",
                    field -> forResidents.computeIfAbsent(row.getText("purpose"), choices::isForResidents)
                            ? "yes"
                            : "no");
            String name = row.getText("station") + " " + spot.position();
            if (room != null) {
                plan.change(row, name, room, wanted);
            } else {
                plan.add(
                        row,
                        name,
                        new RecordStore.Fresh(
                                new Fields(station.place(), ids.next(), station.id(), 0, wanted), List.of()));
            }
        }
        return plan.done(() -> {
            records.add(actor, RecordTable.ROOMS, plan.fresh);
            records.change(actor, RecordTable.ROOMS, plan.edits);
        });
    }

    private static boolean isWrong(PlanBuilder plan, SheetRow row, boolean first) {
        int before = plan.problems.count();
        if (!first) {
            plan.problem(row, "position", "network.sheet.twice");
        }
        if (Objects.requireNonNull(row.whole("position")) < 0) {
            plan.problem(row, "position", "network.field.negative");
        }
        Integer metres = row.whole("square_metres");
        if (metres != null && (metres < 1 || metres > MOST_SQUARE_METRES)) {
            plan.problem(row, "square_metres", "network.field.squareMetres");
        }
        if (row.text("name_en") != null && row.text("name_zh") == null) {
            plan.problem(row, "name_zh", "network.field.chineseFirst");
        }
        return plan.problems.count() > before;
    }

    private static Spot spot(Fields room) {
        return new Spot(room.owner(), Integer.parseInt(Objects.requireNonNull(room.text("position"))));
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        SheetForm form = form();
        List<UUID> subdistricts = areas.subdistricts(actor, right());
        Map<UUID, String> codeOf = store.codesById(subdistricts);
        List<@Nullable String[]> rows = new ArrayList<>();
        for (Fields room : store.list(RecordTable.ROOMS, subdistricts)) {
            if (actor.may(right(), room.place()) && codeOf.containsKey(room.owner())) {
                @Nullable String[] row = new @Nullable String[form.columns().size()];
                row[0] = codeOf.get(room.owner());
                for (String field : FIELDS) {
                    row[form.indexOf(field)] = room.text(field);
                }
                rows.add(row);
            }
        }
        rows.sort(java.util.Comparator.comparing((@Nullable String[] row) -> String.valueOf(row[0]))
                .thenComparing(row -> Integer.valueOf(String.valueOf(row[1]))));
        return rows;
    }
}
