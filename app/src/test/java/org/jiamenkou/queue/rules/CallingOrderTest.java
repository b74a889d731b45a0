package org.jiamenkou.queue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jiamenkou.queue.OrderRules;
import org.jiamenkou.queue.rules.CallingOrder.Choice;
import org.jiamenkou.queue.rules.CallingOrder.Free;
import org.jiamenkou.queue.rules.CallingOrder.Taken;
import org.jiamenkou.queue.rules.CallingOrder.Waiting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The written order: due bookings, priority, arrival; never more than so many of a kind before one in plain order. */
class CallingOrderTest {
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final OrderRules RULES = new OrderRules(10, 15, 3, 3, 2);
    private static final Free ANY = new Free(new UUID(9, 9), Set.of());
    private static final long TODAY = 20_000;

    private static Waiting plain(int arrival) {
        return new Waiting(new UUID(1, arrival), TODAY, arrival, null, false, Set.of(), null);
    }

    private static Waiting priority(int arrival) {
        return new Waiting(new UUID(2, arrival), TODAY, arrival, null, true, Set.of(), null);
    }

    private static Waiting booked(int arrival, int minutesFromNow) {
        return new Waiting(
                new UUID(3, arrival),
                TODAY,
                arrival,
                NOW.plus(Duration.ofMinutes(minutesFromNow)),
                false,
                Set.of(),
                null);
    }

    private static @Nullable UUID first(List<Waiting> waiting) {
        return CallingOrder.next(waiting, ANY, Taken.NOTHING, RULES, NOW)
                .map(Choice::ticket)
                .orElse(null);
    }

    @Test
    void nobodyWaitsNobodyIsCalled() {
        assertThat(CallingOrder.next(List.of(), ANY, Taken.NOTHING, RULES, NOW)).isEmpty();
    }

    @Test
    void aDueBookingComesBeforePriorityAndPriorityBeforeArrival() {
        assertThat(first(List.of(plain(1), priority(2), booked(3, 5))))
                .isEqualTo(booked(3, 5).ticket());
        assertThat(first(List.of(plain(1), priority(2)))).isEqualTo(priority(2).ticket());
        assertThat(first(List.of(plain(2), plain(1)))).isEqualTo(plain(1).ticket());
    }

    @Test
    void aBookingIsDueFromTenMinutesBeforeToFifteenAfter() {
        for (int minutes : new int[] {10, 0, -15}) {
            assertThat(first(List.of(plain(1), booked(2, minutes))))
                    .as("%d minutes", minutes)
                    .isEqualTo(booked(2, minutes).ticket());
        }
        for (int minutes : new int[] {11, -16}) {
            assertThat(first(List.of(plain(1), booked(2, minutes))))
                    .as("%d minutes", minutes)
                    .isEqualTo(plain(1).ticket());
        }
    }

    @Test
    void amongDueBookingsTheEarliestTimeComesFirst() {
        assertThat(first(List.of(booked(1, 8), booked(2, -3))))
                .isEqualTo(booked(2, -3).ticket());
    }

    @Test
    void afterThreeOfAKindOneInPlainOrderIsCalled() {
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            waiting.add(priority(i));
        }
        waiting.add(plain(100));
        waiting.add(plain(101));
        assertThat(CallingOrder.sequence(waiting, Taken.NOTHING, RULES, NOW))
                .containsExactly(
                        priority(1).ticket(),
                        priority(2).ticket(),
                        priority(3).ticket(),
                        plain(100).ticket(),
                        priority(4).ticket(),
                        priority(5).ticket(),
                        priority(6).ticket(),
                        plain(101).ticket(),
                        priority(7).ticket(),
                        priority(8).ticket());
    }

    @Test
    void whoIsLeftFromYesterdayComesBeforeToday() {
        Waiting yesterday = new Waiting(new UUID(4, 1), TODAY - 1, 400, null, false, Set.of(), null);
        assertThat(first(List.of(plain(1), yesterday))).isEqualTo(yesterday.ticket());
    }

    @Test
    void aCounterTakesWhatItCanAndWhatIsMeantForIt() {
        Waiting health = new Waiting(new UUID(5, 1), TODAY, 1, null, false, Set.of("health"), null);
        Waiting law = new Waiting(new UUID(5, 2), TODAY, 2, null, false, Set.of("law"), null);
        Waiting elsewhere = new Waiting(new UUID(5, 3), TODAY, 0, null, false, Set.of("law"), new UUID(8, 8));
        Free lawOnly = new Free(new UUID(9, 9), Set.of("law"));
        assertThat(CallingOrder.next(List.of(health, law, elsewhere), lawOnly, Taken.NOTHING, RULES, NOW))
                .map(Choice::ticket)
                .contains(law.ticket());
        assertThat(CallingOrder.next(
                        List.of(health, elsewhere),
                        new Free(new UUID(8, 8), Set.of("health")),
                        Taken.NOTHING,
                        RULES,
                        NOW))
                .map(Choice::ticket)
                .contains(elsewhere.ticket());
    }

    @Test
    void overTenThousandDrawnQueuesTheWrittenRulesHoldAndEverybodyIsCalledOnce() {
        Random random = new Random(4);
        for (int round = 0; round < 10_000; round++) {
            List<Waiting> waiting = new ArrayList<>();
            int size = random.nextInt(12);
            for (int i = 1; i <= size; i++) {
                waiting.add(
                        switch (random.nextInt(3)) {
                            case 0 -> plain(i);
                            case 1 -> priority(i);
                            default -> booked(i, random.nextInt(60) - 30);
                        });
            }
            Taken taken = Taken.NOTHING;
            Set<UUID> seen = new HashSet<>();
            int sinceThePlain = 0;
            while (!waiting.isEmpty()) {
                Optional<Choice> choice = CallingOrder.next(waiting, ANY, taken, RULES, NOW);
                Waiting called = waiting.stream()
                        .filter(one -> one.ticket().equals(choice.orElseThrow().ticket()))
                        .findFirst()
                        .orElseThrow();
                assertThat(seen.add(called.ticket())).isTrue();
                boolean preferred = called.priority() || CallingOrder.isDue(called.dueAt(), RULES, NOW);
                boolean aPlainWaits = waiting.stream()
                        .anyMatch(one -> !one.priority() && !CallingOrder.isDue(one.dueAt(), RULES, NOW));
                sinceThePlain = preferred && aPlainWaits ? sinceThePlain + 1 : 0;
                assertThat(sinceThePlain)
                        .as("kinds in a row before somebody in plain order")
                        .isLessThanOrEqualTo(2 * RULES.mostInARow());
                assertThat(waiting.stream()
                                .filter(one -> one.priority() == called.priority()
                                        && CallingOrder.isDue(one.dueAt(), RULES, NOW)
                                                == CallingOrder.isDue(called.dueAt(), RULES, NOW)
                                        && !CallingOrder.isDue(one.dueAt(), RULES, NOW))
                                .allMatch(one -> one.arrival() >= called.arrival()))
                        .as("of one kind the earliest arrival")
                        .isTrue();
                waiting.remove(called);
                taken = choice.orElseThrow().taken();
            }
            assertThat(seen).hasSize(size);
        }
    }
}
