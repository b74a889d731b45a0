package org.jiamenkou.platform.changes;

import java.time.Clock;
import org.jiamenkou.platform.database.Ids;
import org.jiamenkou.platform.database.Scoped;
import org.jiamenkou.platform.postgres.Connections;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log of changes without the threads that tell other nodes. */
@NullMarked
public record TestChanges(Changes changes, ChangeVersions versions) {
    public static TestChanges over(JdbcClient sql, Scoped scoped, Clock clock) {
        ChangeVersions versions = new ChangeVersions();
        ChangeFeed feed = new ChangeFeed(
                sql, scoped, new StaticListableBeanFactory().getBeanProvider(ChangeConsumer.class), versions);
        ChangeNotifier silent = new ChangeNotifier(new Connections("", "", "", "", ""), versions, feed);
        return new TestChanges(new Changes(sql, new Ids(clock), clock, versions, silent), versions);
    }
}
