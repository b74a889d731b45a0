package org.jiamenkou.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.access.DevicePairing.Typed;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices paired by code, on a real database. */
class DevicesTest {
    private static final SystemScope LOOK = new SystemScope("access.test");

    private TestDatabase database;
    private TestDevices parts;
    private Actor east;
    private Actor city;

    @BeforeEach
    void open() {
        database = TestDatabase.fresh();
        parts = new TestDevices(database);
        TestAccess access = new TestAccess(database);
        east = access.keeper("east", TestAreas.ONLY_EAST, Right.MANAGE_DEVICES);
        city = access.keeper("city", Areas.EVERYWHERE, Right.MANAGE_DEVICES);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DeviceOutcome pair(Actor actor, DeviceToken token, String place) {
        return parts.pairing()
                .pair(actor, TestDevices.codeOf(token), TestDevices.wanted(DeviceKind.KIOSK, "取号机", place));
    }

    private static DeviceOutcome refused(DeviceRefusal why) {
        return new DeviceOutcome.Refused(why);
    }

    private int count(String sql) {
        return database.scoped()
                .read(LOOK, () -> database.sql().sql(sql).query(Integer.class).single());
    }

    @Test
    void a_page_beyond_the_last_is_empty_however_high_its_number() {
        assertThat(parts.upkeep()
                        .list(east, new DeviceUpkeep.Question("", false, Integer.MAX_VALUE))
                        .lines())
                .isEmpty();
    }

    @Test
    void a_device_shows_a_code_is_paired_by_it_once_and_then_works() {
        DeviceToken token = parts.ask();
        assertThat(parts.devices().find(token)).isEqualTo(new Devices.Answer.Unknown());
        DevicePairing.Waiting waiting = parts.pairing().waiting(token).orElseThrow();
        assertThat(waiting.code()).matches("[2-9A-HJ-NP-Z]{3} [2-9A-HJ-NP-Z]{3}");
        assertThat(waiting.minutesLeft()).isBetween(15, 16);

        String typed = waiting.code().toLowerCase(Locale.ROOT).replace(' ', '-');
        DeviceOutcome outcome = parts.pairing()
                .pair(east, new Typed(typed), TestDevices.wanted(DeviceKind.KIOSK, "一楼取号机", TestDevices.STATION));
        Device device = ((DeviceOutcome.Done) outcome).device();
        assertThat(device.stationCode()).isEqualTo(TestDevices.STATION);
        assertThat(device.place()).isEqualTo(TestAreas.EAST);

        assertThat(parts.devices().find(token)).isInstanceOfSatisfying(Devices.Answer.Working.class, working -> {
            assertThat(working.device()).isEqualTo(device);
            assertThat(working.fresh())
                    .as("whoever saw the first token has nothing")
                    .isNotNull();
        });
        assertThat(parts.pairing().waiting(token)).isEmpty();
        assertThat(pair(east, token, TestDevices.STATION)).isEqualTo(refused(new DeviceRefusal.UnknownCode()));
        assertThat(count("select count(*) from access.audit where action = 'device.paired'"))
                .isOne();
        assertThat(parts.devices().findWorking(device.id())).contains(device);
    }

    @Test
    void a_code_ends_after_its_minutes_and_two_who_type_it_at_once_make_one_device() throws Exception {
        DeviceToken late = parts.ask();
        parts.now = parts.now.plusMinutes(16);
        assertThat(parts.pairing().waiting(late)).isEmpty();
        assertThat(pair(east, late, TestDevices.STATION)).isEqualTo(refused(new DeviceRefusal.UnknownCode()));

        DeviceToken token = parts.ask();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Callable<DeviceOutcome>> both =
                    List.of(() -> pair(east, token, TestDevices.STATION), () -> pair(city, token, "310115008000"));
            List<DeviceOutcome> outcomes = new ArrayList<>();
            for (var one : two.invokeAll(both)) {
                outcomes.add(one.get());
            }
            assertThat(outcomes.stream().filter(DeviceOutcome.Done.class::isInstance))
                    .hasSize(1);
        }
        assertThat(count("select count(*) from access.devices")).isOne();
    }

    @Test
    void wrong_codes_are_counted_by_who_types_them_and_lock_them_out() {
        DeviceToken token = parts.ask();
        DeviceWanted wanted = TestDevices.wanted(DeviceKind.SCREEN, "大屏", TestDevices.STATION);
        DeviceOutcome last = refused(new DeviceRefusal.UnknownCode());
        for (int n = 0; n < 5; n++) {
            last = parts.pairing().pair(east, new Typed("AAAAA" + (n + 2)), wanted);
        }
        assertThat(last)
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(DeviceRefusal.Locked.class));
        assertThat(pair(east, token, TestDevices.STATION))
                .as("even the right one waits")
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(DeviceRefusal.Locked.class));
        assertThat(pair(city, token, TestDevices.STATION)).isInstanceOf(DeviceOutcome.Done.class);
        assertThat(count("select count(*) from access.audit where action = 'device.wrong-code' and actor = '"
                        + east.accountId() + "'"))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void an_address_is_shown_so_many_codes_an_hour() {
        for (int n = 0; n < 30; n++) {
            parts.ask();
        }
        assertThat(parts.pairing().ask(TestDevices.HERE)).isEqualTo(new DevicePairing.Asked.TooMany());
        assertThat(parts.pairing().ask(new PhoneSignIn.From("10.0.0.2"))).isInstanceOf(DevicePairing.Asked.Shown.class);
        parts.now = parts.now.plusMinutes(61);
        assertThat(parts.pairing().ask(TestDevices.HERE)).isInstanceOf(DevicePairing.Asked.Shown.class);
    }

    @Test
    void the_form_is_refused_where_it_is_wrong_and_the_code_is_not_spent() {
        DeviceToken token = parts.ask();
        assertThat(pair(east, token, "")).isEqualTo(refused(new DeviceRefusal.UnknownPlace()));
        assertThat(pair(east, token, "火星")).isEqualTo(refused(new DeviceRefusal.UnknownPlace()));
        assertThat(pair(east, token, "310115008000")).isEqualTo(refused(new DeviceRefusal.OutsideYourArea()));
        assertThat(pair(city, token, "310000000000")).isEqualTo(refused(new DeviceRefusal.TooWide()));
        assertThat(pair(city, token, "区划3101150"))
                .isInstanceOfSatisfying(
                        DeviceOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(DeviceRefusal.SeveralPlaces.class));
        assertThat(parts.pairing()
                        .pair(
                                east,
                                TestDevices.codeOf(token),
                                new DeviceWanted(
                                        new DeviceWanted.Kind("TOASTER"),
                                        new DeviceWanted.Name("x"),
                                        new DeviceWanted.Where(TestDevices.STATION))))
                .isEqualTo(refused(new DeviceRefusal.NoKind()));
        assertThat(parts.pairing()
                        .pair(east, TestDevices.codeOf(token), TestDevices.wanted(DeviceKind.KIOSK, " ", "2J3K")))
                .isEqualTo(refused(new DeviceRefusal.NoName()));
        Actor nobody = new TestAccess(database).keeper("nobody", Areas.EVERYWHERE, Right.MANAGE_ACCOUNTS);
        assertThatThrownBy(() -> pair(nobody, token, TestDevices.STATION)).isInstanceOf(AccessRefusedException.class);
        assertThat(pair(east, token, TestDevices.STATION)).isInstanceOf(DeviceOutcome.Done.class);
    }

    @Test
    void what_is_revoked_stops_at_its_next_request_and_stays_revoked() {
        TestDevices.Paired paired = parts.pair(east, DeviceKind.SCREEN, "大屏", TestDevices.STATION);
        assertThat(parts.devices().find(paired.token())).isInstanceOf(Devices.Answer.Working.class);
        UUID id = paired.device().id();
        assertThat(parts.upkeep().revoke(east, id)).isInstanceOf(DeviceOutcome.Done.class);
        assertThat(parts.devices().find(paired.token())).isEqualTo(new Devices.Answer.Revoked(paired.device()));
        assertThat(parts.devices().findWorking(id)).isEmpty();
        assertThat(parts.upkeep().revoke(east, id)).isEqualTo(refused(new DeviceRefusal.AlreadyRevoked()));
        assertThat(parts.upkeep().find(east, id).orElseThrow().history())
                .extracting(HistoryLine::action)
                .containsExactlyInAnyOrder("device.revoked", "device.paired");
        assertThat(parts.upkeep()
                        .list(east, new DeviceUpkeep.Question("", false, 1))
                        .lines())
                .isEmpty();
        assertThat(parts.upkeep()
                        .list(east, new DeviceUpkeep.Question("大", true, 1))
                        .lines())
                .hasSize(1);
    }

    @Test
    void tokens_are_replaced_with_time_and_an_answer_that_got_lost_locks_nobody_out() {
        TestDevices.Paired paired = parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION);
        DeviceToken first = paired.token();
        assertThat(working(first).fresh()).isNull();
        parts.now = parts.now.plusHours(25);
        DeviceToken second = Objects.requireNonNull(working(first).fresh());
        // the answer with the second token got lost: the first goes on, and is given a third
        assertThat(working(first).fresh()).isNull();
        parts.now = parts.now.plusMinutes(3);
        DeviceToken third = Objects.requireNonNull(working(first).fresh());
        assertThat(working(third).fresh()).isNull();
        assertThat(parts.devices().find(second)).isEqualTo(new Devices.Answer.Unknown());
        // requests on their way with the one before still count for a moment
        assertThat(working(first).fresh()).isNull();
        parts.now = parts.now.plusMinutes(3);
        assertThat(parts.devices().find(first)).isEqualTo(new Devices.Answer.Unknown());
        assertThat(working(third).fresh()).isNull();
    }

    private Devices.Answer.Working working(DeviceToken token) {
        Devices.Answer answer = parts.devices().find(token);
        assertThat(answer).isInstanceOf(Devices.Answer.Working.class);
        return (Devices.Answer.Working) answer;
    }

    @Test
    void it_is_renamed_and_moved_within_the_right_and_never_over_somebody_elses_change() {
        Device device =
                parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION).device();
        DeviceUpkeep.Form form = new DeviceUpkeep.Form(TestDevices.wanted(DeviceKind.SCREEN, "大屏", "310115014000"), 1);
        assertThat(parts.upkeep().change(east, device.id(), form)).isInstanceOf(DeviceOutcome.Done.class);
        assertThat(parts.upkeep().change(east, device.id(), form))
                .isEqualTo(refused(new DeviceRefusal.ChangedMeanwhile()));
        Device now = parts.devices().findWorking(device.id()).orElseThrow();
        assertThat(now.kind()).isEqualTo(DeviceKind.SCREEN);
        assertThat(now.stationCode()).isNull();
        Actor west = new TestAccess(database)
                .keeper("west", Areas.within(java.util.Set.of(TestAreas.WEST.areaId())), Right.MANAGE_DEVICES);
        assertThat(parts.upkeep().find(west, device.id())).isEmpty();
        assertThatThrownBy(() -> parts.upkeep().revoke(west, device.id())).isInstanceOf(AccessRefusedException.class);
        DeviceUpkeep.Form away = new DeviceUpkeep.Form(TestDevices.wanted(DeviceKind.SCREEN, "大屏", "310115008000"), 2);
        assertThat(parts.upkeep().change(east, device.id(), away))
                .isEqualTo(refused(new DeviceRefusal.OutsideYourArea()));
        assertThat(parts.upkeep().change(city, device.id(), away)).isInstanceOf(DeviceOutcome.Done.class);
        assertThat(parts.upkeep().find(west, device.id())).isPresent();
    }

    @Test
    void last_seen_is_noted_and_tells_who_is_away() {
        TestDevices.Paired paired = parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION);
        assertThat(line().online()).isTrue();
        parts.now = parts.now.plusMinutes(6);
        assertThat(line().online()).isFalse();
        working(paired.token());
        assertThat(line().online()).isTrue();
    }

    private DeviceUpkeep.Line line() {
        return parts.upkeep()
                .list(east, new DeviceUpkeep.Question("", false, 1))
                .lines()
                .getFirst();
    }

    @Test
    void no_token_and_no_code_stands_in_the_database() throws SQLException {
        TestDevices.Paired paired = parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION);
        DeviceToken waiting = parts.ask();
        try (Connection all = database.asSuperuser();
                Statement statement = all.createStatement();
                ResultSet rows = statement.executeQuery("select (select string_agg(d::text, ' ') from access.devices d)"
                        + " || (select string_agg(p::text, ' ') from access.device_pairings p)")) {
            rows.next();
            assertThat(rows.getString(1))
                    .doesNotContain(paired.token().value())
                    .doesNotContain(waiting.value())
                    .doesNotContain(TestDevices.codeOf(waiting).code());
        }
        assertThat(paired.token().toString()).doesNotContain(paired.token().value());
    }

    /** As jmk_app with a scope set by hand; everything is rolled back. */
    private int as(String actor, String writeAreas, String sql) throws SQLException {
        try (Connection raw = database.raw();
                Statement statement = raw.createStatement()) {
            raw.setAutoCommit(false);
            statement.execute("set local jmk.actor = '" + actor + "'");
            statement.execute("set local jmk.areas = '" + writeAreas + "'");
            statement.execute("set local jmk.write_areas = '" + writeAreas + "'");
            try {
                return statement.executeUpdate(sql);
            } finally {
                raw.rollback();
            }
        }
    }

    @Test
    void an_insider_makes_no_device_takes_no_token_and_brings_no_revoked_one_back() throws SQLException {
        Device device =
                parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION).device();
        String eastern = "{" + TestAreas.EAST.areaId() + "}";
        String me = east.actorKey();
        assertThatThrownBy(() -> as(me, eastern, """
                insert into access.devices (id, code, kind, name, area_id, subdistrict_id, state, token_hash, paired_at, paired_by)
                values (gen_random_uuid(), 'ABCDEF', 'KIOSK', 'x', '%1$s', '%1$s', 'ACTIVE', 'stolen', now(), '%2$s')""".formatted(TestAreas.EAST.areaId(), me)))
                .hasMessageContaining("open pairing");
        assertThatThrownBy(() -> as(me, eastern, "update access.devices set token_hash = 'mine'"))
                .hasMessageContaining("by the program alone");
        assertThatThrownBy(
                        () -> as(
                                me,
                                eastern,
                                "update access.devices set state = 'REVOKED', revoked_at = now(), revoked_by = 'somebody else'"))
                .hasMessageContaining("one's own name");
        assertThat(as(me, "{" + TestAreas.WEST.areaId() + "}", "update access.devices set name = 'x'"))
                .isZero();
        assertThatThrownBy(() -> as(me, eastern, "delete from access.devices"))
                .hasMessageContaining("permission denied");
        parts.upkeep().revoke(east, device.id());
        assertThatThrownBy(() -> as(
                        me,
                        eastern,
                        "update access.devices set state = 'ACTIVE', revoked_at = null, revoked_by = null"))
                .hasMessageContaining("stays as it is");
    }

    @Test
    void a_device_writes_in_tables_that_name_it_and_in_no_others() throws SQLException {
        String eastern = "{" + TestAreas.EAST.areaId() + "}";
        Device device =
                parts.pair(east, DeviceKind.KIOSK, "取号机", TestDevices.STATION).device();
        String kiosk = device.scope().actorKey();
        assertThat(device.scope().readAreas().isNowhere()).isTrue();
        assertThat(as(kiosk, eastern, "update access.devices set name = 'x'")).isZero();
        assertThat(as(east.actorKey(), eastern, "update access.devices set name = 'x'"))
                .isOne();
        String place =
                "insert into queue.places (subdistrict_id, id, area_id, kind, code, mode) values ('%1$s', '%1$s', '%1$s',"
                                .formatted(TestAreas.EAST.areaId())
                        + " 'CENTRE', 'ABCDE', 'NUMBERS')";
        assertThatThrownBy(() -> as(kiosk, eastern, place)).hasMessageContaining("row-level security");
        database.scoped().transaction(LOOK, () -> database.sql().sql(place).update());
        String day =
                "insert into queue.days (subdistrict_id, place_id, day, area_id) values ('%1$s', '%1$s', date '2026-11-24', '%1$s')"
                        .formatted(TestAreas.EAST.areaId());
        assertThat(as(kiosk, eastern, day)).isOne();
        assertThatThrownBy(() -> as(kiosk, "{}", day)).hasMessageContaining("row-level security");
        assertThat(new Device(device.id(), DeviceKind.SCREEN, "ABCDEF", "x", TestAreas.EAST, null)
                        .scope()
                        .writeAreas()
                        .isNowhere())
                .isTrue();
    }
}
