package org.jiamenkou.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jiamenkou.access.Audit;
import org.jiamenkou.network.rules.DivisionCodes;
import org.jiamenkou.network.rules.DivisionDifferences;
import org.jiamenkou.network.rules.DivisionSheet;
import org.jiamenkou.network.rules.Sheet;
import org.jiamenkou.network.store.DivisionStore;
import org.jiamenkou.network.store.EditionStore;
import org.jiamenkou.network.store.RowWriter;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.text.LocalText;
import org.springframework.stereotype.Service;

/**
 * Newer editions of the divisions: proposed as a difference list, confirmed before they count. Old codes keep resolving;
 * stations and whatever else refers to a division keep referring to it. The scope must reach everywhere: a system actor
 * for the command, or somebody exercising {@code IMPORT_DIVISIONS} for the city.
 */
@Service
public class DivisionEditions {
    private final Scoped scoped;
    private final Divisions divisions;
    private final DivisionStore divisionStore;
    private final EditionStore store;
    private final RowWriter writer;
    private final CommitteeStations stations;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    DivisionEditions(
            Scoped scoped,
            Divisions divisions,
            DivisionStore divisionStore,
            EditionStore store,
            RowWriter writer,
            CommitteeStations stations,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.divisions = divisions;
        this.divisionStore = divisionStore;
        this.store = store;
        this.writer = writer;
        this.stations = stations;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the edition and its difference list; nothing counts before {@link #confirm}. */
    public EditionAnswer propose(Scope scope, DivisionList list) {
        List<String> bad = badCodes(list);
        if (!bad.isEmpty()) {
            return new EditionAnswer.BadRows(bad);
        }
        Map<String, String> held = held();
        List<DivisionDifference> differences = DivisionDifferences.between(held, list, NetworkWords.nameForms());
        UUID edition = ids.next();
        return scoped.transaction(scope, () -> {
            if (store.isKnown(list.title().name())) {
                return new EditionAnswer.NameTaken(list.title().name());
            }
            writer.write(rows(edition, list, differences));
            audit.record(new Audit.Entry(
                    "divisions.propose", "network.division_editions", edition.toString(), null, Set.of("edition")));
            return new EditionAnswer.Proposed(edition, differences);
        });
    }

    private Map<String, String> held() {
        Map<String, String> held = new TreeMap<>();
        for (DivisionKind kind : List.of(DivisionKind.DISTRICT, DivisionKind.SUBDISTRICT, DivisionKind.COMMITTEE)) {
            divisions.list(kind).forEach(one -> held.put(one.code(), one.name().zh()));
        }
        return held;
    }

    private List<String> badCodes(DivisionList list) {
        Set<String> codes = new HashSet<>();
        List<String> bad = new ArrayList<>();
        for (DivisionList.Row row : list.rows()) {
            boolean wellFormed =
                    row.code().matches("31[0-9]{10}") && !row.code().equals(DivisionCodes.CITY);
            if (!wellFormed || row.name().value().isBlank() || !codes.add(row.code())) {
                bad.add(row.code());
            }
        }
        for (String code : codes) {
            String parent = DivisionCodes.parentOf(code);
            if (!parent.equals(DivisionCodes.CITY) && !codes.contains(parent)) {
                bad.add(code);
            }
        }
        for (DivisionList.Succession one : list.successions()) {
            if (divisions.find(one.from().code()).isEmpty()) {
                bad.add(one.from().code());
            }
            if (!codes.contains(one.to().code())) {
                bad.add(one.to().code());
            }
        }
        return bad;
    }

    private Sheet rows(UUID edition, DivisionList list, List<DivisionDifference> differences) {
        Sheet sheet = new Sheet();
        sheet.add(Sheet.Table.division_editions)
                .set("id", edition)
                .set("name", list.title().name())
                .set("source", list.title().source().value())
                .set("as_of", list.asOf())
                .set("state", "PROPOSED")
                .set("base_stamp", divisionStore.stamp())
                .set("proposed_at", clock.instant().toString());
        for (DivisionList.Row row : list.rows()) {
            sheet.add(Sheet.Table.division_edition_rows)
                    .set("edition_id", edition)
                    .set("code", row.code())
                    .set("kind", DivisionSheet.kindOf(row.code()))
                    .set("name", row.name().value())
                    .set("parent_code", DivisionCodes.parentOf(row.code()));
        }
        int position = 0;
        for (DivisionDifference difference : differences) {
            sheet.add(Sheet.Table.division_differences)
                    .set("id", ids.next())
                    .set("edition_id", edition)
                    .set("position", position++)
                    .set("kind", difference.kind().name())
                    .set("old_codes", difference.oldCodes())
                    .set("new_codes", difference.newCodes())
                    .set("old_names", difference.oldNames())
                    .set("new_names", difference.newNames())
                    .set("inferred", difference.inferred());
        }
        return sheet;
    }

    public List<DivisionDifference> listDifferences(Scope scope, UUID edition) {
        return scoped.read(scope, () -> store.listDifferences(edition));
    }

    /** Makes a proposed edition count, all of it or nothing. */
    public EditionAnswer confirm(Scope scope, UUID edition) {
        Map<String, UUID> known = knownIds();
        return scoped.transaction(scope, () -> {
            Optional<EditionStore.Edition> found = store.lock(edition);
            if (found.isEmpty() || !found.get().state().equals("PROPOSED")) {
                return new EditionAnswer.NotProposed(edition);
            }
            if (found.get().baseStamp() != divisionStore.stamp()) {
                return new EditionAnswer.OutOfDate(edition);
            }
            List<DivisionDifference> differences = store.listDifferences(edition);
            apply(found.get(), known, differences);
            stations.open();
            store.markConfirmed(edition, clock.instant());
            divisionStore.raiseStamp();
            audit.record(new Audit.Entry(
                    "divisions.confirm", "network.division_editions", edition.toString(), null, Set.of("edition")));
            changes.publish(new Change("network", "DivisionEditionConfirmed", edition.toString(), null));
            return new EditionAnswer.Confirmed(edition, differences.size());
        });
    }

    private Map<String, UUID> knownIds() {
        Map<String, UUID> known = new HashMap<>();
        for (DivisionKind kind : DivisionKind.values()) {
            divisions.list(kind).forEach(one -> known.put(one.code(), one.id().value()));
        }
        return known;
    }

    private void apply(EditionStore.Edition edition, Map<String, UUID> known, List<DivisionDifference> differences) {
        Map<String, String> names = new HashMap<>();
        store.listRows(edition.id()).forEach(row -> names.put(row.code(), row.name()));
        Map<String, UUID> idsByCode = new HashMap<>(known);
        Sheet sheet = new Sheet();
        for (DivisionDifference difference : differences) {
            switch (difference.kind()) {
                case RENAMED -> rename(edition, idsByCode, difference);
                case RECODED -> recode(sheet, edition, idsByCode, difference);
                case REMOVED, SPLIT, MERGED -> retire(edition, idsByCode, names, difference);
                case ADDED -> {}
            }
        }
        Set<String> come = new HashSet<>(names.keySet());
        come.removeAll(idsByCode.keySet());
        DivisionSheet added =
                new DivisionSheet(sheet, NetworkWords.nameForms(), idsByCode, ids::next, store.countPrefixes());
        List<DivisionList.Row> rows = come.stream()
                .map(code -> new DivisionList.Row(code, new DivisionList.Name(nameOf(names, code))))
                .toList();
        for (DivisionList.Row row : DivisionSheet.parentsFirst(rows)) {
            DivisionSheet.Particulars with =
                    new DivisionSheet.Particulars(LocalText.of(row.name().value()), List.of(), false);
            idsByCode.put(
                    row.code(), added.add(row.code(), with, new DivisionSheet.Edition(edition.id(), edition.asOf())));
        }
        succeed(sheet, edition, idsByCode, differences);
        writer.write(sheet);
    }

    private static String nameOf(Map<String, String> names, String code) {
        return names.getOrDefault(code, code);
    }

    private void rename(EditionStore.Edition edition, Map<String, UUID> known, DivisionDifference difference) {
        UUID id = known.get(difference.oldCodes().getFirst());
        if (id != null) {
            store.rename(id, difference.newNames().getFirst(), edition.asOf());
        }
    }

    /** The same division goes on under another code. */
    private void recode(
            Sheet sheet, EditionStore.Edition edition, Map<String, UUID> known, DivisionDifference difference) {
        String old = difference.oldCodes().getFirst();
        UUID id = known.get(old);
        if (id == null) {
            return;
        }
        store.retireCode(old, edition.asOf());
        if (!difference.oldNames().equals(difference.newNames())) {
            store.rename(id, difference.newNames().getFirst(), edition.asOf());
        }
        String now = difference.newCodes().getFirst();
        known.put(now, id);
        sheet.add(Sheet.Table.division_codes)
                .set("code", now)
                .set("division_id", id)
                .set("edition_id", edition.id())
                .set("valid_from", edition.asOf());
    }

    /** A division that goes on in the edition under its own code is not retired by giving a part away. */
    private void retire(
            EditionStore.Edition edition,
            Map<String, UUID> known,
            Map<String, String> names,
            DivisionDifference difference) {
        for (String old : difference.oldCodes()) {
            UUID id = known.get(old);
            if (id != null && !names.containsKey(old)) {
                store.retire(id, edition.asOf());
                store.retireCode(old, edition.asOf());
            }
        }
    }

    private static void succeed(
            Sheet sheet, EditionStore.Edition edition, Map<String, UUID> known, List<DivisionDifference> differences) {
        for (DivisionDifference difference : differences) {
            if (difference.kind() == DivisionDifference.Kind.SPLIT
                    || difference.kind() == DivisionDifference.Kind.MERGED) {
                for (String old : difference.oldCodes()) {
                    for (String now : difference.newCodes()) {
                        if (!old.equals(now)) {
                            sheet.add(Sheet.Table.division_successions)
                                    .set("from_id", known.get(old))
                                    .set("to_id", known.get(now))
                                    .set("edition_id", edition.id());
                        }
                    }
                }
            }
        }
    }
}
