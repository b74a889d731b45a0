package org.jiamenkou.queue.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiamenkou.catalogue.Items;
import org.jiamenkou.platform.text.LocalText;
import org.jiamenkou.platform.web.Page;
import org.jiamenkou.queue.Counter;
import org.jiamenkou.queue.Ticket;
import org.jiamenkou.queue.WaitRange;
import org.jspecify.annotations.Nullable;

/** How the queue is put into words on a page. */
public final class QueueWords {
    private final Items items;
    private final Page page;

    QueueWords(Items items, Page page) {
        this.items = items;
        this.page = page;
    }

    /** What a ticket is about, in the reader's language. */
    public String items(Ticket ticket) {
        return ticket.items().isEmpty()
                ? page.t("queue.noItem")
                : ticket.items().stream()
                        .map(slug -> items.findBySlug(slug)
                                .map(item -> page.text(item.name()))
                                .orElse(slug))
                        .collect(Collectors.joining(page.t("queue.comma")));
    }

    /** A range in words; without one, that nothing can be promised now. */
    public String wait(Optional<WaitRange> range) {
        return range.map(one -> one.lowMinutes() == 0
                        ? page.t("queue.wait.upTo", one.highMinutes())
                        : page.t("queue.wait.range", one.lowMinutes(), one.highMinutes()))
                .orElseGet(() -> page.t("queue.wait.unknown"));
    }

    /** Room and number of a counter: people look for the room first. */
    public String counter(Counter counter) {
        LocalText room = counter.room();
        return room == null
                ? page.t("queue.counter", counter.number())
                : page.t("queue.counterInRoom", page.text(room), counter.number());
    }

    /** Minutes a ticket has waited; null before the person is there. */
    public @Nullable Long minutes(Ticket ticket, Instant at) {
        Instant arrived = ticket.arrivedAt();
        return arrived == null
                ? null
                : Math.max(0, Duration.between(arrived, at).toMinutes());
    }

    /** Why a ticket stands where it stands: the booked time, or the kind of priority. */
    public List<String> reasons(Ticket ticket) {
        ArrayList<String> reasons = new ArrayList<>();
        if (ticket.dueAt() != null) {
            reasons.add(page.t(
                    "queue.bookedFor",
                    LocalTime.ofInstant(ticket.dueAt(), ZoneId.of("Asia/Shanghai"))
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString()));
        }
        if (ticket.priority().hasPriority()) {
            reasons.add(page.t(ticket.priority().messageKey()));
        }
        if (ticket.companions() > 0) {
            reasons.add(page.t("queue.companions", ticket.companions()));
        }
        return reasons;
    }
}
