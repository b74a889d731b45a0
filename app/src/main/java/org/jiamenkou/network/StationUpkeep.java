package org.jiamenkou.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Audit;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.HoursOutcome;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.network.rules.RegularHours;
import org.jiamenkou.network.store.StationEditStore;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.web.Idempotency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Staff keep their own station's entry true: hours and the person responsible. Each edit checks the right at the
 * station's place, is audited, and published as {@code StationHoursChanged} or {@code StationResponsibleChanged}.
 */
@Service
public class StationUpkeep {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 30;

    private final Scoped scoped;
    private final StationEditStore store;
    private final Schedules schedules;
    private final Idempotency idempotency;
    private final Audit audit;
    private final Changes changes;
    private final Ids ids;
    private final Clock clock;

    StationUpkeep(
            Scoped scoped,
            StationEditStore store,
            Schedules schedules,
            Idempotency idempotency,
            Audit audit,
            Changes changes,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.schedules = schedules;
        this.idempotency = idempotency;
        this.audit = audit;
        this.changes = changes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who edits which station, as they saw it.
     *
     * @param expectedVersion of the schedule when hours are edited (0 where there was none), else of the station
     * @param key the form's idempotency key
     */
    public record Edit(Actor actor, Station station, int expectedVersion, String key) {}

    /** Rolls the transaction back, the used key with it, so that a corrected form may be sent again. */
    private static final class Refusal extends RuntimeException {
        private final transient StationChange change;

        Refusal(StationChange change) {
            super(change.messageKey(), null, false, false);
            this.change = change;
        }
    }

    /** Replaces the week. @throws org.jiamenkou.platform.web.AccessRefusedException without the right there */
    public StationChange changeHours(Edit edit, List<OpeningLine> week) {
        Scope scope =
                edit.actor().exercising(Right.EDIT_STATION_HOURS, edit.station().place());
        return once(scope, edit, () -> {
            Station station = edit.station();
            ScheduleId schedule = station.schedule();
            if (schedule == null) {
                schedule = schedules.create(station.place(), week);
            } else {
                require(schedules.changeWeek(scope, calendarEdit(schedule, edit), week));
            }
            store.setHours(station, schedule.value(), RegularHours.opensShort(week));
            record(edit, StationEdit.What.HOURS, null);
        });
    }

    /** Adds an exception with its reason; it wins over the week. */
    public StationChange addException(Edit edit, OpeningException exception) {
        Scope scope =
                edit.actor().exercising(Right.EDIT_STATION_HOURS, edit.station().place());
        return once(scope, edit, () -> {
            ScheduleId schedule = edit.station().schedule();
            if (schedule == null) {
                schedule = schedules.create(edit.station().place(), List.of());
                store.setHours(edit.station(), schedule.value(), false);
                require(schedules.addException(
                        scope, new Schedules.Edit(schedule, edit.station().place(), 1), exception));
            } else {
                require(schedules.addException(scope, calendarEdit(schedule, edit), exception));
            }
            record(edit, StationEdit.What.EXCEPTION, exception.reason().zh());
        });
    }

    public StationChange removeException(Edit edit, UUID exception) {
        Scope scope =
                edit.actor().exercising(Right.EDIT_STATION_HOURS, edit.station().place());
        return once(scope, edit, () -> {
            ScheduleId schedule = edit.station().schedule();
            if (schedule != null) {
                require(schedules.removeException(scope, calendarEdit(schedule, edit), exception));
                record(edit, StationEdit.What.EXCEPTION, null);
            }
        });
    }

    private static Schedules.Edit calendarEdit(ScheduleId schedule, Edit edit) {
        return new Schedules.Edit(schedule, edit.station().place(), edit.expectedVersion());
    }

    private static void require(HoursOutcome outcome) {
        switch (outcome) {
            case HoursOutcome.Saved saved -> {}
            case HoursOutcome.ChangedMeanwhile() -> throw new Refusal(new StationChange.ChangedMeanwhile());
            case HoursOutcome.Overlapping refused -> throw new Refusal(new StationChange.HoursRefused(refused));
            case HoursOutcome.InThePast refused -> throw new Refusal(new StationChange.HoursRefused(refused));
            case HoursOutcome.BeyondLoadedYears refused -> throw new Refusal(new StationChange.HoursRefused(refused));
        }
    }

    /**
     * Who is responsible and who stands in.
     *
     * @param responsible a post of the station; null for nobody
     * @param person entered instead of choosing a post; becomes the person responsible
     */
    public record Choice(
            @Nullable UUID responsible,
            @Nullable UUID bRole,
            @Nullable Person person) {}

    public record Person(String name, @Nullable Phone workPhone) {}

    public record Phone(String number) {}

    public StationChange changeResponsible(Edit edit, Choice choice) {
        Scope scope = edit.actor()
                .exercising(Right.EDIT_STATION_RESPONSIBLE, edit.station().place());
        return once(scope, edit, () -> {
            List<Post> posts = store.listPosts(edit.station());
            UUID responsible = choice.person() == null
                    ? known(posts, choice.responsible())
                    : added(edit.station(), choice.person());
            UUID bRole = known(posts, choice.bRole());
            if (samePerson(posts, responsible, bRole)) {
                throw new Refusal(new StationChange.OnePersonForBoth());
            }
            if (!store.setResponsible(edit.station(), edit.expectedVersion(), responsible, bRole)) {
                throw new Refusal(new StationChange.ChangedMeanwhile());
            }
            record(edit, StationEdit.What.RESPONSIBLE, null);
        });
    }

    private static @Nullable UUID known(List<Post> posts, @Nullable UUID wanted) {
        if (wanted != null && posts.stream().noneMatch(post -> post.postId().equals(wanted))) {
            throw new Refusal(new StationChange.UnknownPost());
        }
        return wanted;
    }

    private static boolean samePerson(List<Post> posts, @Nullable UUID one, @Nullable UUID other) {
        return one != null
                && staff(posts, one).equals(staff(posts, other))
                && staff(posts, one).isPresent();
    }

    private static Optional<UUID> staff(List<Post> posts, @Nullable UUID post) {
        return posts.stream()
                .filter(one -> one.postId().equals(post))
                .map(Post::staffId)
                .findFirst();
    }

    private UUID added(Station station, Person person) {
        String name = person.name().strip();
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST_NAME || length > LONGEST_NAME) {
            throw new Refusal(new StationChange.NameMissing());
        }
        UUID post = ids.next();
        Phone phone = person.workPhone();
        store.addPerson(
                station,
                new StationEditStore.NewPerson(ids.next(), post, name, phone == null ? null : phone.number()),
                LocalDate.now(clock));
        return post;
    }

    private StationChange once(Scope scope, Edit edit, Runnable write) {
        try {
            scoped.transaction(scope, (Supplier<String>) () -> idempotency.once(edit.key(), () -> {
                write.run();
                return "/desk/stations/" + edit.station().code();
            }));
            return new StationChange.Saved();
        } catch (Refusal refusal) {
            return refusal.change;
        }
    }

    private void record(Edit edit, StationEdit.What what, @Nullable String detail) {
        Station station = edit.station();
        String subject = station.id().id().toString();
        boolean responsible = what == StationEdit.What.RESPONSIBLE;
        store.addEdit(
                station,
                new StationEditStore.NewEdit(
                        ids.next(), clock.instant(), edit.actor().name(), what, detail));
        audit.record(new Audit.Entry(
                responsible ? "station.responsible.edit" : "station.hours.edit",
                "network.stations",
                subject,
                station.place(),
                responsible
                        ? Set.of("responsible_post_id", "b_role_post_id")
                        : Set.of(what == StationEdit.What.HOURS ? "week" : "exceptions")));
        changes.publish(new Change(
                "network",
                responsible ? "StationResponsibleChanged" : "StationHoursChanged",
                subject,
                station.id().subdistrictId()));
    }

    /** The week as it stands, for the editor. */
    public Optional<Schedule> findSchedule(Station station) {
        return station.schedule() == null ? Optional.empty() : schedules.findSchedule(station.schedule());
    }

    /** Posts of the station, also those not on its public board. */
    public List<Post> listPosts(Actor actor, Station station) {
        return scoped.read(actor, () -> store.listPosts(station));
    }

    /** The latest edits first. */
    public List<StationEdit> listHistory(Actor actor, Station station) {
        return scoped.read(actor, () -> store.listEdits(station, clock.getZone()));
    }

    /** Ids of stations for which nobody is named. */
    public Set<UUID> listWithoutResponsible(Actor actor) {
        return scoped.read(actor, store::listWithoutResponsible);
    }
}
