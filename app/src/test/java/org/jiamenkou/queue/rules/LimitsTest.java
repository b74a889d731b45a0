package org.jiamenkou.queue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jiamenkou.queue.BookingRules;
import org.jiamenkou.queue.PriorityGroup;
import org.jiamenkou.queue.Slot;
import org.jiamenkou.queue.SlotPlan;
import org.junit.jupiter.api.Test;

/** How much one person may hold, and what missed bookings lead to (three limit booking online for 30 days). */
class LimitsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDateTime NOW = DAY.atTime(10, 0);
    private static final BookingRules.NoShows THREE = new BookingRules.NoShows(3, 90, 30);
    private static final SlotPlan.Limits LIMITS = new SlotPlan.Limits(1, 2, 30);
    private static final UUID ITEM = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private static Limits.Held at(UUID item, LocalDateTime start) {
        return new Limits.Held(item, start, start.plusMinutes(30));
    }

    @Test
    void aSecondBookingOfTheSameItemWaitsUntilTheFirstIsOver() {
        Limits.Held wanted = at(ITEM, NOW.plusDays(2));
        assertThat(Limits.reached(List.of(at(ITEM, NOW.plusDays(1))), wanted, LIMITS, NOW))
                .contains(Limits.Reached.OPEN);
        assertThat(Limits.reached(List.of(at(ITEM, NOW.minusHours(1))), wanted, LIMITS, NOW))
                .isEmpty();
    }

    @Test
    void nobodyIsInTwoPlacesAtOneTime() {
        assertThat(Limits.reached(
                        List.of(at(OTHER, NOW.plusHours(3))),
                        at(ITEM, NOW.plusHours(3).plusMinutes(29)),
                        LIMITS,
                        NOW))
                .contains(Limits.Reached.SAME_TIME);
        assertThat(Limits.reached(
                        List.of(at(OTHER, NOW.plusHours(3))),
                        at(ITEM, NOW.plusHours(3).plusMinutes(30)),
                        LIMITS,
                        NOW))
                .isEmpty();
    }

    @Test
    void threeMissedInAQuarterLimitForThirtyDaysAfterTheThird() {
        List<LocalDate> missed = List.of(DAY.minusDays(50), DAY.minusDays(20), DAY.minusDays(4));
        assertThat(Limits.onlineLimitedUntil(missed, THREE, DAY)).contains(DAY.plusDays(26));
        assertThat(Limits.onlineLimitedUntil(missed, THREE, DAY.plusDays(26))).isPresent();
        assertThat(Limits.onlineLimitedUntil(missed, THREE, DAY.plusDays(27))).isEmpty();
        assertThat(Limits.onlineLimitedUntil(missed.subList(0, 2), THREE, DAY)).isEmpty();
    }

    @Property
    void fewerMissedNeverLimitMore(@ForAll @Size(max = 8) List<@IntRange(max = 200) Integer> daysAgo) {
        List<LocalDate> all = daysAgo.stream().map(DAY::minusDays).toList();
        Optional<LocalDate> limit = Limits.onlineLimitedUntil(all, THREE, DAY);
        limit.ifPresent(until -> assertThat(until).isBetween(DAY, DAY.plusDays(30)));
        if (!all.isEmpty()) {
            List<LocalDate> fewer = new ArrayList<>(all);
            fewer.removeLast();
            Optional<LocalDate> less = Limits.onlineLimitedUntil(fewer, THREE, DAY);
            assertThat(less.isPresent() && limit.isEmpty()).isFalse();
        }
    }

    @Property
    void whatIsFreeForEverybodyIsFreeForPriorityAndNeverMoreThanIsThere(
            @ForAll @IntRange(max = 50) int capacity,
            @ForAll @IntRange(max = 50) int reserved,
            @ForAll @IntRange(max = 60) int taken,
            @ForAll @IntRange(max = 60) int priority) {
        Slot.Seats seats = new Slot.Seats(capacity, reserved, taken, Math.min(priority, taken));
        assertThat(seats.freeFor(PriorityGroup.NONE)).isBetween(0, seats.freeFor(PriorityGroup.ELDER));
        assertThat(seats.freeFor(PriorityGroup.ELDER)).isEqualTo(Math.max(0, capacity - taken));
    }
}
