package org.jiamenkou.queue.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the stores to the tests of the module. */
public final class TestQueueStores {
    private TestQueueStores() {}

    public static QueueDayStore days(JdbcClient sql) {
        return new QueueDayStore(sql);
    }

    public static TicketStore tickets(JdbcClient sql) {
        return new TicketStore(sql);
    }

    public static CounterStore counters(JdbcClient sql) {
        return new CounterStore(sql);
    }
}
