package org.jiamenkou.registry.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the stores to the tests of the module. */
public final class TestRegistryStores {
    private TestRegistryStores() {}

    public static PersonStore persons(JdbcClient sql) {
        return new PersonStore(sql);
    }
}
