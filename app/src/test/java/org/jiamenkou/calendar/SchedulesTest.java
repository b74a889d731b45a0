package org.jiamenkou.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.store.ScheduleStore;
import org.jiamenkou.calendar.store.TestStores;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.Place;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class SchedulesTest {
    private static final SystemScope LOAD = new SystemScope("test");
    private static final LocalDate TODAY = TestDatabase.NOW.toLocalDate();
    private static final Place HERE = new Place(new UUID(1, 1), new UUID(1, 0));
    private static final Place ELSEWHERE = new Place(new UUID(2, 1), new UUID(2, 0));

    private static TestDatabase database;
    private static Schedules schedules;
    private static List<OpeningLine> centre;
    private static List<OpeningLine> station;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        ScheduleStore store = TestStores.schedules(database.sql());
        WorkingCalendars calendars =
                new WorkingCalendars(database.scoped(), TestStores.days(database.sql()), database.versions());
        new HolidayNotices(database.scoped(), TestStores.days(database.sql()), database.changes(), database.clock())
                .run((done, total) -> {});
        schedules = new Schedules(
                database.scoped(), store, calendars, database.changes(), database.ids(), database.clock());
        centre = new OpeningPatterns().get("affairs-centre");
        station = new OpeningPatterns().get("neighbourhood-station");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Scope editor(Place place) {
        Actor actor = new Actor(
                new UUID(9, 9), "x", Map.of(Right.EDIT_STATION_HOURS, Areas.within(Set.of(place.areaId()))), Set.of());
        return actor.exercising(Right.EDIT_STATION_HOURS, place);
    }

    private static ScheduleId make(Place place) {
        return database.scoped().transaction(LOAD, () -> schedules.create(place, station));
    }

    private static Schedules.Edit edit(ScheduleId id, int version) {
        return new Schedules.Edit(id, HERE, version);
    }

    private static OpeningException closed(LocalDate from, LocalDate to) {
        return new OpeningException(from, to, List.of(), new LocalText("x", "repair"));
    }

    @Test
    void a_week_is_read_back_as_it_was_made() {
        ScheduleId id = make(HERE);
        Schedule schedule = schedules.findSchedule(id).orElseThrow();
        assertThat(schedule.version()).isEqualTo(1);
        assertThat(schedule.week()).containsExactlyElementsOf(station);
        assertThat(schedules.findSchedule(new ScheduleId(new UUID(5, 5)))).isEmpty();
        assertThat(schedules.listSchedules(List.of())).isEmpty();
    }

    @Test
    void many_are_made_in_the_callers_transaction_or_not_at_all() {
        List<NewSchedule> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new NewSchedule(new ScheduleId(database.ids().next()), HERE, i % 2 == 0 ? station : centre));
        }
        assertThatThrownBy(() -> database.scoped().transaction(LOAD, () -> {
                    schedules.createAll(many);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        List<ScheduleId> ids = many.stream().map(NewSchedule::id).toList();
        assertThat(schedules.listSchedules(ids)).isEmpty();
        database.scoped().transaction(LOAD, () -> schedules.createAll(many));
        assertThat(schedules.listSchedules(ids))
                .hasSize(500)
                .allSatisfy((id, schedule) -> assertThat(schedule.week()).isNotEmpty());
    }

    @Test
    void a_change_of_the_week_keeps_the_old_lines_with_who_and_when() {
        ScheduleId id = make(HERE);
        long before = database.versions().of(Set.of("calendar"));
        assertThat(schedules.changeWeek(editor(HERE), edit(id, 1), centre)).isEqualTo(new HoursOutcome.Saved(2));
        assertThat(schedules.findSchedule(id).orElseThrow().week()).containsExactlyElementsOf(centre);
        assertThat(database.versions().of(Set.of("calendar"))).isGreaterThan(before);
        assertThat(schedules.listHistory(id)).singleElement().satisfies(entry -> {
            assertThat(entry.version()).isEqualTo(1);
            assertThat(entry.changedBy()).isEqualTo(new UUID(9, 9).toString());
            assertThat(entry.changedAt()).isEqualTo(TestDatabase.NOW);
            assertThat(entry.before()).contains("17:00–20:00");
        });
    }

    @Test
    void of_two_editors_the_second_is_told_and_overwrites_nothing() {
        ScheduleId id = make(HERE);
        schedules.changeWeek(editor(HERE), edit(id, 1), centre);
        assertThat(schedules.changeWeek(editor(HERE), edit(id, 1), station))
                .isEqualTo(new HoursOutcome.ChangedMeanwhile());
        assertThat(schedules.findSchedule(id).orElseThrow().week()).containsExactlyElementsOf(centre);
        assertThat(schedules.listHistory(id)).hasSize(1);
    }

    @Test
    void overlapping_hours_are_refused_and_nothing_is_written() {
        ScheduleId id = make(HERE);
        List<OpeningLine> overlapping = new ArrayList<>(station);
        overlapping.add(OpeningLine.every(DayKind.WORKDAY, new Span(600, 660), ShiftKind.NORMAL));
        assertThat(schedules.changeWeek(editor(HERE), edit(id, 1), overlapping))
                .isInstanceOf(HoursOutcome.Overlapping.class);
        assertThat(schedules.findSchedule(id).orElseThrow().version()).isEqualTo(1);
        assertThatThrownBy(() -> database.scoped().transaction(LOAD, () -> schedules.create(HERE, overlapping)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_exception_wins_until_it_is_removed() {
        ScheduleId id = make(HERE);
        assertThat(schedules.addException(editor(HERE), edit(id, 1), closed(TODAY, TODAY.plusDays(1))))
                .isEqualTo(new HoursOutcome.Saved(2));
        Schedule closed = schedules.findSchedule(id).orElseThrow();
        assertThat(closed.exceptions()).containsExactly(closed(TODAY, TODAY.plusDays(1)));
        assertThat(closed.stateAt(SampleCalendar.shipped(), TestDatabase.NOW).isOpen())
                .isFalse();
        UUID exception = schedules.listExceptions(id).getFirst().id();
        assertThat(schedules.removeException(editor(HERE), edit(id, 2), exception))
                .isEqualTo(new HoursOutcome.Saved(3));
        assertThat(schedules.findSchedule(id).orElseThrow().exceptions()).isEmpty();
        assertThat(schedules.listHistory(id)).hasSize(2);
    }

    @Test
    void an_exception_with_hours_is_read_back_with_its_spans() {
        ScheduleId id = make(HERE);
        OpeningException shorter =
                new OpeningException(TODAY, TODAY, List.of(new Span(540, 600), new Span(660, 720)), LocalText.of("x"));
        schedules.addException(editor(HERE), edit(id, 1), shorter);
        assertThat(schedules.findSchedule(id).orElseThrow().exceptions()).containsExactly(shorter);
    }

    @Test
    void exceptions_of_the_past_and_beyond_the_loaded_years_are_refused() {
        ScheduleId id = make(HERE);
        assertThat(schedules.addException(editor(HERE), edit(id, 1), closed(TODAY.minusDays(2), TODAY.minusDays(1))))
                .isEqualTo(new HoursOutcome.InThePast(TODAY.minusDays(1)));
        assertThat(schedules.addException(editor(HERE), edit(id, 1), closed(TODAY, LocalDate.of(2027, 1, 2))))
                .isEqualTo(new HoursOutcome.BeyondLoadedYears(2027));
    }

    @Test
    void an_editor_of_another_place_changes_nothing_whatever_place_the_edit_names() {
        ScheduleId id = make(HERE);
        assertThat(schedules.changeWeek(editor(ELSEWHERE), edit(id, 1), centre))
                .isEqualTo(new HoursOutcome.ChangedMeanwhile());
        assertThat(schedules.changeWeek(editor(ELSEWHERE), new Schedules.Edit(id, ELSEWHERE, 1), centre))
                .isEqualTo(new HoursOutcome.ChangedMeanwhile());
        assertThat(schedules.findSchedule(id).orElseThrow().week()).containsExactlyElementsOf(station);
    }

    @Test
    void the_public_reads_and_cannot_write() {
        ScheduleId id = make(HERE);
        assertThat(database.scoped().read(PublicScope.PUBLIC, () -> schedules.findSchedule(id)))
                .isPresent();
        assertThatThrownBy(
                        () -> database.scoped().transaction(PublicScope.PUBLIC, () -> schedules.create(HERE, station)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void history_cannot_be_rewritten_even_by_a_system_actor() {
        assertThatThrownBy(() -> database.scoped()
                        .transaction(
                                LOAD,
                                () -> database.sql()
                                        .sql("update calendar.schedule_history set before = 'x'")
                                        .update()))
                .isInstanceOf(DataAccessException.class);
    }
}
