package org.jiamenkou.queue.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jiamenkou.queue.WaitRange;
import org.junit.jupiter.api.Test;

/** The wait that is told, against waits of halls that are played through. */
class WaitEstimateTest {
    private static final int HALLS = 4_000;

    @Test
    void moreBeforeIsLongerAndMoreCountersAreShorter() {
        WaitRange few = WaitEstimate.of(2, 2, List.of());
        WaitRange many = WaitEstimate.of(20, 2, List.of());
        WaitRange manyCounters = WaitEstimate.of(20, 8, List.of());
        assertThat(many.lowMinutes()).isGreaterThan(few.highMinutes());
        assertThat(manyCounters.highMinutes()).isLessThan(many.highMinutes());
    }

    @Test
    void whoIsNextIsNeverToldALeastWait() {
        assertThat(WaitEstimate.of(0, 3, List.of()).lowMinutes()).isZero();
    }

    @Test
    void theRangeHoldsInAboutFourOfFiveHalls() {
        Random random = new Random(7);
        int held = 0;
        for (int hall = 0; hall < HALLS; hall++) {
            int counters = 1 + random.nextInt(5);
            int before = random.nextInt(25);
            double mean = 4 + random.nextInt(12);
            List<Double> recent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                recent.add(service(random, mean));
            }
            WaitRange told = WaitEstimate.of(before, counters, recent);
            int waited = (int) played(random, counters, before, mean);
            held += told.lowMinutes() <= waited && waited <= told.highMinutes() ? 1 : 0;
        }
        assertThat(held / (double) HALLS).isBetween(0.7, 0.97);
    }

    /** Between half and one and a half of the mean, as halls have it where nobody is stuck. */
    private static double service(Random random, double mean) {
        return mean * (0.5 + random.nextDouble());
    }

    /** Every counter is in the middle of somebody; those before are called one after the other, then this one. */
    private static double played(Random random, int counters, int before, double mean) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int i = 0; i < counters; i++) {
            free.add(service(random, mean) * random.nextDouble());
        }
        for (int i = 0; i < before; i++) {
            free.add(free.remove() + service(random, mean));
        }
        return free.remove();
    }
}
