package org.jiamenkou.network.store;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is loaded already, so that a load that was interrupted goes on where it stopped. */
@Component
public final class LoadStore {
    private final JdbcClient sql;

    public LoadStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the first load came to its end; a later edition's divisions are not filled by it. */
    public boolean isFinished() {
        return exists("select count(*) from network.stamps where name = 'first-load'");
    }

    public void finish() {
        sql.sql("insert into network.stamps (name, stamp) values ('first-load', 1) on conflict do nothing")
                .update();
    }

    public boolean hasDivisions() {
        return exists("select count(*) from network.divisions");
    }

    public boolean hasCityOrganisations() {
        return exists("select count(*) from network.organisations where kind = 'DEPARTMENT'");
    }

    /** Each subdistrict is loaded in one transaction, its centres among the rest. */
    public Set<UUID> listLoadedSubdistricts() {
        return new HashSet<>(sql.sql("select distinct subdistrict_id from network.organisations where kind = 'CENTRE'")
                .query(UUID.class)
                .list());
    }

    private boolean exists(String count) {
        return sql.sql(count).query(Long.class).single() > 0;
    }
}
