package org.jiamenkou.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.ChangedMeanwhileException;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Scoped;
import org.jspecify.annotations.Nullable;
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
            Optional<YearEdition> current = current(year);
            if (current.isEmpty()) {
                return new Outcome.YearNotLoaded(year);
            }
            if (isAlreadySo(edit)) {
                return new Outcome.Edited(current.get());
            }
            if (current.get().edition() != edit.expectedEdition()) {
                return new Outcome.ChangedMeanwhile(year);
            }
            return new Outcome.Edited(save(edit, current.get(), Scoped.current().actorKey()));
        });
    }

    /** A second press of the button, or the same wish of two people, makes no second edition. */
    private boolean isAlreadySo(DayEdit edit) {
        return days.listCurrentDays().contains(new AnnouncedDay(edit.day(), edit.kind(), edit.name()));
    }

    /** Every edition of every year, newest first; for who may edit. */
    public List<YearEdition> listEditions(Actor actor) {
        return scoped.read(actor.exercisingEverywhere(Right.EDIT_CALENDAR), days::listAll);
    }

    /**
     * The whole table of a year anew, in the running transaction.
     *
     * @param seen the edition that was looked at, null for a year that had none
     * @throws ChangedMeanwhileException when somebody made a newer one in between
     */
    void replaceYear(int year, @Nullable YearEdition seen, String source, List<AnnouncedDay> table) {
        days.lockYear(year);
        if (!Objects.equals(seen, current(year).orElse(null))) {
            throw new ChangedMeanwhileException();
        }
        add(
                new YearEdition(
                        year,
                        seen == null ? 1 : seen.edition() + 1,
                        source,
                        Scoped.current().actorKey(),
                        clock.instant()),
                table);
        audit.record(new Audit.Entry(
                "calendar.year-replaced", "year", String.valueOf(year), null, Set.of("kind", "name", "source")));
    }

    private Optional<YearEdition> current(int year) {
        return days.listCurrent().stream().filter(one -> one.year() == year).findFirst();
    }

    private void add(YearEdition edition, List<AnnouncedDay> table) {
        days.addEdition(edition, table);
        changes.publish(new Change("calendar", "YearEdited", String.valueOf(edition.year()), null));
    }

    private YearEdition save(DayEdit edit, YearEdition before, String by) {
        List<AnnouncedDay> table = new ArrayList<>(days.listCurrentDays().stream()
                .filter(one ->
                        one.day().getYear() == before.year() && !one.day().equals(edit.day()))
                .toList());
        table.add(new AnnouncedDay(edit.day(), edit.kind(), edit.name()));
        YearEdition next = new YearEdition(before.year(), before.edition() + 1, edit.source(), by, clock.instant());
        add(next, table);
        audit.record(
                new Audit.Entry("calendar.day-edited", "day", edit.day().toString(), null, Set.of("kind", "name")));
        return next;
    }
}
