package org.jiamenkou.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiamenkou.calendar.rules.HoursRules;
import org.jiamenkou.calendar.store.ScheduleStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.springframework.stereotype.Service;

/**
 * Opening schedules. Who owns a schedule (a station, an offering) decides the right and passes its scope; here the rules of
 * hours are kept, with history, in that scope's transaction.
 */
@Service
public class Schedules {
    private final Scoped scoped;
    private final ScheduleStore store;
    private final WorkingCalendars calendars;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    Schedules(Scoped scoped, ScheduleStore store, WorkingCalendars calendars, Changes changes, Ids ids, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.calendars = calendars;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    private static Scope reading() {
        return Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC;
    }

    public Map<ScheduleId, Schedule> listSchedules(Collection<ScheduleId> wanted) {
        return wanted.isEmpty() ? Map.of() : scoped.read(reading(), () -> store.list(wanted));
    }

    public Optional<Schedule> findSchedule(ScheduleId id) {
        return Optional.ofNullable(listSchedules(List.of(id)).get(id));
    }

    public List<DatedException> listExceptions(ScheduleId id) {
        return scoped.read(reading(), () -> store.listExceptions(id));
    }

    public List<HistoryEntry> listHistory(ScheduleId id) {
        return scoped.read(reading(), () -> store.listHistory(id, clock.getZone()));
    }

    /** Why a week would be refused, for checks before anything is written. */
    public static Optional<HoursOutcome> findRefusal(List<OpeningLine> week) {
        return HoursRules.refusal(week);
    }

    /** For first loads; runs inside the caller's transaction. The weeks must keep the rules of hours. */
    public void createAll(List<NewSchedule> schedules) {
        for (NewSchedule one : schedules) {
            HoursRules.refusal(one.week()).ifPresent(refusal -> {
                throw new IllegalArgumentException("the week of " + one.id() + " is refused: " + refusal);
            });
        }
        store.addAll(schedules);
    }

    /** Makes a schedule in the caller's scope; the week must keep the rules of hours. */
    public ScheduleId create(Place place, List<OpeningLine> week) {
        ScheduleId id = new ScheduleId(ids.next());
        createAll(List.of(new NewSchedule(id, place, week)));
        return id;
    }

    /** @param expectedVersion the version the editor saw */
    public record Edit(ScheduleId id, Place place, int expectedVersion) {}

    /**
     * Replaces the week.
     *
     * @param scope the scope in which the right to do so is exercised
     */
    public HoursOutcome changeWeek(Scope scope, Edit edit, List<OpeningLine> week) {
        Optional<HoursOutcome> refusal = HoursRules.refusal(week);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return scoped.transaction(scope, () -> changed(edit, () -> store.replaceLines(edit.id(), edit.place(), week)));
    }

    public HoursOutcome addException(Scope scope, Edit edit, OpeningException exception) {
        return scoped.transaction(scope, () -> {
            Optional<HoursOutcome> refusal = HoursRules.refusal(exception, calendars.current(), LocalDate.now(clock));
            return refusal.orElseGet(() -> changed(
                    edit,
                    () -> store.addException(
                            edit.id(), edit.place(), new DatedException(ids.next(), exception), clock.instant())));
        });
    }

    /** Removing one that is gone already is no failure: the wish is fulfilled. */
    public HoursOutcome removeException(Scope scope, Edit edit, UUID exception) {
        return scoped.transaction(scope, () -> changed(edit, () -> store.removeException(edit.id(), exception)));
    }

    private HoursOutcome changed(Edit edit, Runnable write) {
        Schedule before = store.list(List.of(edit.id())).get(edit.id());
        Optional<Integer> version = store.raiseVersion(edit.id(), edit.expectedVersion());
        if (before == null || version.isEmpty()) {
            return new HoursOutcome.ChangedMeanwhile();
        }
        write.run();
        store.addHistory(
                edit.id(),
                edit.place(),
                new HistoryEntry(
                        edit.expectedVersion(), Scoped.current().actorKey(), LocalDateTime.now(clock), words(before)),
                clock.getZone());
        changes.publish(new Change(
                "calendar",
                "ScheduleChanged",
                edit.id().value().toString(),
                edit.place().subdistrictId()));
        return new HoursOutcome.Saved(version.get());
    }

    private static String words(Schedule schedule) {
        String week = schedule.week().stream()
                .map(line -> line.dayKind().code() + " " + line.weekdays().size() + "/7 "
                        + line.span().text() + " " + line.shift().code())
                .collect(Collectors.joining("\n"));
        String exceptions = schedule.exceptions().stream()
                .map(one -> one.from() + " " + one.to() + " "
                        + one.spans().stream().map(Span::text).collect(Collectors.joining(",")) + " "
                        + one.reason().zh())
                .collect(Collectors.joining("\n"));
        return exceptions.isEmpty() ? week : week + "\n" + exceptions;
    }
}
