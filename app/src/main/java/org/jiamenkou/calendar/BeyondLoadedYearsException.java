package org.jiamenkou.calendar;

/** A date was asked about whose year has no announced holidays yet. Loud, so that no deadline is guessed. */
public final class BeyondLoadedYearsException extends RuntimeException {
    private final int year;

    public BeyondLoadedYearsException(int year) {
        super("the holidays of " + year + " are not loaded");
        this.year = year;
    }

    public int year() {
        return year;
    }
}
