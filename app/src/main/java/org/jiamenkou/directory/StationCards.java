package org.jiamenkou.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiamenkou.calendar.OpenState;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningPatterns;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.ScheduleId;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.catalogue.Way;
import org.jiamenkou.network.Divisions;
import org.jiamenkou.network.Station;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the public sees of a station now, in a handful of queries. */
@Service
public class StationCards {
    private static final int DAYS = 7;

    private final Offerings offerings;
    private final Schedules schedules;
    private final OpeningPatterns patterns;
    private final WorkingCalendars calendars;
    private final Divisions divisions;
    private final Clock clock;

    StationCards(
            Offerings offerings,
            Schedules schedules,
            OpeningPatterns patterns,
            WorkingCalendars calendars,
            Divisions divisions,
            Clock clock) {
        this.offerings = offerings;
        this.schedules = schedules;
        this.patterns = patterns;
        this.calendars = calendars;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** The station with its week and all it offers. */
    public StationCard of(Station station) {
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingCalendar calendar = calendars.current();
        List<Offering> offered = offerings.at(station);
        Set<ScheduleId> wanted = new HashSet<>();
        if (station.schedule() != null) {
            wanted.add(station.schedule());
        }
        offered.forEach(one -> one.ways().forEach(way -> {
            if (way.schedule() != null) {
                wanted.add(way.schedule());
            }
        }));
        Map<ScheduleId, Schedule> found = schedules.listSchedules(wanted);
        Schedule own = station.schedule() == null ? null : found.get(station.schedule());
        Moment moment = new Moment(calendar, now, found);
        Map<String, OpenState> ways = new HashMap<>();
        OpenState video = null;
        for (Offering one : offered) {
            for (Offering.OfferedWay way : one.ways()) {
                Schedule schedule = schedule(way, found);
                if (schedule != null) {
                    OpenState state = moment.state(schedule);
                    ways.put(one.slug() + " " + way.way().code(), state);
                    if (way.way() == Way.VIDEO && one.isAvailable() && (video == null || state.isOpen())) {
                        video = state;
                    }
                }
            }
        }
        return new StationCard(
                station,
                divisions.path(station.area()),
                moment.state(own),
                video,
                week(own, moment),
                offered,
                ways,
                now,
                moment.until);
    }

    /** States of many stations at once, for lists. Stations without known hours are {@code NotKnown}. */
    public Map<ScheduleId, OpenState> states(Collection<Station> stations) {
        Set<ScheduleId> wanted = new HashSet<>();
        stations.forEach(one -> {
            if (one.schedule() != null) {
                wanted.add(one.schedule());
            }
        });
        Map<ScheduleId, Schedule> found = schedules.listSchedules(wanted);
        Moment moment = new Moment(calendars.current(), LocalDateTime.now(clock), found);
        Map<ScheduleId, OpenState> states = new HashMap<>();
        found.forEach((id, schedule) -> states.put(id, moment.state(schedule)));
        return states;
    }

    /** The state of one schedule now, for centres; {@code NotKnown} without one. */
    public OpenState state(@Nullable ScheduleId id) {
        Map<ScheduleId, Schedule> found = id == null ? Map.of() : schedules.listSchedules(List.of(id));
        return new Moment(calendars.current(), LocalDateTime.now(clock), found)
                .state(id == null ? null : found.get(id));
    }

    /** The next midnight, for pages whose words hold for a day. */
    public LocalDateTime endOfDay() {
        return LocalDate.now(clock).plusDays(1).atStartOfDay();
    }

    /** The first full minute after now, for lists that show states. */
    public LocalDateTime soon() {
        return LocalDateTime.now(clock).plusMinutes(1).withSecond(0).withNano(0);
    }

    private @Nullable Schedule schedule(Offering.OfferedWay way, Map<ScheduleId, Schedule> found) {
        if (way.schedule() != null) {
            return found.get(way.schedule());
        }
        return way.pattern() == null ? null : patterns.schedule(way.pattern());
    }

    /** One moment; remembers when the first of the states asked for may change. */
    private static final class Moment {
        private final WorkingCalendar calendar;
        private final LocalDateTime now;
        private final Map<ScheduleId, OpenState> known = new HashMap<>();
        private LocalDateTime until;

        Moment(WorkingCalendar calendar, LocalDateTime now, Map<ScheduleId, Schedule> schedules) {
            this.calendar = calendar;
            this.now = now;
            this.until = now.toLocalDate().plusDays(1).atStartOfDay();
        }

        OpenState state(@Nullable Schedule schedule) {
            if (schedule == null || schedule.week().isEmpty()) {
                return new OpenState.NotKnown(OpenState.Reason.NO_HOURS);
            }
            return known.computeIfAbsent(schedule.id(), id -> {
                LocalDateTime change = schedule.nextChangeAfter(calendar, now);
                until = change.isBefore(until) ? change : until;
                return schedule.stateAt(calendar, now);
            });
        }
    }

    private static List<StationCard.Day> week(@Nullable Schedule schedule, Moment moment) {
        List<StationCard.Day> week = new ArrayList<>();
        if (schedule == null || schedule.week().isEmpty()) {
            return week;
        }
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = moment.now.toLocalDate().plusDays(i);
            if (!moment.calendar.knows(day)) {
                week.add(new StationCard.Day(day, null, List.of(), null));
                continue;
            }
            week.add(new StationCard.Day(
                    day,
                    moment.calendar.kindOf(day),
                    schedule.spansOn(moment.calendar, day),
                    schedule.exceptions().stream()
                            .filter(one -> one.covers(day))
                            .map(OpeningException::reason)
                            .findFirst()
                            .orElse(null)));
        }
        return week;
    }
}
