package org.jiamenkou.queue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jiamenkou.calendar.Span;
import org.jiamenkou.queue.SlotPlan;
import org.junit.jupiter.api.Test;

/** Slots of a day lie inside the opening hours and outside the breaks. */
class SlotTimesTest {
    private static SlotPlan.Pieces pieces(int minutes, Span... breaks) {
        return new SlotPlan.Pieces(minutes, 1, 0, 0, List.of(breaks));
    }

    @Test
    void aMorningOfQuartersHasWholeQuartersOnly() {
        assertThat(SlotTimes.startsOn(List.of(new Span(510, 550)), pieces(15))).containsExactly(510, 525);
    }

    @Test
    void spansThatAdjoinAreOneAndABreakIsLeftOut() {
        assertThat(SlotTimes.startsOn(List.of(new Span(540, 600), new Span(600, 690)), pieces(50, new Span(600, 610))))
                .containsExactly(540, 610);
    }

    @Test
    void aDayOpensSoManyDaysAheadAtItsMinute() {
        assertThat(SlotTimes.opensAt(LocalDate.of(2026, 12, 8), new SlotPlan.Release(14, 480)))
                .isEqualTo(LocalDate.of(2026, 11, 24).atTime(8, 0));
    }

    @Property
    void noSlotLeavesTheHoursOrTouchesABreakOrAnother(
            @ForAll @IntRange(max = 600) int opens,
            @ForAll @IntRange(min = 1, max = 600) int open,
            @ForAll @IntRange(max = 1200) int pause,
            @ForAll @IntRange(min = 1, max = 200) int paused,
            @ForAll @IntRange(min = 5, max = 120) int minutes) {
        Span hours = new Span(opens, opens + open);
        Span rest = new Span(pause, Math.min(1440, pause + paused));
        List<Integer> starts = SlotTimes.startsOn(List.of(hours), pieces(minutes, rest));
        int before = -minutes;
        for (int start : starts) {
            Span slot = new Span(start, start + minutes);
            assertThat(start).isGreaterThanOrEqualTo(Math.max(hours.opensMinute(), before + minutes));
            assertThat(slot.closesMinute()).isLessThanOrEqualTo(hours.closesMinute());
            assertThat(slot.overlaps(rest)).isFalse();
            before = start;
        }
        int lost = hours.overlaps(rest) ? rest.minutes() + 2 * minutes : minutes;
        assertThat(starts.size() * minutes).isGreaterThan(open - lost - minutes);
    }
}
