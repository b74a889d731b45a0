package org.jiamenkou.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.queue.rules.CallingOrder;
import org.jiamenkou.queue.store.CounterStore;
import org.jiamenkou.queue.store.QueueDayStore;
import org.jiamenkou.queue.store.TicketStore;
import org.springframework.stereotype.Service;

/** Reads the queue of a place as it stands. Public: tickets carry numbers and items, no names. */
@Service
public class QueueBoards {
    private static final int MOST_CALLED = 6;

    private final Scoped scoped;
    private final QueuePlaces places;
    private final TicketStore tickets;
    private final CounterStore counters;
    private final QueueDayStore days;
    private final Clock clock;

    QueueBoards(
            Scoped scoped,
            QueuePlaces places,
            TicketStore tickets,
            CounterStore counters,
            QueueDayStore days,
            Clock clock) {
        this.scoped = scoped;
        this.places = places;
        this.tickets = tickets;
        this.counters = counters;
        this.days = days;
        this.clock = clock;
    }

    /** Five queries, however many wait. */
    public QueueBoard board(QueuePlace place) {
        return scoped.read(Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC, () -> {
            LocalDate today = LocalDate.now(clock);
            Instant now = clock.instant();
            List<Ticket> open = tickets.listOpen(place.id());
            return new QueueBoard(
                    place,
                    now,
                    ordered(place, open, now),
                    open.stream()
                            .filter(one -> one.state() == TicketState.WAITING && !one.present())
                            .toList(),
                    in(open, EnumSet.of(TicketState.EXPECTED)),
                    in(open, EnumSet.of(TicketState.CALLED, TicketState.SERVING)),
                    in(open, EnumSet.of(TicketState.HELD)),
                    in(open, EnumSet.of(TicketState.PASSED)),
                    tickets.listCalled(place.id(), today, MOST_CALLED),
                    counters.list(place.id()));
        });
    }

    private List<Ticket> ordered(QueuePlace place, List<Ticket> open, Instant now) {
        Map<UUID, Ticket> waiting = open.stream()
                .filter(one -> one.state() == TicketState.WAITING && one.present())
                .collect(Collectors.toMap(one -> one.id().id(), Function.identity()));
        List<CallingOrder.Waiting> looked =
                waiting.values().stream().map(QueueBoards::waiting).toList();
        LocalDate today = LocalDate.now(clock);
        CallingOrder.Taken taken = days.taken(new QueueDayStore.Day(place.id(), place.place(), today));
        return CallingOrder.sequence(looked, taken, places.rules(today), now).stream()
                .map(id -> Objects.requireNonNull(waiting.get(id)))
                .toList();
    }

    private static CallingOrder.Waiting waiting(Ticket one) {
        Long arrival = one.arrival();
        return new CallingOrder.Waiting(
                one.id().id(),
                one.day().toEpochDay(),
                arrival == null ? Long.MAX_VALUE : arrival,
                one.dueAt(),
                one.priority().hasPriority(),
                one.classes(),
                one.forCounter());
    }

    private static List<Ticket> in(List<Ticket> open, Set<TicketState> states) {
        return open.stream().filter(one -> states.contains(one.state())).toList();
    }
}
