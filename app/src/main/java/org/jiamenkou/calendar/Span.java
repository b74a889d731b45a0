package org.jiamenkou.calendar;

/**
 * A span of one day, in minutes from midnight; 1440 is the end of the day.
 *
 * @param opensMinute 0 to 1439
 * @param closesMinute after it, at most 1440
 */
public record Span(int opensMinute, int closesMinute) {
    public static final int DAY_MINUTES = 1440;

    public Span {
        if (opensMinute < 0 || closesMinute > DAY_MINUTES || opensMinute >= closesMinute) {
            throw new IllegalArgumentException("not a span of a day: " + opensMinute + " to " + closesMinute);
        }
    }

    public boolean contains(int minute) {
        return opensMinute <= minute && minute < closesMinute;
    }

    public boolean overlaps(Span other) {
        return opensMinute < other.closesMinute && other.opensMinute < closesMinute;
    }

    public int minutes() {
        return closesMinute - opensMinute;
    }

    /** As people write it: {@code 8:30–17:00}. */
    public String text() {
        return clock(opensMinute) + "–" + clock(closesMinute);
    }

    public static String clock(int minute) {
        return minute / 60 + ":" + (minute % 60 < 10 ? "0" : "") + minute % 60;
    }
}
