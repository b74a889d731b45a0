package org.jiamenkou.queue;

/**
 * Numbers of the written order, as data (queue.order_rules).
 *
 * @param dueBeforeMinutes a checked-in booking is due from so long before its time
 * @param dueAfterMinutes until so long after it; later it ranks by arrival
 * @param mostInARow so many due bookings or priority tickets in a row, then the earliest arrival of all
 * @param recalls called so often without an answer, a ticket is passed
 * @param returns so often somebody who was passed may return and rank by the time of return
 */
public record OrderRules(int dueBeforeMinutes, int dueAfterMinutes, int mostInARow, int recalls, int returns) {}
