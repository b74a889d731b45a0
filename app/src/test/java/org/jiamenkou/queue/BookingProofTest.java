package org.jiamenkou.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jiamenkou.registry.PersonId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two nodes, 64 workers, random bookings, changes, cancellations and repeated requests: no slot over its capacity, the seats of
 * a slot are its bookings, every acknowledged booking is there afterwards, and a repeated key is the same booking. 1 % of it in
 * {@code ./jmk test}; {@code ./jmk prove booking} runs 100,000 operations on a PostgreSQL of its own with fsync, which is killed
 * (kill -9 of every process) several times in between.
 */
class BookingProofTest {
    private static final int WORKERS = 64;
    private static final int SLOTS = 40;
    private static final int PEOPLE = 600;

    @Test
    void aThousandRandomOperationsOnTwoNodes() throws Exception {
        try (BookingBench bench = new BookingBench(5, 1)) {
            Run run = new Run(bench, 1_000);
            run.work();
            run.check();
            assertThat(run.booked.get()).isPositive();
        }
    }

    @Test
    @Tag("prove-booking")
    void aHundredThousandRandomOperationsWithPostgresKilledInBetween() throws Exception {
        if (!"booking".equals(System.getProperty("prove"))) {
            return;
        }
        try (KilledPostgres server = KilledPostgres.start();
                BookingBench bench = new BookingBench(5, 1, server.database())) {
            Run run = new Run(bench, 100_000);
            Thread killer = Thread.ofVirtual().start(() -> server.killEvery(8_000, () -> run.isOver()));
            long from = System.nanoTime();
            run.work();
            killer.join();
            run.check();
            double seconds = (System.nanoTime() - from) / 1e9;
            Files.createDirectories(Path.of("..", "docs", "proofs"));
            Files.writeString(Path.of("..", "docs", "proofs", "booking.json"), """
                    {"proof": "booking", "commit": "%s", "operations": %d, "workers": %d, "nodes": 2, "kills": %d, "booked": %d, "refused": %d,
                     "cancelled": %d, "repeated": %d, "failedAndAskedAgain": %d, "seconds": %.1f}
                    """.formatted(
                            commit(),
                            run.operations,
                            WORKERS,
                            server.kills(),
                            run.booked.get(),
                            run.refused.get(),
                            run.cancelled.get(),
                            run.repeated.get(),
                            run.askedAgain.get(),
                            seconds));
            assertThat(server.kills()).isGreaterThan(1);
        }
    }

    private static String commit() throws java.io.IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip();
    }

    /** What the workers did and were told. */
    private static final class Run {
        private final BookingBench bench;
        private final int operations;
        private final List<BookingWriter> nodes;
        private final List<Slot> slots;
        private final List<PersonId> people = new ArrayList<>();
        private final Map<UUID, Booking> acknowledged = new ConcurrentHashMap<>();
        private final Map<UUID, Booking> ended = new ConcurrentHashMap<>();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicLong booked = new AtomicLong();
        private final AtomicLong refused = new AtomicLong();
        private final AtomicLong cancelled = new AtomicLong();
        private final AtomicLong repeated = new AtomicLong();
        private final AtomicLong askedAgain = new AtomicLong();
        private final List<Throwable> wrong = java.util.Collections.synchronizedList(new ArrayList<>());

        Run(BookingBench bench, int operations) {
            this.bench = bench;
            this.operations = operations;
            this.slots = bench.slots(SLOTS);
            this.nodes = List.of(bench.node(), bench.node());
            for (int i = 0; i < PEOPLE; i++) {
                people.add(BookingBench.somebody());
            }
        }

        boolean isOver() {
            return next.get() >= operations;
        }

        void work() throws InterruptedException {
            List<Thread> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(Thread.ofVirtual().start(() -> {
                    try {
                        while (next.getAndIncrement() < operations) {
                            one(ThreadLocalRandom.current());
                        }
                    } catch (RuntimeException | Error failed) {
                        wrong.add(failed);
                    }
                }));
            }
            for (Thread worker : workers) {
                worker.join();
            }
            assertThat(wrong).isEmpty();
        }

        private void one(ThreadLocalRandom random) {
            PersonId person = people.get(random.nextInt(people.size()));
            Slot slot = slots.get(random.nextInt(slots.size()));
            PriorityGroup group = random.nextInt(5) == 0 ? PriorityGroup.ELDER : PriorityGroup.NONE;
            List<Booking> mine = acknowledged.values().stream()
                    .filter(one -> one.person().equals(person)
                            && !ended.containsKey(one.id().id()))
                    .toList();
            if (mine.isEmpty()) {
                write(BookingBench.seat(slot, person, group), random);
            } else if (random.nextBoolean()) {
                write(
                        new BookingWish.Seat(
                                new BookingWish.Wanted(
                                        slot.id(),
                                        BookingBench.ITEM,
                                        person,
                                        mine.getFirst().priority()),
                                BookingBench.request(BookingChannel.WEB),
                                new BookingWish.Instead.Booked(mine.getFirst().id(), true)),
                        random);
            } else {
                write(
                        new BookingWish.End(mine.getFirst().id(), BookingBench.request(BookingChannel.WEB), true),
                        random);
            }
        }

        /** Asks until it is answered: the key makes that safe. Sometimes asks again although it was answered. */
        private void write(BookingWish wish, ThreadLocalRandom random) {
            BookingAnswer answer = null;
            for (int attempt = 0; answer == null; attempt++) {
                try {
                    answer = nodes.get(random.nextInt(2)).write(wish);
                } catch (RuntimeException away) {
                    askedAgain.incrementAndGet();
                    if (attempt == 60) {
                        throw away;
                    }
                    java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
                }
            }
            switch (answer) {
                case BookingAnswer.Refused(BookingRefusal why) -> refused.incrementAndGet();
                case BookingAnswer.Ended(Booking booking) -> {
                    cancelled.incrementAndGet();
                    ended.put(booking.id().id(), booking);
                }
                case BookingAnswer.Booked(Booking booking, boolean again) -> {
                    booked.incrementAndGet();
                    acknowledged.put(booking.id().id(), booking);
                    if (wish instanceof BookingWish.Seat(var wanted, var request, BookingWish.Instead.Booked old)
                            && !old.booking().equals(booking.id())) {
                        ended.put(old.booking().id(), booking);
                    }
                    if (random.nextInt(10) == 0) {
                        repeated.incrementAndGet();
                        BookingAnswer same = nodes.get(random.nextInt(2)).write(wish);
                        assertThat(same).isInstanceOf(BookingAnswer.Booked.class);
                        assertThat(((BookingAnswer.Booked) same).booking().id()).isEqualTo(booking.id());
                    }
                }
            }
        }

        void check() {
            assertThat(bench.count("queue.slots where taken > capacity"))
                    .as("slots over capacity")
                    .isZero();
            assertThat(bench.count("queue.slots s where taken <> (select count(*) from queue.bookings b"
                            + " where b.slot_id = s.id and b.state = 'BOOKED')"))
                    .as("seats are bookings")
                    .isZero();
            assertThat(bench.count("queue.slots s where taken_priority <> (select count(*) from queue.bookings b"
                            + " where b.slot_id = s.id and b.state = 'BOOKED' and b.priority <> 'NONE')"))
                    .isZero();
            assertThat(bench.count("(select person_id from queue.bookings where state = 'BOOKED' group by person_id"
                            + " having count(*) > 1) x"))
                    .as("people with two bookings of one item")
                    .isZero();
            assertThat(bench.count("queue.bookings"))
                    .as("rows = acknowledgements")
                    .isEqualTo(acknowledged.size());
            String ids = String.join(
                    "','", acknowledged.keySet().stream().map(UUID::toString).toList());
            assertThat(bench.count("queue.bookings where id::text in ('" + ids + "')"))
                    .isEqualTo(acknowledged.size());
            assertThat(bench.count("queue.bookings where state = 'BOOKED'"))
                    .isEqualTo(acknowledged.size() - ended.size());
        }
    }
}
