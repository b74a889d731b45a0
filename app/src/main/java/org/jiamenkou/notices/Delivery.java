package org.jiamenkou.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jiamenkou.access.Phone;
import org.jiamenkou.notices.rules.Attempts;
import org.jiamenkou.notices.store.OutboxStore;
import org.jiamenkou.notices.store.OutboxStore.Claimed;
import org.jiamenkou.notices.store.OutboxStore.End;
import org.jiamenkou.platform.changes.Change;
import org.jiamenkou.platform.changes.Changes;
import org.jiamenkou.platform.crypto.Ciphers;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.database.SystemScope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due. Any number of nodes may do so at once: a row is claimed under a lock that others pass over, the
 * gateway is asked outside any transaction, and a claim that nobody ended in time is taken over.
 */
@Component
class Delivery implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final SystemScope SCOPE = new SystemScope("notices.delivery");
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
    private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 10;

    private final Scoped scoped;
    private final OutboxStore store;
    private final SmsChannel channel;
    private final Ciphers ciphers;
    private final Changes changes;
    private final Clock clock;
    private final DeliveryBell bell;
    private volatile boolean running;
    private @Nullable Thread worker;

    Delivery(
            Scoped scoped,
            OutboxStore store,
            SmsChannel channel,
            Ciphers ciphers,
            Changes changes,
            Clock clock,
            DeliveryBell bell) {
        this.scoped = scoped;
        this.store = store;
        this.channel = channel;
        this.ciphers = ciphers;
        this.changes = changes;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void start() {
        Optional<SmsGateway> gateway = channel.gateway();
        running = true;
        gateway.ifPresent(
                way -> worker = Thread.ofVirtual().name("notices-delivery").start(() -> loop(way)));
    }

    private void loop(SmsGateway gateway) {
        Instant nextClearing = clock.instant();
        while (running) {
            try {
                if (!clock.instant().isBefore(nextClearing)) {
                    scoped.transaction(SCOPE, () -> store.deleteOld(clock.instant()));
                    nextClearing = clock.instant().plus(BETWEEN_CLEARINGS);
                }
                if (deliverDue(gateway) == 0) {
                    bell.await(BETWEEN_LOOKS);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                if (!running) {
                    return;
                }
                LOG.warn("messages could not be looked after, trying again: {}", failed.toString());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** Sends what is due now; @return how many messages were taken up. */
    int deliverDue(SmsGateway gateway) {
        Instant now = clock.instant();
        List<Claimed> claimed =
                scoped.transaction(SCOPE, () -> store.claim(now, now.plus(Attempts.LEASE), MOST_AT_ONCE));
        claimed.forEach(message -> deliver(gateway, message));
        return claimed.size();
    }

    private void deliver(SmsGateway gateway, Claimed message) {
        if (message.tooLate()) {
            finish(message, MessageState.TOO_LATE, "its use was over");
            return;
        }
        if (message.attempts() > Attempts.MOST) {
            // Claimed once more than it may be tried: nodes died over it each time.
            finish(message, MessageState.DEAD, "never ended");
            return;
        }
        switch (send(gateway, message)) {
            case SmsOutcome.Taken(String reference) -> finish(message, MessageState.DELIVERED, reference);
            case SmsOutcome.Refused(String reason) -> finish(message, MessageState.DEAD, reason);
            case SmsOutcome.TryAgain(String reason) -> {
                Optional<Duration> pause = Attempts.pauseAfter(message.attempts());
                if (pause.isEmpty()) {
                    finish(message, MessageState.DEAD, reason);
                } else {
                    Instant at = clock.instant().plus(pause.get());
                    End end = new End(message.id(), message.attempts(), MessageState.WAITING, reason);
                    scoped.transaction(SCOPE, () -> store.tryAgain(end, at));
                }
            }
        }
    }

    private SmsOutcome send(SmsGateway gateway, Claimed message) {
        try {
            return gateway.send(new Sms(
                    message.id(),
                    new Phone(ciphers.decrypt(Outbox.RECIPIENT, message.recipient())),
                    new Sms.Text(ciphers.decrypt(Outbox.BODY, message.body()))));
        } catch (RuntimeException failed) {
            LOG.warn("message {} did not leave: {}", message.id(), failed.toString());
            return new SmsOutcome.TryAgain(failed.getClass().getSimpleName());
        }
    }

    private void finish(Claimed message, MessageState state, String note) {
        if (state != MessageState.DELIVERED) {
            LOG.warn("message {} was given up: {} ({})", message.id(), state, note);
        }
        scoped.transaction(SCOPE, () -> {
            if (store.finish(new End(message.id(), message.attempts(), state, note), clock.instant())) {
                changes.publish(
                        state == MessageState.DELIVERED
                                ? new Change(
                                        "notices",
                                        "MessageDelivered",
                                        message.id().toString(),
                                        null)
                                : new Change(
                                        "notices", "MessageDied", message.id().toString(), null));
            }
        });
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
