package org.jiamenkou.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Service;

/** Edits of the table of days: each makes a new edition of the year and keeps the old ones. */
@Service
public class DayEdits {
    private final Scoped scoped;
    private final DayStore days;
    private final Audit audit;
    private final Changes changes;
    private final Clock clock;

    DayEdits(Scoped scoped, DayStore days, Audit audit, Changes changes, Clock clock) {
        this.scoped = scoped;
        this.days = days;
        this.audit = audit;
        this.changes = changes;
        this.clock = clock;
    }

    /** How an edit ended. */
    public sealed interface Outcome {
        record Edited(YearEdition edition) implements Outcome {}

        /** The year has no notice yet; a single day cannot stand for it. */
        record YearNotLoaded(int year) implements Outcome {}

        /** Somebody else made a newer edition in between. */
        record ChangedMeanwhile(int year) implements Outcome {}
    }

    /** @param expectedEdition the edition of the year the editor saw; @param source the notice that says so */
    public record DayEdit(LocalDate day, DayKind kind, String name, int expectedEdition, String source) {}

    /** Needs {@link Right#EDIT_CALENDAR} for the whole city. */
    public Outcome edit(Actor actor, DayEdit edit) {
        int year = edit.day().getYear();
        return scoped.transaction(actor.exercisingEverywhere(Right.EDIT_CALENDAR), () -> {
            days.lockYear(year);
            Optional<YearEdition> current = days.listCurrent().stream()
                    .filter(one -> one.year() == year)
                    .findFirst();
            if (current.isEmpty()) {
                return new Outcome.YearNotLoaded(year);
            }
            if (current.get().edition() != edit.expectedEdition()) {
                return new Outcome.ChangedMeanwhile(year);
            }
            return new Outcome.Edited(save(edit, current.get(), Scoped.current().actorKey()));
        });
    }

    private YearEdition save(DayEdit edit, YearEdition before, String by) {
        List<AnnouncedDay> table = new ArrayList<>(days.listCurrentDays().stream()
                .filter(one ->
                        one.day().getYear() == before.year() && !one.day().equals(edit.day()))
                .toList());
        table.add(new AnnouncedDay(edit.day(), edit.kind(), edit.name()));
        YearEdition next = new YearEdition(before.year(), before.edition() + 1, edit.source(), by, clock.instant());
        days.addEdition(next, table);
        audit.record(
                new Audit.Entry("calendar.day-edited", "day", edit.day().toString(), null, Set.of("kind", "name")));
        changes.publish(new Change("calendar", "YearEdited", String.valueOf(before.year()), null));
        return next;
    }
}
