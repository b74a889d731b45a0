package org.jiamenkou.queue.rules;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jiamenkou.queue.BookingRules;
import org.jiamenkou.queue.SlotPlan;

/** How much one person may hold, and what missed bookings lead to. */
public final class Limits {
    private Limits() {}

    /**
     * A booking a person holds in the subdistrict.
     *
     * @param endsAt after its last minute
     */
    public record Held(UUID item, LocalDateTime startsAt, LocalDateTime endsAt) {}

    /** Why a person may not have one more. */
    public enum Reached {
        /** So many of this item at once. */
        OPEN,
        /** So many on that day. */
        DAY,
        /** Two places at one time. */
        SAME_TIME
    }

    /** @param held bookings that stand, the one being replaced left out; what is over does not count */
    public static Optional<Reached> reached(List<Held> held, Held wanted, SlotPlan.Limits limits, LocalDateTime now) {
        List<Held> open = held.stream().filter(one -> one.endsAt().isAfter(now)).toList();
        if (open.stream().filter(one -> one.item().equals(wanted.item())).count() >= limits.openPerPerson()) {
            return Optional.of(Reached.OPEN);
        }
        LocalDate day = wanted.startsAt().toLocalDate();
        if (held.stream()
                        .filter(one -> one.startsAt().toLocalDate().equals(day))
                        .count()
                >= limits.dayPerPerson()) {
            return Optional.of(Reached.DAY);
        }
        return open.stream()
                        .anyMatch(one -> one.startsAt().isBefore(wanted.endsAt())
                                && wanted.startsAt().isBefore(one.endsAt()))
                ? Optional.of(Reached.SAME_TIME)
                : Optional.empty();
    }

    /**
     * The last day on which booking online is limited: whenever so many bookings were missed within the window, for so many
     * days after the last of them. Empty when it is not limited today.
     *
     * @param missed days of bookings nobody came to
     */
    public static Optional<LocalDate> onlineLimitedUntil(
            List<LocalDate> missed, BookingRules.NoShows rule, LocalDate today) {
        List<LocalDate> days = missed.stream().sorted().toList();
        Optional<LocalDate> until = Optional.empty();
        for (int last = rule.count() - 1; last < days.size(); last++) {
            LocalDate first = days.get(last - rule.count() + 1);
            if (days.get(last).isBefore(first.plusDays(rule.windowDays()))) {
                until = Optional.of(days.get(last).plusDays(rule.limitDays()));
            }
        }
        return until.filter(day -> !day.isBefore(today));
    }

    /** Whether a booking may still be changed or cancelled by the person. */
    public static boolean mayChange(LocalDateTime startsAt, int untilMinutes, LocalDateTime now) {
        return !now.isAfter(startsAt.minusMinutes(untilMinutes));
    }
}
