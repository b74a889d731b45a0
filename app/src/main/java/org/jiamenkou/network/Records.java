package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.network.store.RecordHistoryStore;
import org.jiamenkou.network.store.RecordStore;
import org.jiamenkou.network.store.RecordTable;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.springframework.stereotype.Component;

/** Writes records by sets, each change with its line of history, one change for each batch. Runs in the caller's transaction. */
@Component
class Records {
    private final RecordStore store;
    private final RecordHistoryStore history;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    Records(RecordStore store, RecordHistoryStore history, Changes changes, Ids ids, Clock clock) {
        this.store = store;
        this.history = history;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param was as read, with the version it had */
    record Edit(Fields was, Map<String, String> now) {}

    void add(Actor actor, RecordTable table, List<RecordStore.Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        store.insert(table, fresh);
        Map<UUID, List<Fields>> byOwner = new HashMap<>();
        for (RecordStore.Fresh one : fresh) {
            byOwner.computeIfAbsent(one.record().owner(), owner -> new ArrayList<>())
                    .add(one.record());
        }
        List<RecordHistoryStore.NewEdit> edits = new ArrayList<>();
        byOwner.values()
                .forEach(some -> edits.add(edit(table, some.getFirst(), "", null, String.valueOf(some.size()))));
        history.add(edits, by(actor), clock.instant());
        publish(table, fresh.getFirst().record());
    }

    void change(Actor actor, RecordTable table, List<Edit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        int written = store.update(
                table, edits.stream().map(edit -> edit.was().with(edit.now())).toList());
        if (written != edits.size()) {
            throw new ChangedMeanwhileException();
        }
        List<RecordHistoryStore.NewEdit> lines = new ArrayList<>();
        for (Edit edit : edits) {
            for (Fields.Difference one : differences(edit.was().values(), edit.now())) {
                lines.add(edit(
                        table, edit.was(), one.field(), one.was(), one.now().text()));
            }
        }
        history.add(lines, by(actor), clock.instant());
        publish(table, edits.getFirst().was());
    }

    void end(Actor actor, RecordTable table, Fields record) {
        LocalDate today = LocalDate.now(clock);
        if (!store.end(table, record, today)) {
            throw new ChangedMeanwhileException();
        }
        history.add(List.of(edit(table, record, table.ended(), null, today.toString())), by(actor), clock.instant());
        publish(table, record);
    }

    static List<Fields.Difference> differences(Map<String, String> was, Map<String, String> now) {
        TreeSet<String> fields = new TreeSet<>(was.keySet());
        fields.addAll(now.keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(was.get(field), now.get(field)))
                .map(field -> new Fields.Difference(field, was.get(field), new Fields.Now(now.get(field))))
                .toList();
    }

    private RecordHistoryStore.NewEdit edit(
            RecordTable table,
            Fields of,
            String field,
            @org.jspecify.annotations.Nullable String was,
            @org.jspecify.annotations.Nullable String now) {
        return new RecordHistoryStore.NewEdit(
                ids.next(),
                of.place(),
                new RecordHistoryStore.Of(kind(table), of.id(), new RecordHistoryStore.Owner(of.owner())),
                field,
                was,
                new RecordEdit.Now(now));
    }

    private static RecordEdit.Kind kind(RecordTable table) {
        return switch (table) {
            case STATIONS -> RecordEdit.Kind.STATION;
            case ROOMS -> RecordEdit.Kind.ROOM;
            case ORGANISATIONS -> RecordEdit.Kind.ORGANISATION;
        };
    }

    private static RecordHistoryStore.By by(Actor actor) {
        return new RecordHistoryStore.By(actor.actorKey(), new RecordEdit.ByWhom(actor.name()));
    }

    private void publish(RecordTable table, Fields first) {
        String kind = switch (table) {
            case STATIONS -> "StationsChanged";
            case ROOMS -> "RoomsChanged";
            case ORGANISATIONS -> "OrganisationsChanged";
        };
        changes.publish(new Change(
                "network", kind, first.owner().toString(), first.place().subdistrictId()));
    }
}
