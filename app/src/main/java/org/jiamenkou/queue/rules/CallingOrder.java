package org.jiamenkou.queue.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jiamenkou.queue.OrderRules;
import org.jspecify.annotations.Nullable;

/**
 * The written order, as it is published on each hall's page. At a free counter: first a checked-in booking that is due, the
 * earliest time first; then priority (老残孕军) by arrival; then whoever arrived first. After so many due bookings, and so many
 * priority tickets, one ticket in plain order of arrival is called before the next of that kind, so that nobody waits for
 * ever. A booking checked in too early or too late ranks by arrival. Who draws a number elsewhere shares this order.
 */
public final class CallingOrder {
    private static final Comparator<Waiting> BY_ARRIVAL =
            Comparator.comparing(Waiting::dayNumber).thenComparing(Waiting::arrival);

    private CallingOrder() {}

    /**
     * Somebody who waits.
     *
     * @param dayNumber of the day the ticket was drawn, so that those left from yesterday come first
     * @param dueAt time of a checked-in booking, null without
     * @param forCounter the only counter that may call it, null for any
     */
    public record Waiting(
            UUID ticket,
            long dayNumber,
            long arrival,
            @Nullable Instant dueAt,
            boolean priority,
            Set<String> classes,
            @Nullable UUID forCounter) {}

    /** What has been called since the last ticket in plain order of arrival. */
    public record Taken(int due, int priority) {
        public static final Taken NOTHING = new Taken(0, 0);
    }

    /** A counter that is free. @param classes what it takes, empty for everything */
    public record Free(UUID counter, Set<String> classes) {}

    /** Who is called, and what that makes of the count. */
    public record Choice(UUID ticket, Taken taken) {}

    private enum Kind {
        DUE,
        PRIORITY,
        PLAIN
    }

    /** Empty when nobody waits whom this counter may call. */
    public static Optional<Choice> next(List<Waiting> waiting, Free free, Taken taken, OrderRules rules, Instant now) {
        List<Waiting> mine = waiting.stream().filter(one -> mayTake(free, one)).toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Optional<Choice> chosen = chosen(mine, taken, rules, now);
        return chosen.isPresent() ? chosen : chosen(mine, Taken.NOTHING, rules, now);
    }

    /**
     * The order in which those who wait would be called now, one free counter for everything assumed: what people are shown
     * as their place in the queue.
     */
    public static List<UUID> sequence(List<Waiting> waiting, Taken taken, OrderRules rules, Instant now) {
        List<Waiting> left = new ArrayList<>(waiting);
        List<UUID> sequence = new ArrayList<>();
        Taken count = taken;
        while (!left.isEmpty()) {
            Optional<Choice> chosen = chosen(left, count, rules, now);
            Choice choice = chosen.isPresent()
                    ? chosen.get()
                    : chosen(left, Taken.NOTHING, rules, now).orElseThrow();
            sequence.add(choice.ticket());
            left.removeIf(one -> one.ticket().equals(choice.ticket()));
            count = choice.taken();
        }
        return sequence;
    }

    private static Optional<Choice> chosen(List<Waiting> mine, Taken taken, OrderRules rules, Instant now) {
        if (taken.due() < rules.mostInARow()) {
            Optional<Waiting> due = mine.stream()
                    .filter(of(Kind.DUE, rules, now))
                    .min(Comparator.comparing(CallingOrder::dueAt).thenComparing(BY_ARRIVAL));
            if (due.isPresent()) {
                return Optional.of(new Choice(due.get().ticket(), new Taken(taken.due() + 1, taken.priority())));
            }
        }
        if (taken.priority() < rules.mostInARow()) {
            Optional<Waiting> priority =
                    mine.stream().filter(of(Kind.PRIORITY, rules, now)).min(BY_ARRIVAL);
            if (priority.isPresent()) {
                return Optional.of(new Choice(priority.get().ticket(), new Taken(taken.due(), taken.priority() + 1)));
            }
        }
        return mine.stream()
                .filter(of(Kind.PLAIN, rules, now))
                .min(BY_ARRIVAL)
                .map(plain -> new Choice(plain.ticket(), Taken.NOTHING));
    }

    private static Instant dueAt(Waiting one) {
        Instant due = one.dueAt();
        return due == null ? Instant.MAX : due;
    }

    private static Predicate<Waiting> of(Kind kind, OrderRules rules, Instant now) {
        return one -> kindOf(one, rules, now) == kind;
    }

    private static Kind kindOf(Waiting one, OrderRules rules, Instant now) {
        if (isDue(one.dueAt(), rules, now)) {
            return Kind.DUE;
        }
        return one.priority() ? Kind.PRIORITY : Kind.PLAIN;
    }

    /** Whether a booking of this time is due, in the window before and after it. */
    public static boolean isDue(@Nullable Instant dueAt, OrderRules rules, Instant now) {
        return dueAt != null
                && !now.isBefore(dueAt.minus(Duration.ofMinutes(rules.dueBeforeMinutes())))
                && !now.isAfter(dueAt.plus(Duration.ofMinutes(rules.dueAfterMinutes())));
    }

    /** A counter takes what is meant for it, or for no counter in particular and of its classes. */
    public static boolean mayTake(Free free, Waiting one) {
        if (one.forCounter() != null) {
            return one.forCounter().equals(free.counter());
        }
        return free.classes().isEmpty() || free.classes().containsAll(one.classes());
    }
}
