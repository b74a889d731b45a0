package org.jiamenkou.queue;

/**
 * A wait as people are told it: a range, never a single figure.
 *
 * @param lowMinutes at least
 * @param highMinutes at most, in four of five cases
 */
public record WaitRange(int lowMinutes, int highMinutes) {
    public WaitRange {
        if (lowMinutes < 0 || highMinutes < lowMinutes) {
            throw new IllegalArgumentException("no range: " + lowMinutes + " to " + highMinutes);
        }
    }
}
