package org.jiamenkou.queue.rules;

import java.util.List;
import org.jiamenkou.queue.WaitRange;

/**
 * The wait of whoever has so many people before them: services follow each other at as many counters as are open, each as
 * long as the recent ones. The range is meant to hold in four of five cases.
 */
public final class WaitEstimate {
    /** Before anything was served at a place: minutes of a service and how much they vary. */
    private static final double FIRST_MEAN = 8;

    private static final double FIRST_DEVIATION = 6;
    /** Recent services count from this number on; below it they are mixed with the first assumption. */
    private static final int ENOUGH = 10;

    /** Four of five cases lie within so many deviations, if services vary as they usually do. */
    private static final double FOUR_OF_FIVE = 1.28;

    private static final int NARROWEST = 4;
    private static final int LONG = 30;
    private static final int STEP = 5;

    private WaitEstimate() {}

    /**
     * @param before how many are called before
     * @param counters how many serve now; at least one
     * @param recent minutes of the latest services at this place
     */
    public static WaitRange of(int before, int counters, List<Double> recent) {
        double known = Math.min(1, recent.size() / (double) ENOUGH);
        double mean = known * mean(recent) + (1 - known) * FIRST_MEAN;
        double deviation = known * deviation(recent) + (1 - known) * FIRST_DEVIATION;
        int open = Math.max(1, counters);
        // A counter comes free after what is left of a service, on average half of one shared among the counters.
        double expected = (before + 0.5) * mean / open;
        double spread = FOUR_OF_FIVE * Math.sqrt(before + 1.0) * Math.max(deviation, mean / 3) / open;
        int low = (int) Math.max(0, Math.floor(expected - spread));
        int high = (int) Math.max(low + NARROWEST, Math.ceil(expected + spread));
        return high > LONG
                ? new WaitRange(low / STEP * STEP, (high + STEP - 1) / STEP * STEP)
                : new WaitRange(low, high);
    }

    private static double mean(List<Double> minutes) {
        return minutes.stream().mapToDouble(Double::doubleValue).average().orElse(FIRST_MEAN);
    }

    private static double deviation(List<Double> minutes) {
        double mean = mean(minutes);
        return Math.sqrt(minutes.stream()
                .mapToDouble(one -> (one - mean) * (one - mean))
                .average()
                .orElse(FIRST_DEVIATION * FIRST_DEVIATION));
    }
}
