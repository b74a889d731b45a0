package org.jiamenkou.duty;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.duty.store.NoteStore;
import org.jiamenkou.network.Station;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Service;

/** The hand-over book of a station (交接本): written at the end of a shift, taken over by the next, closed when done. */
@Service
public class HandoverBook {
    public static final int LONGEST = 1000;

    private final Scoped scoped;
    private final NoteStore store;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    HandoverBook(Scoped scoped, NoteStore store, Audit audit, Ids ids, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    public List<HandoverNote> list(Actor actor, Station station) {
        return scoped.read(actor, () -> store.list(station.id(), clock.getZone()));
    }

    /** False when there are no words, or too many. */
    public boolean write(Actor actor, Station station, String words) {
        String text = words.strip();
        Scope scope = scope(actor, station);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST) {
            return false;
        }
        scoped.transaction(scope, () -> {
            UUID id = ids.next();
            store.add(
                    station.id(),
                    station.place(),
                    new HandoverNote(id, text, actor.name(), LocalDateTime.now(clock), null, false),
                    hand(actor));
            audit.record(entry(station, "handover.written", id));
        });
        return true;
    }

    public void acknowledge(Actor actor, Station station, UUID note) {
        scoped.transaction(scope(actor, station), () -> {
            store.acknowledge(station.id(), note, hand(actor));
            audit.record(entry(station, "handover.taken-over", note));
        });
    }

    public void close(Actor actor, Station station, UUID note) {
        scoped.transaction(scope(actor, station), () -> {
            store.close(station.id(), note, hand(actor));
            audit.record(entry(station, "handover.closed", note));
        });
    }

    private static Scope scope(Actor actor, Station station) {
        return actor.exercising(Right.ISSUE_TICKETS, station.place());
    }

    private NoteStore.Hand hand(Actor actor) {
        return new NoteStore.Hand(actor.actorKey(), actor.name(), clock.instant());
    }

    private static Audit.Entry entry(Station station, String action, UUID note) {
        return new Audit.Entry(action, "duty.notes", note.toString(), station.place(), Set.of("words"));
    }
}
