package org.jiamenkou.queue;

/**
 * Numbers of booking for the whole city, as data (queue.booking_rules).
 *
 * @param offerMinutes an offer from the waiting list holds so long
 * @param offerBeforeMinutes none is made, and none holds, closer to the start than this
 * @param reminderHours before the start
 * @param wrongTries so often the phone's digits may be typed wrongly under one code
 */
public record BookingRules(
        NoShows noShows, int offerMinutes, int offerBeforeMinutes, int reminderHours, int wrongTries) {
    /** So many missed within so many days limit booking online for so many days. */
    public record NoShows(int count, int windowDays, int limitDays) {}
}
