package org.jiamenkou.access;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.DeviceWanted.Read;
import org.jiamenkou.platform.sheets.SheetColumn;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.SheetProblems;
import org.jiamenkou.platform.sheets.SheetRow;
import org.jiamenkou.platform.text.PublicCode;
import org.jiamenkou.platform.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Devices by sheet, known by the number on their sticker: rename, change use, move. Devices are made by pairing alone and
 * taken out of service one by one, so a sheet does neither.
 */
@Component
class DeviceSheet implements SheetKind {
    private static final String CODE = "code";
    private static final String STATE = "state";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final DeviceUpkeep upkeep;
    private final MeantDevicePlaces places;
    private final Messages messages;

    DeviceSheet(DeviceUpkeep upkeep, MeantDevicePlaces places, Messages messages) {
        this.upkeep = upkeep;
        this.places = places;
        this.messages = messages;
    }

    @Override
    public String code() {
        return "devices";
    }

    @Override
    public Right right() {
        return Right.MANAGE_DEVICES;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public SheetForm form() {
        return new SheetForm(
                "access.sheet.devices",
                List.of(
                        SheetColumn.text(CODE).must().atMost(8),
                        SheetColumn.choice(
                                "kind",
                                Arrays.stream(DeviceKind.values())
                                        .map(kind -> choice(kind.name(), kind.messageKey()))
                                        .toList()),
                        SheetColumn.text("name").atMost(60),
                        SheetColumn.text("place").atMost(60),
                        SheetColumn.choice(
                                STATE,
                                List.of(
                                        choice("active", "access.sheet.devices.state.active"),
                                        choice("revoked", "access.device.state.revoked"))),
                        SheetColumn.text("last_seen")));
    }

    private SheetColumn.Choice choice(String code, String key) {
        return new SheetColumn.Choice(code, messages.both(key));
    }

    /** What the sheet would do, as it is read row by row. */
    private static final class Plan {
        final SheetProblems problems = new SheetProblems();
        final List<DeviceUpkeep.Edit> edits = new ArrayList<>();
        final List<SheetPlan.RowChange> first = new ArrayList<>();
        final StringBuilder seen = new StringBuilder();
        int unchanged;

        void problem(SheetRow row, String column, SheetProblem.Says says) {
            problems.add(row.problem(column, says));
        }
    }

    @Override
    public SheetPlan plan(Actor actor, List<SheetRow> rows) {
        Map<String, DeviceUpkeep.Line> stored = new HashMap<>();
        upkeep.listAll(actor, true)
                .forEach(line -> stored.put(line.paired().device().code(), line));
        Plan plan = new Plan();
        Set<String> met = new HashSet<>();
        for (SheetRow row : rows) {
            String code = PublicCode.normalise(row.getText(CODE));
            DeviceUpkeep.Line line = stored.get(code);
            if (line == null) {
                plan.problem(row, CODE, SheetProblem.Says.of("access.sheet.devices.unknown"));
            } else if (!met.add(code)) {
                plan.problem(row, CODE, SheetProblem.Says.of("access.sheet.devices.twice"));
            } else {
                read(actor, plan, row, line);
            }
        }
        if (plan.problems.count() > 0) {
            return SheetPlan.refused(plan.problems.listed());
        }
        return new SheetPlan(
                List.of(),
                new SheetPlan.Counts(0, plan.edits.size(), plan.unchanged),
                plan.first,
                SheetPlan.stampOf(plan.seen),
                plan.edits.isEmpty()
                        ? null
                        : plan.edits.getFirst().before().device().place(),
                () -> write(plan.edits));
    }

    private void read(Actor actor, Plan plan, SheetRow row, DeviceUpkeep.Line line) {
        Device before = line.paired().device();
        String state = line.paired().active() ? "active" : "revoked";
        if (row.text(STATE) != null && !state.equals(row.text(STATE))) {
            plan.problem(row, STATE, SheetProblem.Says.of("access.sheet.devices.stateOnPage"));
            return;
        }
        String[] was = values(line);
        DeviceWanted wanted = new DeviceWanted(
                new DeviceWanted.Kind(given(row, "kind", was[1])),
                new DeviceWanted.Name(given(row, "name", was[2])),
                new DeviceWanted.Where(given(row, "place", was[3])));
        boolean same = wanted.kind().code().equals(was[1])
                && wanted.name().text().equals(was[2])
                && wanted.place().words().equals(was[3]);
        plan.seen.append(before.id()).append(line.paired().version());
        if (same) {
            plan.unchanged++;
            return;
        }
        if (!line.paired().active()) {
            plan.problem(row, CODE, SheetProblem.Says.of("access.device.refusal.alreadyRevoked"));
            return;
        }
        switch (places.read(actor, wanted)) {
            case Read.Bad(DeviceRefusal why) ->
                plan.problem(row, columnOf(why), SheetProblem.Says.of(why.messageKey(), texts(why)));
            case Read.Good good -> {
                Device after = DeviceUpkeep.with(before, good);
                if (DeviceUpkeep.differences(before, after).isEmpty()) {
                    plan.unchanged++;
                } else {
                    plan.edits.add(new DeviceUpkeep.Edit(line.paired(), after));
                    show(plan, row, was, wanted);
                }
            }
        }
    }

    private static String given(SheetRow row, String column, String otherwise) {
        String text = row.has(column) ? row.text(column) : null;
        return text == null ? otherwise : text;
    }

    private static String columnOf(DeviceRefusal why) {
        return why.field().startsWith("kind") ? "kind" : why.field();
    }

    private static String[] texts(DeviceRefusal why) {
        return Arrays.stream(why.args()).map(String::valueOf).toArray(String[]::new);
    }

    private static void show(Plan plan, SheetRow row, String[] was, DeviceWanted wanted) {
        if (plan.first.size() >= SheetPlan.MOST_SHOWN) {
            return;
        }
        List<SheetPlan.Field> fields = new ArrayList<>();
        String[] now = {
            was[0], wanted.kind().code(), wanted.name().text(), wanted.place().words()
        };
        List<String> columns = List.of(CODE, "kind", "name", "place");
        for (int i = 1; i < columns.size(); i++) {
            if (!was[i].equals(now[i])) {
                fields.add(new SheetPlan.Field(columns.get(i), new SheetPlan.Was(was[i]), new SheetPlan.Now(now[i])));
            }
        }
        plan.first.add(new SheetPlan.RowChange(row.number(), was[0], false, fields));
    }

    private void write(List<DeviceUpkeep.Edit> edits) {
        for (DeviceUpkeep.Edit edit : edits) {
            if (!(upkeep.write(edit, edit.before().version()) instanceof DeviceOutcome.Done)) {
                throw new ChangedMeanwhileException();
            }
        }
    }

    @Override
    public List<@Nullable String[]> export(Actor actor) {
        List<@Nullable String[]> rows = new ArrayList<>();
        for (DeviceUpkeep.Line line : upkeep.listAll(actor, true)) {
            String[] known = values(line);
            rows.add(new @Nullable String[] {
                known[0],
                known[1],
                known[2],
                known[3],
                line.paired().active() ? "active" : "revoked",
                Optional.ofNullable(line.paired().lastSeenAt())
                        .map(MINUTES::format)
                        .orElse(null)
            });
        }
        return rows;
    }

    /** Code, kind, name and place as they stand in a sheet. */
    private static String[] values(DeviceUpkeep.Line line) {
        Device device = line.paired().device();
        return new String[] {
            device.code(),
            device.kind().name(),
            device.name(),
            Objects.requireNonNullElse(device.stationCode(), line.areaCode())
        };
    }
}
