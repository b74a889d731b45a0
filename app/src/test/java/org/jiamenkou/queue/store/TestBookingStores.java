package org.jiamenkou.queue.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores of bookings without Spring. */
@NullMarked
public record TestBookingStores(
        BatchStore batch, OfferStore offers, PlanStore plans, SlotStore slots, BookingStore bookings) {
    public static TestBookingStores over(JdbcClient sql) {
        return new TestBookingStores(
                new BatchStore(sql),
                new OfferStore(sql),
                new PlanStore(sql),
                new SlotStore(sql),
                new BookingStore(sql));
    }
}
