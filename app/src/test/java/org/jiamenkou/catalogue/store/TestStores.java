package org.jiamenkou.catalogue.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stores without Spring. */
@NullMarked
public final class TestStores {
    private TestStores() {}

    public static ItemStore items(JdbcClient sql) {
        return new ItemStore(sql);
    }

    public static OfferingStore offerings(JdbcClient sql) {
        return new OfferingStore(sql);
    }

    public static ExceptionStore exceptions(JdbcClient sql) {
        return new ExceptionStore(sql);
    }
}
