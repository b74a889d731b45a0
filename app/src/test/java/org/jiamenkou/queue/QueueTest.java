package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jiamenkou.TestApp;
import org.jiamenkou.access.Actor;
import org.jiamenkou.access.Right;
import org.jiamenkou.network.DivisionId;
import org.jiamenkou.platform.database.Areas;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.platform.web.AccessRefusedException;
import org.jiamenkou.queue.store.QueueDayStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hall at work: numbers, calling, coming back, and the station far away that shares the order. On the real network. */
class QueueTest {
    private static final SystemScope TEST = new SystemScope("test.queue");
    private static final List<String> NOTHING = List.of();

    private final TestApp app = TestApp.shared();
    private final QueuePlaces places = app.bean(QueuePlaces.class);
    private final Tickets tickets = app.bean(Tickets.class);
    private final Calling calling = app.bean(Calling.class);
    private final Counters counters = app.bean(Counters.class);
    private final QueueBoards boards = app.bean(QueueBoards.class);
    private QueuePlace hall = places.findByCode("5Y22").orElseThrow();
    private QueuePlace station = hall;
    private Actor lead = somebody(hall);

    /** Each test has a subdistrict of its own, so that halls do not fill up with the tickets of others. */
    @BeforeEach
    void chooseAHall() {
        List<String> codes = List.of(
                "3322", "3422", "3522", "3622", "3722", "3822", "3922", "3A22", "3B22", "3C22", "3D22", "3E22", "3F22",
                "3G22", "3H22");
        int at = NEXT.getAndIncrement();
        station = places.findByCode(codes.get(at)).orElseThrow();
        hall = places.listBySubdistrict(new DivisionId(station.id().subdistrictId()))
                .getFirst();
        lead = somebody(hall);
    }

    private static final java.util.concurrent.atomic.AtomicInteger NEXT =
            new java.util.concurrent.atomic.AtomicInteger();

    private static Actor somebody(QueuePlace at) {
        Areas here = Areas.within(Set.of(at.id().subdistrictId()));
        return new Actor(
                UUID.randomUUID(),
                "示例",
                Map.of(Right.ISSUE_TICKETS, here, Right.CALL_TICKETS, here, Right.MANAGE_QUEUE, here),
                Set.of());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Ticket done(TicketOutcome outcome) {
        return switch (outcome) {
            case TicketOutcome.Done done -> done.ticket();
            case TicketOutcome.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private Ticket draw(Channel channel) {
        return done(tickets.issue(lead, hall, NewTicket.walkIn(channel, NOTHING), key()));
    }

    private Actor atCounter(int number) {
        Actor worker = somebody(hall);
        counters.add(lead, hall, new Counters.Wanted(number, null, Set.of()));
        Counter counter = counters.list(hall).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
        assertThat(counters.sit(worker, hall, counter.id(), Set.of())).isInstanceOf(Counters.Seat.Taken.class);
        return worker;
    }

    @Test
    void numbersAreCalledInOrderOfArrivalAndEachIsServedOnce() {
        Ticket one = draw(Channel.RECEPTION);
        Ticket two = draw(Channel.GUIDE);
        Actor worker = atCounter(1);
        assertThat(boards.board(hall).before(two)).contains(1);
        assertThat(done(calling.callNext(worker, key())).id()).isEqualTo(one.id());
        assertThat(calling.callNext(worker, key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.StillServing(one.label())));
        assertThat(done(calling.serve(worker, key())).state()).isEqualTo(TicketState.SERVING);
        assertThat(done(calling.finish(worker, key())).state()).isEqualTo(TicketState.FINISHED);
        assertThat(done(calling.callNext(worker, key())).id()).isEqualTo(two.id());
        assertThat(done(calling.finish(worker, key())).state()).isEqualTo(TicketState.FINISHED);
        assertThat(calling.callNext(worker, key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NobodyWaiting()));
    }

    @Test
    void aDoublePressCallsOnePersonAndDrawsOneNumber() {
        String once = key();
        Ticket drawn = done(tickets.issue(lead, hall, NewTicket.walkIn(Channel.RECEPTION, NOTHING), once));
        assertThat(done(tickets.issue(lead, hall, NewTicket.walkIn(Channel.RECEPTION, NOTHING), once))
                        .id())
                .isEqualTo(drawn.id());
        draw(Channel.RECEPTION);
        Actor worker = atCounter(1);
        String press = key();
        Ticket called = done(calling.callNext(worker, press));
        assertThat(done(calling.callNext(worker, press)).id()).isEqualTo(called.id());
    }

    @Test
    void whoTakesANumberByPhoneIsCallableOnlyOnceTheyAreThere() {
        Ticket byPhone = draw(Channel.PHONE);
        Actor worker = atCounter(1);
        assertThat(byPhone.state()).isEqualTo(TicketState.EXPECTED);
        assertThat(calling.callNext(worker, key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NobodyWaiting()));
        Ticket walkIn = draw(Channel.RECEPTION);
        assertThat(done(tickets.checkIn(lead, byPhone, key())).state()).isEqualTo(TicketState.WAITING);
        assertThat(done(calling.callNext(worker, key())).id())
                .as("called by arrival, though the number is lower")
                .isEqualTo(walkIn.id());
    }

    @Test
    void aNumberDrawnAtAStationCountsWhileSomebodyThereSaysThePersonIsInTheRoom() {
        Actor villager = new Actor(
                UUID.randomUUID(),
                "示例",
                Map.of(Right.ISSUE_TICKETS, Areas.within(Set.of(station.place().areaId()))),
                Set.of());
        Ticket remote = done(tickets.issueRemotely(
                villager, new Tickets.Remote(station, hall), NewTicket.walkIn(Channel.REMOTE, NOTHING), key()));
        Ticket inTheHall = draw(Channel.RECEPTION);
        assertThat(boards.board(hall).before(inTheHall)).contains(1);
        done(tickets.setPresent(villager, remote, false));
        assertThat(boards.board(hall).before(inTheHall)).contains(0);
        assertThat(boards.board(hall).away()).extracting(Ticket::id).containsExactly(remote.id());
        Actor worker = atCounter(1);
        assertThat(calling.callOne(worker, remote.id(), key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NotPresent()));
        done(tickets.setPresent(villager, remote, true));
        assertThat(done(calling.callNext(worker, key())).id())
                .as("the place in the order was kept")
                .isEqualTo(remote.id());
        assertThat(tickets.listDrawnAt(station)).extracting(Ticket::id).containsExactly(remote.id());
        Ticket another = done(tickets.issueRemotely(
                villager, new Tickets.Remote(station, hall), NewTicket.walkIn(Channel.REMOTE, NOTHING), key()));
        assertThat(done(tickets.leave(villager, another)).state())
                .as("the station may say that they went home")
                .isEqualTo(TicketState.LEFT);
        assertThatThrownBy(() -> tickets.leave(villager, inTheHall)).isInstanceOf(AccessRefusedException.class);
    }

    @Test
    void whoIsPassedMayReturnAndRanksByTheTimeOfReturn() {
        Ticket late = draw(Channel.RECEPTION);
        Ticket next = draw(Channel.RECEPTION);
        Actor worker = atCounter(1);
        done(calling.callNext(worker, key()));
        assertThat(done(calling.recall(worker, key())).calls()).isEqualTo(2);
        Ticket passed = done(calling.pass(worker, key()));
        assertThat(passed.state()).isEqualTo(TicketState.PASSED);
        Ticket third = draw(Channel.RECEPTION);
        Ticket back = done(calling.giveBack(lead, passed, key()));
        assertThat(boards.board(hall).waiting())
                .extracting(Ticket::id)
                .containsExactly(next.id(), third.id(), late.id());
        assertThat(back.passed()).isEqualTo(1);
    }

    @Test
    void aTransferKeepsTheArrivalAndOnlyTheNewCounterCalls() {
        Ticket first = draw(Channel.RECEPTION);
        draw(Channel.RECEPTION);
        Actor one = atCounter(1);
        Actor two = atCounter(2);
        UUID counterOfTwo = counters.findOf(two).orElseThrow().id();
        done(calling.callNext(one, key()));
        assertThat(calling.transfer(one, UUID.randomUUID(), key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NobodyAtThatCounter()));
        Ticket moved = done(calling.transfer(one, counterOfTwo, key()));
        assertThat(moved.arrival()).isEqualTo(first.arrival());
        assertThat(done(calling.callNext(one, key())).id()).isNotEqualTo(first.id());
        assertThat(done(calling.callNext(two, key())).id()).isEqualTo(first.id());
    }

    @Test
    void aWorkerWhoSwitchesOffLosesNothing() {
        Ticket served = draw(Channel.RECEPTION);
        Actor worker = atCounter(1);
        done(calling.callNext(worker, key()));
        done(calling.serve(worker, key()));
        counters.rise(worker, hall);
        assertThat(boards.board(hall).inHand()).extracting(Ticket::id).containsExactly(served.id());
        Counter counter = counters.list(hall).getFirst();
        counters.sit(worker, hall, counter.id(), Set.of());
        assertThat(done(calling.finish(worker, key())).id()).isEqualTo(served.id());
    }

    @Test
    void theWaitThatHappenedIsCountedAlsoWhereNoneWasTold() {
        draw(Channel.RECEPTION);
        Actor worker = atCounter(1);
        done(calling.callNext(worker, key()));
        done(calling.finish(worker, key()));
        HallFigures before = figures();
        assertThat(before.served()).isEqualTo(1);
        assertThat(before.medianWaitMinutes()).isZero();
        assertThat(before.coveragePercent())
                .as("nothing was told while no counter was open")
                .isNull();
        draw(Channel.RECEPTION);
        done(calling.callNext(worker, key()));
        HallFigures after = figures();
        assertThat(after.coveragePercent()).isEqualTo(100);
        assertThat(after.medianErrorMinutes()).isNotNull();
    }

    private HallFigures figures() {
        return app.bean(Waits.class).today(lead, List.of(hall.id().subdistrictId())).entrySet().stream()
                .filter(one -> one.getKey().equals(hall.id()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoIsRefusedACounterKeepsTheirOwn() {
        Actor one = atCounter(1);
        Actor two = atCounter(2);
        UUID ofOne = counters.findOf(one).orElseThrow().id();
        assertThat(counters.sit(two, hall, ofOne, Set.of())).isInstanceOf(Counters.Seat.Refused.class);
        assertThat(counters.findOf(two).orElseThrow().number()).isEqualTo(2);
        assertThat(counters.add(lead, hall, new Counters.Wanted(2, null, Set.of())))
                .as("a number is given once")
                .isFalse();
    }

    @Test
    void aStationsReceptionIsItsCounterUntilOthersAreSetUp() {
        UUID reception = counters.reception(lead, station).orElseThrow();
        assertThat(counters.reception(lead, station)).contains(reception);
        assertThat(counters.sit(lead, station, reception, Set.of())).isInstanceOf(Counters.Seat.Taken.class);
        counters.add(lead, station, new Counters.Wanted(2, null, Set.of()));
        assertThat(counters.reception(lead, station)).isEmpty();
        assertThat(counters.reception(lead, hall)).isEmpty();
    }

    @Test
    void aBookingThatIsCheckedInIsCalledWhenItIsDueAndServedWithItsTicket() {
        draw(Channel.RECEPTION);
        String four = bookedForNow();
        assertThat(tickets.arrive(lead, hall, "22ZZ", key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NoBookingToday()));
        Ticket booked = done(tickets.arrive(lead, hall, four.toLowerCase(Locale.ROOT), key()));
        assertThat(booked.label()).startsWith("Y");
        assertThat(tickets.arrive(lead, hall, four, key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.BookingOver(BookingState.CHECKED_IN)));
        Actor worker = atCounter(1);
        assertThat(done(calling.callNext(worker, key())).id())
                .as("due, so before whoever came first")
                .isEqualTo(booked.id());
        done(calling.finish(worker, key()));
        assertThat(stateOf(four)).isEqualTo("SERVED");
    }

    /** A booking whose time is now, as the page of bookings would have written it. @return its last four characters */
    private String bookedForNow() {
        app.bean(Scoped.class)
                .transaction(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql("""
                insert into queue.bookings (subdistrict_id, id, area_id, place_id, slot_id, item_id, person_id, code, state,
                                            channel, priority, day, starts_at, minutes, made_by, request_key, made_at)
                select :subdistrict, gen_random_uuid(), :area, :place, gen_random_uuid(), i.id, gen_random_uuid(), :code,
                       'BOOKED', 'WEB', 'NONE', :day, :now, 15, 'test', gen_random_uuid(), :now
                from catalogue.items i where i.slug = 'residence-permit'""")
                                .param("subdistrict", hall.id().subdistrictId())
                                .param("area", hall.place().areaId())
                                .param("place", hall.id().id())
                                .param("code", hall.code().substring(0, 2) + "QUEU45")
                                .param("day", LocalDate.now(app.bean(Clock.class)))
                                .param(
                                        "now",
                                        Timestamp.from(app.bean(Clock.class).instant()))
                                .update());
        return "EU45";
    }

    private String stateOf(String four) {
        return app.bean(Scoped.class)
                .read(
                        TEST,
                        () -> app.bean(JdbcClient.class)
                                .sql(
                                        "select state from queue.bookings where subdistrict_id = :subdistrict and short_code = :four")
                                .param("subdistrict", hall.id().subdistrictId())
                                .param("four", four)
                                .query((rs, n) -> rs.getString(1))
                                .single());
    }

    @Test
    void whoHoldsNoRightAtThePlaceDrawsAndCallsNothing() {
        Actor stranger = new Actor(
                UUID.randomUUID(),
                "示例",
                Map.of(Right.ISSUE_TICKETS, Areas.within(Set.of(UUID.randomUUID()))),
                Set.of());
        assertThatThrownBy(() -> tickets.issue(stranger, hall, NewTicket.walkIn(Channel.RECEPTION, NOTHING), key()))
                .isInstanceOf(AccessRefusedException.class);
        assertThat(calling.callNext(stranger, key()))
                .isEqualTo(new TicketOutcome.Refused(new QueueRefusal.NotAtACounter()));
    }

    @Test
    void whereEverybodyPressesAtOnceNoTicketIsCalledTwiceAndNoNumberGivenTwice() throws Exception {
        int people = 60;
        int desks = 6;
        List<Actor> workers = new ArrayList<>();
        for (int i = 1; i <= desks; i++) {
            workers.add(atCounter(i));
        }
        List<Callable<List<TicketId>>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(() -> List.of(draw(Channel.KIOSK).id()));
        }
        List<TicketId> drawn = run(all);
        assertThat(new HashSet<>(drawn)).hasSize(people);
        List<Callable<List<TicketId>>> pressing = new ArrayList<>();
        for (Actor worker : workers) {
            pressing.add(() -> serveUntilEmpty(worker));
        }
        List<TicketId> served = run(pressing);
        assertThat(served).hasSize(people).doesNotHaveDuplicates();
        QueueDayStore.Day today = new QueueDayStore.Day(hall.id(), hall.place(), LocalDate.now(app.bean(Clock.class)));
        assertThat(app.bean(Scoped.class)
                        .read(
                                PublicScope.PUBLIC,
                                () -> app.bean(QueueDayStore.class).listUnaccounted(today)))
                .isEmpty();
    }

    private List<TicketId> serveUntilEmpty(Actor worker) {
        List<TicketId> mine = new ArrayList<>();
        while (calling.callNext(worker, key()) instanceof TicketOutcome.Done called) {
            mine.add(called.ticket().id());
            done(calling.finish(worker, key()));
        }
        return mine;
    }

    private static List<TicketId> run(List<Callable<List<TicketId>>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<TicketId> all = new ArrayList<>();
            for (Future<List<TicketId>> one : threads.invokeAll(work)) {
                all.addAll(one.get());
            }
            return all;
        }
    }
}
