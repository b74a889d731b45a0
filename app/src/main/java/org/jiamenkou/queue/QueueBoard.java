package org.jiamenkou.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The queue of a place at one instant, as everybody sees it: hall screen, kiosk, phone, a station far away, console.
 *
 * @param waiting in the order in which they would be called now
 * @param away drawn at a station where nobody says that the person is in the room; they keep their place but are not called
 * @param called the last ones called, the newest first
 */
public record QueueBoard(
        QueuePlace place,
        Instant at,
        List<Ticket> waiting,
        List<Ticket> away,
        List<Ticket> expected,
        List<Ticket> inHand,
        List<Ticket> held,
        List<Ticket> passed,
        List<Ticket> called,
        List<Counter> counters) {
    public QueueBoard {
        waiting = List.copyOf(waiting);
        away = List.copyOf(away);
        expected = List.copyOf(expected);
        inHand = List.copyOf(inHand);
        held = List.copyOf(held);
        passed = List.copyOf(passed);
        called = List.copyOf(called);
        counters = List.copyOf(counters);
    }

    /** How many are called before this one; empty when it does not wait. */
    public Optional<Integer> before(Ticket ticket) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).id().equals(ticket.id())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Counters where somebody serves now. */
    public long openCounters() {
        return counters.stream()
                .map(Counter::sitting)
                .filter(sitting -> sitting != null && !sitting.paused())
                .count();
    }

    /** The counter of a ticket, while it has one. */
    public Optional<Counter> counterOf(Ticket ticket) {
        return counters.stream()
                .filter(one -> one.id().equals(ticket.counter()))
                .findFirst();
    }
}
