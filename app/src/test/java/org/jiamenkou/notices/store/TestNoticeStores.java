package org.jiamenkou.notices.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores without Spring. */
public final class TestNoticeStores {
    private TestNoticeStores() {}

    public static TemplateStore templates(JdbcClient sql) {
        return new TemplateStore(sql);
    }

    public static OutboxStore outbox(JdbcClient sql) {
        return new OutboxStore(sql);
    }
}
