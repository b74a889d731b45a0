package org.jiamenkou.network;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.rules.StationFieldRules;
import org.jiamenkou.network.store.RecordHistoryStore;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.RecordTable;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.sheets.SheetForm;
import org.jiamenkou.platform.sheets.SheetProblem;
import org.jiamenkou.platform.sheets.TypedForm;
import org.springframework.stereotype.Service;

/** A station's own fields by page (right {@code EDIT_STATIONS}), with their history; published as {@code StationsChanged}. */
@Service
public class StationRecords {
    private final Scoped scoped;
    private final RecordStore store;
    private final RecordHistoryStore history;
    private final Records records;
    private final StationSheet sheet;
    private final Audit audit;
    private final Clock clock;

    StationRecords(
            Scoped scoped,
            RecordStore store,
            RecordHistoryStore history,
            Records records,
            StationSheet sheet,
            Audit audit,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.history = history;
        this.records = records;
        this.sheet = sheet;
        this.audit = audit;
        this.clock = clock;
    }

    /** The fields of a page, with the values that may be chosen today. */
    public SheetForm form(Actor actor) {
        SheetForm all = scoped.read(actor, sheet::form);
        return new SheetForm(
                all.name(),
                all.columns().stream()
                        .filter(column -> StationSheet.FIELDS.contains(column.key()))
                        .toList());
    }

    public Fields get(Actor actor, Station station) {
        return scoped.read(actor, () -> stored(station));
    }

    private Fields stored(Station station) {
        return store.listOf(RecordTable.STATIONS, List.of(station.id().id())).stream()
                .filter(one -> Objects.equals(one.place(), station.place()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Saves what was typed.
     *
     * @param opened the fields as the editor saw them, with their version
     * @param typed by field; an empty text means not known
     */
    public RecordChange change(Actor actor, Station station, Fields opened, Map<String, String> typed) {
        Scope scope = actor.exercising(Right.EDIT_STATIONS, station.place());
        SheetForm form = form(actor);
        TypedForm.Answer read = TypedForm.read(form, typed);
        Map<String, SheetProblem.Says> mistakes = new HashMap<>(read.mistakes());
        for (StationFieldRules.Mistake one : StationFieldRules.mistakes(read.values())) {
            mistakes.putIfAbsent(one.field(), SheetProblem.Says.of(one.messageKey()));
        }
        if (!mistakes.isEmpty()) {
            return new RecordChange.Wrong(mistakes);
        }
        try {
            return scoped.transaction(scope, () -> saved(actor, station, opened, read.values()));
        } catch (ChangedMeanwhileException meanwhile) {
            Fields now = get(actor, station);
            return new RecordChange.ChangedMeanwhile(now, Records.differences(opened.values(), now.values()));
        }
    }

    private RecordChange saved(Actor actor, Station station, Fields opened, Map<String, String> values) {
        Fields stored = stored(station);
        if (stored.version() != opened.version()) {
            throw new ChangedMeanwhileException();
        }
        List<Fields.Difference> differences = Records.differences(stored.values(), values);
        Set<String> fields = new TreeSet<>();
        differences.forEach(one -> fields.add(one.field()));
        if (!differences.isEmpty()) {
            records.change(actor, RecordTable.STATIONS, List.of(new Records.Edit(stored, values)));
        }
        audit.record(new Audit.Entry(
                "station.edit", "network.stations", station.id().id().toString(), station.place(), fields));
        return new RecordChange.Saved();
    }

    /** Who changed which field, the latest first. */
    public List<RecordEdit> listHistory(Actor actor, Station station) {
        return scoped.read(
                actor,
                () -> history.list(station.id().subdistrictId(), station.id().id(), clock.getZone()));
    }
}
