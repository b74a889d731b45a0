package org.jiamenkou.access.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores without Spring. */
public final class TestStores {
    private TestStores() {}

    public static AccountStore accounts(JdbcClient sql) {
        return new AccountStore(sql);
    }

    public static RoleStore roles(JdbcClient sql) {
        return new RoleStore(sql);
    }

    public static FactorStore factors(JdbcClient sql) {
        return new FactorStore(sql);
    }

    public static BrowserStore browsers(JdbcClient sql) {
        return new BrowserStore(sql);
    }

    public static AuditBlockStore auditBlocks(JdbcClient sql) {
        return new AuditBlockStore(sql);
    }

    public static AuditReadStore auditReads(JdbcClient sql) {
        return new AuditReadStore(sql);
    }

    public static AccountListStore accountList(JdbcClient sql) {
        return new AccountListStore(sql);
    }

    public static GrantStore grants(JdbcClient sql) {
        return new GrantStore(sql);
    }

    public static RestoreStore restores(JdbcClient sql) {
        return new RestoreStore(sql);
    }

    public static ResidentStore residents(JdbcClient sql) {
        return new ResidentStore(sql);
    }

    public static PhoneCodeStore phoneCodes(JdbcClient sql) {
        return new PhoneCodeStore(sql);
    }

    public static DeviceStore devices(JdbcClient sql) {
        return new DeviceStore(sql);
    }

    public static DevicePairingStore devicePairings(JdbcClient sql) {
        return new DevicePairingStore(sql);
    }
}
