package org.jiamenkou.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.calendar.DayKind;
import org.jiamenkou.calendar.OpeningException;
import org.jiamenkou.calendar.OpeningLine;
import org.jiamenkou.calendar.ShiftKind;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff edits, and the same rights tried directly in SQL as jmk_app. */
class StationUpkeepTest {
    private static final List<OpeningLine> SHORT_WEEK =
            List.of(OpeningLine.every(DayKind.WORKDAY, new Span(540, 700), ShiftKind.NORMAL));

    private static TestNetwork network;
    private static Actor officer;

    @BeforeAll
    static void load() {
        network = TestNetwork.loaded(true);
        officer = new Actor(
                UUID.randomUUID(),
                "王示例",
                Map.of(
                        Right.EDIT_STATION_HOURS, subdistrict("310115014"),
                        Right.EDIT_STATION_RESPONSIBLE, subdistrict("310115014")),
                Set.of());
    }

    @AfterAll
    static void close() {
        network.close();
    }

    private static Areas subdistrict(String code) {
        return Areas.within(Set.of(network.division(code).id().value()));
    }

    private static StationUpkeep.Edit edit(Station station, int version) {
        return new StationUpkeep.Edit(
                officer, station, version, UUID.randomUUID().toString());
    }

    @Test
    void a_change_of_hours_is_saved_flagged_audited_and_published() {
        Station station = network.stationOf("310115014002");
        assertThat(network.upkeep.changeHours(edit(station, 1), SHORT_WEEK)).isEqualTo(new StationChange.Saved());
        Station now = network.stations.get(station.id());
        assertThat(now.opensShort()).isTrue();
        assertThat(now.version()).isEqualTo(station.version() + 1);
        assertThat(network.upkeep.findSchedule(now).orElseThrow().week()).isEqualTo(SHORT_WEEK);
        assertThat(network.upkeep.listHistory(officer, now))
                .first()
                .satisfies(one -> assertThat(one.by().name()).isEqualTo("王示例"));
        String id = station.id().id().toString();
        assertThat(count("select count(*) from access.audit where action = 'station.hours.edit' and subject = ?", id))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from platform.changes where kind = 'StationHoursChanged' and subject = ?", id))
                .isEqualTo(1);
        assertThat(network.upkeep.changeHours(edit(now, 1), SHORT_WEEK))
                .as("an editor who saw the version before")
                .isEqualTo(new StationChange.ChangedMeanwhile());
    }

    private static long count(String statement, String subject) {
        return as(
                new SystemScope("test"),
                sql -> sql.sql(statement).param(subject).query(Long.class).single());
    }

    private interface Work<T> {
        T with(JdbcClient sql);
    }

    private static int updated(Scope scope, String statement, UUID subdistrict) {
        return as(scope, sql -> sql.sql(statement).param(subdistrict).update());
    }

    private static long counted(Scope scope, String statement) {
        return as(scope, sql -> sql.sql(statement).query(Long.class).single());
    }

    private static <T> T as(Scope scope, Work<T> work) {
        return network.database.scoped().transaction(scope, (Supplier<T>) () -> work.with(network.database.sql()));
    }

    @Test
    void the_same_key_writes_once_and_a_refused_form_may_be_sent_again() {
        Station station = network.stationOf("310115014003");
        StationUpkeep.Edit stale = new StationUpkeep.Edit(officer, station, 9, "one-key-for-this-form");
        assertThat(network.upkeep.changeHours(stale, SHORT_WEEK)).isEqualTo(new StationChange.ChangedMeanwhile());
        StationUpkeep.Edit right = new StationUpkeep.Edit(officer, station, 1, "one-key-for-this-form");
        assertThat(network.upkeep.changeHours(right, SHORT_WEEK)).isEqualTo(new StationChange.Saved());
        assertThat(network.upkeep.changeHours(right, SHORT_WEEK)).isEqualTo(new StationChange.Saved());
        assertThat(network.upkeep.findSchedule(station).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void overlapping_hours_and_exceptions_beyond_loaded_years_are_refused() {
        Station station = network.stationOf("310115014004");
        List<OpeningLine> overlapping = List.of(
                OpeningLine.every(DayKind.WORKDAY, new Span(540, 700), ShiftKind.NORMAL),
                OpeningLine.every(DayKind.WORKDAY, new Span(600, 800), ShiftKind.DUTY));
        assertThat(network.upkeep.changeHours(edit(station, 1), overlapping))
                .isInstanceOf(StationChange.HoursRefused.class);
        LocalDate far = LocalDate.of(2031, 1, 1);
        assertThat(network.upkeep.addException(
                        edit(station, 1), new OpeningException(far, far, List.of(), LocalText.of("示例"))))
                .isInstanceOf(StationChange.HoursRefused.class);
        assertThat(network.upkeep.listHistory(officer, station)).isEmpty();
    }

    @Test
    void another_subdistricts_station_is_refused_before_anything_is_written() {
        Station other = network.stations
                .listBySubdistrict(network.division("310115008").id())
                .getFirst();
        assertThatThrownBy(() -> network.upkeep.changeHours(edit(other, 1), SHORT_WEEK))
                .isInstanceOf(AccessRefusedException.class);
        assertThatThrownBy(() ->
                        network.upkeep.changeResponsible(edit(other, 1), new StationUpkeep.Choice(null, null, null)))
                .isInstanceOf(AccessRefusedException.class);
        assertThat(network.stations.get(other.id())).isEqualTo(other);
    }

    @Test
    void a_new_person_becomes_responsible_and_stands_on_the_board() {
        Station station = network.stationOf("310115014006");
        Post deputy = Objects.requireNonNull(network.stations.details(station).bRole());
        StationUpkeep.Person person = new StationUpkeep.Person("欧阳𠮷示例", new StationUpkeep.Phone("021-5550 1234"));
        assertThat(network.upkeep.changeResponsible(
                        edit(station, station.version()), new StationUpkeep.Choice(null, deputy.postId(), person)))
                .isEqualTo(new StationChange.Saved());
        StationDetails details = network.stations.details(network.stations.get(station.id()));
        assertThat(Objects.requireNonNull(details.responsible()).personName()).isEqualTo("欧阳𠮷示例");
        assertThat(details.bRole()).isEqualTo(deputy);
    }

    @Test
    void nobody_stands_in_for_themselves_and_posts_of_others_are_refused() {
        Station station = network.stationOf("310115014005");
        Post lead = Objects.requireNonNull(network.stations.details(station).responsible());
        assertThat(network.upkeep.changeResponsible(
                        edit(station, 1), new StationUpkeep.Choice(lead.postId(), lead.postId(), null)))
                .isEqualTo(new StationChange.OnePersonForBoth());
        assertThat(network.upkeep.changeResponsible(
                        edit(station, 1), new StationUpkeep.Choice(UUID.randomUUID(), null, null)))
                .isEqualTo(new StationChange.UnknownPost());
        assertThat(network.upkeep.changeResponsible(
                        edit(station, 1), new StationUpkeep.Choice(null, null, new StationUpkeep.Person(" ", null))))
                .isEqualTo(new StationChange.NameMissing());
        assertThat(network.stations.get(station.id())).isEqualTo(station);
    }

    @Test
    void the_database_repeats_the_rights_for_stations_schedules_and_posts() {
        Station own = network.stationOf("310115014007");
        Scope scope = officer.exercising(Right.EDIT_STATION_HOURS, own.place());
        UUID here = own.id().subdistrictId();
        UUID there = network.division("310115008").id().value();
        for (String table : List.of("network.stations", "calendar.schedules")) {
            String update = "update " + table + " set version = version where subdistrict_id = ?";
            assertThat(updated(scope, update, here)).as(table).isPositive();
            assertThat(updated(scope, update, there)).as(table).isZero();
            assertThat(updated(PublicScope.PUBLIC, update, here)).isZero();
        }
        String posts = "update network.posts set position = position where subdistrict_id = ?";
        assertThat(updated(scope, posts, here)).isPositive();
        assertThat(updated(scope, posts, there)).isZero();
        assertThatThrownBy(() -> as(
                        scope,
                        sql -> sql.sql("""
                        insert into network.staff_members (subdistrict_id, id, area_id, name, on_board, sample)
                        values (?, ?, ?, 'x', true, true)""")
                                .params(there, UUID.randomUUID(), there)
                                .update()))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void private_facts_and_history_are_read_only_where_a_right_is_held() {
        Station own = network.stationOf("310115014011");
        UUID here = own.id().subdistrictId();
        UUID staff = network.stations.details(own).board().getFirst().staffId();
        as(
                new SystemScope("test"),
                sql -> sql.sql("""
                insert into network.staff_private (subdistrict_id, staff_id, area_id, note) values (?, ?, ?, 'x')
                on conflict do nothing""").params(here, staff, own.area().value()).update());
        String private_ = "select count(*) from network.staff_private";
        Actor other = new Actor(
                UUID.randomUUID(), "赵示例", Map.of(Right.EDIT_STATION_HOURS, subdistrict("310115008")), Set.of());
        assertThat(counted(officer, private_)).isPositive();
        assertThat(counted(other, private_)).isZero();
        assertThat(counted(PublicScope.PUBLIC, private_)).isZero();
        as(
                new SystemScope("test"),
                sql -> sql.sql("update network.staff_members set on_board = false where subdistrict_id = ? and id = ?")
                        .params(here, staff)
                        .update());
        assertThat(network.stations.details(own).board())
                .noneMatch(post -> post.staffId().equals(staff));
        assertThat(network.upkeep.listPosts(officer, own))
                .anyMatch(post -> post.staffId().equals(staff));
    }

    @Test
    void without_a_scope_the_database_shows_no_station() throws java.sql.SQLException {
        try (var connection = network.database.raw();
                var rows = connection.createStatement().executeQuery("select count(*) from network.stations")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isZero();
        }
    }

    @Test
    void a_station_is_found_by_code_through_its_key() {
        as(
                new SystemScope("test"),
                sql -> sql.sql("select 1").query(Integer.class).single());
        List<String> plan = as(
                officer,
                sql -> sql.sql("""
                        explain select id from network.stations s
                        where s.subdistrict_id = (select d.id from network.divisions d where d.code_prefix = left(?, 2))
                          and s.code = ? and s.closed_on is null""").params("AB22", "AB22").query(String.class).list());
        assertThat(String.join("\n", plan))
                .contains("stations_subdistrict_id_code_key", "divisions_code_prefix_key")
                .doesNotContain("Seq Scan");
    }
}
