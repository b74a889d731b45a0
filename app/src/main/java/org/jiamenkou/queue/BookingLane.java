package org.jiamenkou.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Those who wait at the same instant are written together. Whoever comes alone is written at once; while one batch is being
 * written the next gathers. After a batch of several, the writer waits at most {@link #COMPANY} for the others to come back,
 * holding no connection.
 *
 * <p>A member that makes its batch fail is found by writing each by itself. When the database is away, the batch is tried
 * again: its keys make that safe even if it had been committed.
 */
final class BookingLane {
    static final Duration COMPANY = Duration.ofMillis(2);
    static final int MOST_TOGETHER = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(BookingLane.class);
    private static final int MOST_WAITING = 50_000;
    private static final long LOOK_NANOS = 100_000;
    private static final long[] PAUSE_MILLIS = {50, 200, 500, 1_000, 2_000};

    private final Function<List<BookingWish>, List<BookingAnswer>> write;
    private final ConcurrentLinkedQueue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean writing = new AtomicBoolean();

    BookingLane(Function<List<BookingWish>, List<BookingAnswer>> write) {
        this.write = write;
    }

    private record Waiting(BookingWish wish, CompletableFuture<BookingAnswer> answer) {}

    /** Completes after the commit. */
    CompletableFuture<BookingAnswer> submit(BookingWish wish) {
        if (count.incrementAndGet() > MOST_WAITING) {
            count.decrementAndGet();
            throw new IllegalStateException("more than " + MOST_WAITING + " bookings are waiting to be written");
        }
        Waiting one = new Waiting(wish, new CompletableFuture<>());
        waiting.add(one);
        startIfIdle();
        return one.answer();
    }

    private void startIfIdle() {
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("booking-lane").start(this::writeAll);
        }
    }

    private void writeAll() {
        int before = 1;
        try {
            while (!waiting.isEmpty()) {
                if (before > 1) {
                    waitForCompany(before);
                }
                List<Waiting> batch = new ArrayList<>();
                for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
                    batch.add(next);
                    if (batch.size() == MOST_TOGETHER) {
                        break;
                    }
                }
                count.addAndGet(-batch.size());
                before = batch.size();
                together(batch);
            }
        } finally {
            writing.set(false);
            startIfIdle();
        }
    }

    /** Until as many are there as last time, or nobody comes any more, or the time is up. */
    private void waitForCompany(int before) {
        long until = System.nanoTime() + COMPANY.toNanos();
        int seen = -1;
        while (count.get() < Math.min(before, MOST_TOGETHER) && count.get() != seen && System.nanoTime() < until) {
            seen = count.get();
            java.util.concurrent.locks.LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void together(List<Waiting> batch) {
        for (int attempt = 0; ; attempt++) {
            try {
                List<BookingAnswer> answers =
                        write.apply(batch.stream().map(Waiting::wish).toList());
                for (int i = 0; i < answers.size(); i++) {
                    batch.get(i).answer().complete(answers.get(i));
                }
                return;
            } catch (RuntimeException | Error failed) {
                if (mayPass(failed) && attempt < PAUSE_MILLIS.length && paused(PAUSE_MILLIS[attempt])) {
                    LOG.warn("{} bookings could not be written, trying again: {}", batch.size(), failed.toString());
                } else if (mayPass(failed) || batch.size() == 1) {
                    batch.forEach(one -> one.answer().completeExceptionally(failed));
                    return;
                } else {
                    LOG.warn("one of {} bookings fails, writing each by itself: {}", batch.size(), failed.toString());
                    batch.forEach(one -> together(List.of(one)));
                    return;
                }
            }
        }
    }

    private static boolean mayPass(Throwable failed) {
        return failed instanceof TransientDataAccessException
                || failed instanceof RecoverableDataAccessException
                || failed instanceof NonTransientDataAccessResourceException
                || failed instanceof TransactionException;
    }

    private static boolean paused(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
