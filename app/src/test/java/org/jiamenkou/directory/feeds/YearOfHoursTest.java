package org.jiamenkou.directory.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.jiamenkou.TestApp;
import org.jiamenkou.calendar.DatedException;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.Schedule;
import org.jiamenkou.calendar.Schedules;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.calendar.WorkingCalendar;
import org.jiamenkou.calendar.WorkingCalendars;
import org.jiamenkou.catalogue.Offering;
import org.jiamenkou.catalogue.Offerings;
import org.jiamenkou.directory.hsds.HsdsIds;
import org.jiamenkou.network.Station;
import org.jiamenkou.network.Stations;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A year by quarter-hours: our model, our calendar feed as another library expands it, and our HSDS rows say the same of every
 * pattern of hours in the network, with holidays, make-up working days and exceptions.
 */
class YearOfHoursTest {
    private static final TestApp APP = TestApp.shared();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar DAYS = APP.bean(WorkingCalendars.class).current();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int YEAR = 365;
    private static final int QUARTERS = 96;
    private static final SystemScope TEST = new SystemScope("test.hours");

    private static Schedule scheduleOf(Station station) {
        return APP.bean(Schedules.class)
                .findSchedule(java.util.Objects.requireNonNull(station.schedule()))
                .orElseThrow();
    }

    /** One station for each week that some station keeps. */
    private static List<Station> oneOfEachWeek() {
        Set<Object> weeks = new HashSet<>();
        List<Station> chosen = new ArrayList<>();
        List<Station> known = APP.bean(Stations.class).listAll().stream()
                .filter(station -> station.schedule() != null)
                .toList();
        var found = APP.bean(Schedules.class)
                .listSchedules(known.stream().map(Station::schedule).toList());
        for (Station station : known) {
            Schedule schedule = found.get(station.schedule());
            if (schedule != null && !schedule.week().isEmpty() && weeks.add(schedule.week())) {
                chosen.add(station);
            }
        }
        return chosen;
    }

    private static BitSet model(Schedule schedule) {
        BitSet open = new BitSet();
        for (int i = 0; i < YEAR * QUARTERS; i++) {
            LocalDateTime moment = FIRST.atStartOfDay().plusMinutes(15L * i);
            open.set(i, schedule.stateAt(DAYS, moment).isOpen());
        }
        return open;
    }

    private static void open(BitSet open, LocalDateTime from, LocalDateTime to) {
        long start = ChronoUnit.MINUTES.between(FIRST.atStartOfDay(), from);
        long end = ChronoUnit.MINUTES.between(FIRST.atStartOfDay(), to);
        for (long quarter = Math.max(0, Math.ceilDiv(start, 15L));
                quarter * 15 < end && quarter < YEAR * QUARTERS;
                quarter++) {
            open.set((int) quarter);
        }
    }

    private static String get(String path) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(APP.url() + path)).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BitSet feed(Station station) throws IOException, ParserException {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        String text = get("/stations/" + station.code() + "/hours.ics");
        assertThat(text).contains("示例");
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        BitSet open = new BitSet();
        Period<ZonedDateTime> year = new Period<>(
                FIRST.minusDays(1).atStartOfDay(SHANGHAI), FIRST.plusDays(YEAR).atStartOfDay(SHANGHAI));
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            for (Period<ZonedDateTime> one : event.<ZonedDateTime>calculateRecurrenceSet(year)) {
                open(open, local(one.getStart()), local(one.getEnd()));
            }
        }
        return open;
    }

    private static LocalDateTime local(Temporal moment) {
        return ZonedDateTime.from(moment).withZoneSameInstant(SHANGHAI).toLocalDateTime();
    }

    private static BitSet hsds(Station station) {
        Offering offering = APP.bean(Offerings.class).at(station).stream()
                .filter(Offering::isAvailable)
                .findFirst()
                .orElseThrow();
        JsonNode answer = JsonMapper.shared()
                .readTree(get("/hsds/service_at_locations/" + HsdsIds.of(station.id(), offering.item())));
        BitSet open = new BitSet();
        for (JsonNode row : answer.get("location").path("schedules")) {
            LocalDate until = LocalDate.parse(row.get("until").asString());
            String days = row.path("byday").asString("");
            for (LocalDate day = LocalDate.parse(row.get("dtstart").asString());
                    !day.isAfter(until);
                    day = day.plusDays(1)) {
                if (days.isEmpty() || days.contains(day.getDayOfWeek().name().substring(0, 2))) {
                    open(
                            open,
                            at(day, row.get("opens_at").asString()),
                            at(day, row.get("closes_at").asString()));
                }
            }
        }
        return open;
    }

    private static LocalDateTime at(LocalDate day, String clock) {
        return clock.equals("24:00:00") ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.parse(clock));
    }

    private static void assertSameYear(Station station) throws IOException, ParserException {
        BitSet model = model(scheduleOf(station));
        assertThat(model.cardinality()).isGreaterThan(1000);
        assertThat(feed(station)).as("feed of " + station.code()).isEqualTo(model);
        assertThat(hsds(station)).as("HSDS rows of " + station.code()).isEqualTo(model);
    }

    @Test
    void every_week_of_the_network_is_the_same_in_model_feed_and_rows() throws IOException, ParserException {
        List<Station> chosen = oneOfEachWeek();
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(4);
        assertThat(FIRST.datesUntil(FIRST.plusDays(YEAR))
                        .filter(day -> day.getDayOfWeek().getValue() > 5
                                && DAYS.kindOf(day).isWorking()))
                .as("make-up working days of the year")
                .isNotEmpty();
        for (Station station : chosen) {
            assertSameYear(station);
        }
    }

    @Test
    void exceptions_are_the_same_in_model_feed_and_rows() throws IOException, ParserException {
        Schedules schedules = APP.bean(Schedules.class);
        Station station = oneOfEachWeek().getFirst();
        BitSet before = model(scheduleOf(station));
        LocalText reason = LocalText.of("演练");
        LocalDate from = LocalDate.of(2026, 12, 15);
        for (OpeningException one : List.of(
                new OpeningException(from, from.plusDays(2), List.of(), reason),
                new OpeningException(
                        from.plusDays(4),
                        from.plusDays(5),
                        List.of(new Span(600, 660), new Span(900, 1440)),
                        reason))) {
            Schedule now = scheduleOf(station);
            schedules.addException(TEST, new Schedules.Edit(now.id(), station.place(), now.version()), one);
        }
        try {
            assertThat(model(scheduleOf(station))).isNotEqualTo(before);
            assertSameYear(station);
        } finally {
            for (DatedException one :
                    schedules.listExceptions(scheduleOf(station).id())) {
                if (one.exception().reason().equals(reason)) {
                    Schedule now = scheduleOf(station);
                    schedules.removeException(
                            TEST, new Schedules.Edit(now.id(), station.place(), now.version()), one.id());
                }
            }
        }
        assertThat(model(scheduleOf(station))).isEqualTo(before);
    }
}
