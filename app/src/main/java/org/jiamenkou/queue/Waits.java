package org.jiamenkou.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.platform.database.PublicScope;
import org.jiamenkou.platform.database.Scope;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.queue.rules.WaitEstimate;
import org.jiamenkou.queue.store.WaitStore;
import org.springframework.stereotype.Service;

/** The wait: what people are told, kept and compared with what happened. */
@Service
public class Waits {
    private static final Duration RECENT = Duration.ofDays(7);
    private static final int MOST_RECENT = 40;

    private final Scoped scoped;
    private final WaitStore store;
    private final Clock clock;

    Waits(Scoped scoped, WaitStore store, Clock clock) {
        this.scoped = scoped;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The wait of a ticket as things stand.
     *
     * @return empty when it does not wait, or no counter is open: then nothing can be promised
     */
    public Optional<WaitRange> now(QueueBoard board, Ticket ticket) {
        return board.openCounters() == 0
                ? Optional.empty()
                : board.before(ticket).map(before -> range(board.place().id(), before, (int) board.openCounters()));
    }

    private WaitRange range(QueuePlaceId place, int before, int counters) {
        Instant since = clock.instant().minus(RECENT);
        return WaitEstimate.of(
                before,
                counters,
                scoped.read(
                        Scoped.isRunning() ? Scoped.current() : PublicScope.PUBLIC,
                        () -> store.listRecentMinutes(place, since, MOST_RECENT)));
    }

    /** Keeps what the holder of a new ticket is told; in the running transaction. Nothing is told while no counter is open. */
    void keep(QueuePlace place, Ticket ticket) {
        WaitStore.Load load = store.load(place.id());
        if (load.counters() > 0 && ticket.state() == TicketState.WAITING) {
            int before = Math.max(0, load.waiting() - 1);
            store.keep(
                    ticket,
                    place.place().areaId(),
                    new WaitStore.Load(before, load.counters()),
                    range(place.id(), before, load.counters()));
        }
    }

    /** The ticket is called for the first time; in the running transaction. */
    void over(Ticket ticket) {
        Instant arrived = ticket.arrivedAt();
        if (arrived != null) {
            store.waited(ticket, (int)
                    Math.max(0, Duration.between(arrived, clock.instant()).toMinutes()));
        }
    }

    /** The figures of today of every place in these subdistricts where anything happened. */
    public Map<QueuePlaceId, HallFigures> today(Scope reader, List<UUID> subdistricts) {
        return scoped.read(reader, () -> store.figures(subdistricts, LocalDate.now(clock)));
    }
}
