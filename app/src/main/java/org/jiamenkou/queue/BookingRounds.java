package org.jiamenkou.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiamenkou.platform.Readiness;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.ChangeConsumer;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jiamenkou.queue.store.BookingStore;
import org.jiamenkou.queue.store.PlanStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What is done about bookings without anybody pressing a button: offers from the waiting list, reminders, bookings nobody came
 * to, new days' slots. Each round may run on every node at once: rows are claimed, and what is done is done once.
 */
@Component
@Profile("!train")
class BookingRounds implements SmartLifecycle, ChangeConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(BookingRounds.class);
    private static final SystemScope SCOPE = new SystemScope("queue.rounds");
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST_AT_ONCE = 200;

    private final Scoped scoped;
    private final SlotMaking making;
    private final WaitingList waiting;
    private final BookingStore bookings;
    private final PlanStore plans;
    private final BookingMessages messages;
    private final Changes changes;
    private final Readiness readiness;
    private final Ids ids;
    private final Clock clock;
    private volatile boolean running;
    private volatile @Nullable LocalDate madeOn;
    private @Nullable Thread worker;

    BookingRounds(
            Scoped scoped,
            SlotMaking making,
            WaitingList waiting,
            BookingStore bookings,
            PlanStore plans,
            BookingMessages messages,
            Changes changes,
            Readiness readiness,
            Ids ids,
            Clock clock) {
        this.scoped = scoped;
        this.making = making;
        this.waiting = waiting;
        this.bookings = bookings;
        this.plans = plans;
        this.messages = messages;
        this.changes = changes;
        this.readiness = readiness;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("booking-rounds").start(this::loop);
    }

    private void loop() {
        while (running) {
            try {
                Thread.sleep(EVERY);
                if (readiness.isReady()) {
                    round();
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("a round of bookings failed, the next will do it: {}", failed.toString());
                }
            }
        }
    }

    /** Everything that is due now. */
    void round() {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(madeOn)) {
            making.listPlanned(Optional.empty()).forEach(making::make);
            waiting.endOldDays();
            madeOn = today;
        }
        waiting.round();
        while (markNoShows(today) == MOST_AT_ONCE) {}
        while (remind() == MOST_AT_ONCE) {}
    }

    /** Bookings of days that are over. */
    int markNoShows(LocalDate today) {
        return scoped.transaction(SCOPE, () -> {
            List<Booking> missed = bookings.markNoShows(today, clock.instant(), MOST_AT_ONCE);
            if (!missed.isEmpty()) {
                changes.publish(new Change("queue", "BookingsMissed", ids.next().toString(), null));
            }
            return missed.size();
        });
    }

    int remind() {
        return scoped.transaction(SCOPE, () -> {
            BookingRules rules = plans.rules(LocalDateTime.now(clock).toLocalDate());
            List<Booking> due = bookings.markReminded(
                    clock.instant(), clock.instant().plus(Duration.ofHours(rules.reminderHours())), MOST_AT_ONCE);
            messages.tell(BookingMessages.Text.REMINDER, due);
            return due.size();
        });
    }

    @Override
    public Set<String> modules() {
        return Set.of("calendar");
    }

    /** Opening hours or the calendar changed: the slots of that subdistrict, or of all, are made anew. */
    @Override
    public void onChanges(List<Change> all) {
        for (Change change : all) {
            making.listPlanned(Optional.ofNullable(change.subdistrictId())).forEach(making::make);
        }
    }

    @Override
    public void stop() {
        running = false;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
