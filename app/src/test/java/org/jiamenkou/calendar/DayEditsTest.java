package org.jiamenkou.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.store.DayStore;
import org.jiamenkou.calendar.store.TestStores;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayEditsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 25);
    private static final Actor CITY = actor(Areas.EVERYWHERE);

    private final TestDatabase database = TestDatabase.fresh();
    private WorkingCalendars calendars;
    private DayEdits edits;
    private HolidayNotices notices;

    private static Actor actor(Areas areas) {
        return new Actor(new UUID(9, 9), "x", Map.of(Right.EDIT_CALENDAR, areas), Set.of());
    }

    @BeforeEach
    void open() {
        DayStore days = TestStores.days(database.sql());
        notices = new HolidayNotices(database.scoped(), days, database.changes(), database.clock());
        notices.run((done, total) -> {});
        calendars = new WorkingCalendars(database.scoped(), days, database.versions());
        edits = new DayEdits(database.scoped(), days, database.audit(), database.changes(), database.clock());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static DayEdits.DayEdit edit(LocalDate day, DayKind kind, int expected) {
        return new DayEdits.DayEdit(day, kind, "name", expected, "notice 1");
    }

    @Test
    void the_shipped_years_are_loaded_with_the_address_of_their_notice() {
        assertThat(calendars.listEditions()).extracting(YearEdition::year).containsExactly(2024, 2025, 2026);
        assertThat(calendars.listEditions())
                .allSatisfy(one -> assertThat(one.source()).startsWith("https://www.gov.cn/"));
        assertThat(calendars.current().kindOf(LocalDate.of(2026, 2, 14))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
    }

    @Test
    void an_edit_makes_a_new_edition_that_counts_at_once_and_keeps_the_old_one() {
        assertThat(calendars.current().kindOf(DAY)).isEqualTo(DayKind.WORKDAY);
        assertThat(edits.edit(CITY, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1))).isInstanceOf(DayEdits.Outcome.Edited.class);
        assertThat(calendars.current().kindOf(DAY)).isEqualTo(DayKind.PUBLIC_HOLIDAY);
        assertThat(calendars.current().kindOf(LocalDate.of(2026, 2, 14))).isEqualTo(DayKind.MAKE_UP_WORKDAY);
        assertThat(edits.listEditions(CITY))
                .filteredOn(one -> one.year() == 2026)
                .extracting(YearEdition::edition, YearEdition::editedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, CITY.actorKey()),
                        org.assertj.core.groups.Tuple.tuple(1, "system:calendar.holiday-notices"));
        assertThat(database.scoped()
                        .read(
                                new SystemScope("test"),
                                () -> database.sql()
                                        .sql("select count(*) from access.audit where subject = :day")
                                        .param("day", DAY.toString())
                                        .query(Integer.class)
                                        .single()))
                .isEqualTo(1);
    }

    @Test
    void a_second_press_of_the_button_makes_no_second_edition() {
        edits.edit(CITY, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1));
        assertThat(edits.edit(CITY, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1)))
                .isInstanceOfSatisfying(
                        DayEdits.Outcome.Edited.class,
                        one -> assertThat(one.edition().edition()).isEqualTo(2));
        assertThat(edits.listEditions(CITY)).hasSize(4);
    }

    @Test
    void of_two_editors_the_second_is_told() {
        edits.edit(CITY, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1));
        assertThat(edits.edit(CITY, edit(DAY.plusDays(1), DayKind.MAKE_UP_WORKDAY, 1)))
                .isEqualTo(new DayEdits.Outcome.ChangedMeanwhile(2026));
        assertThat(calendars.current().kindOf(DAY.plusDays(1))).isEqualTo(DayKind.REST_DAY);
    }

    @Test
    void a_single_day_cannot_stand_for_a_year_that_is_not_loaded() {
        assertThat(edits.edit(CITY, edit(LocalDate.of(2027, 1, 1), DayKind.PUBLIC_HOLIDAY, 1)))
                .isEqualTo(new DayEdits.Outcome.YearNotLoaded(2027));
    }

    @Test
    void only_who_holds_the_right_for_the_whole_city_may_edit() {
        Actor district = actor(Areas.within(Set.of(new UUID(3, 3))));
        assertThatThrownBy(() -> edits.edit(district, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1)))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() -> edits.listEditions(district)).isInstanceOf(AccessRefusedException.class);
        assertThat(calendars.current().kindOf(DAY)).isEqualTo(DayKind.WORKDAY);
    }

    @Test
    void a_restart_leaves_edited_years_alone() {
        edits.edit(CITY, edit(DAY, DayKind.PUBLIC_HOLIDAY, 1));
        notices.run((done, total) -> {});
        assertThat(edits.listEditions(CITY)).hasSize(4);
        assertThat(calendars.current().kindOf(DAY)).isEqualTo(DayKind.PUBLIC_HOLIDAY);
    }
}
