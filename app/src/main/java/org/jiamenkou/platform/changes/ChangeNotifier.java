package org.jiamenkou.platform.changes;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jiamenkou.platform.postgres.Connections;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells the other nodes, at most every 50 ms and never inside a business transaction (NOTIFY serialises commits), that
 * modules have changed, and hears it from them. It holds two connections of its own; when PostgreSQL goes away it comes
 * back by itself and everything counts as changed.
 */
@Component
public final class ChangeNotifier implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeNotifier.class);
    private static final String CHANNEL = "jmk_changes";
    private static final int LISTEN_MILLIS = 1_000;
    private static final long TELL_NANOS = 50_000_000L;

    private final Connections connections;
    private final ChangeVersions versions;
    private final ChangeFeed feed;
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable Thread teller;

    ChangeNotifier(Connections connections, ChangeVersions versions, ChangeFeed feed) {
        this.connections = connections;
        this.versions = versions;
        this.feed = feed;
    }

    void tell(String module) {
        toTell.add(module);
        Thread waiting = teller;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
        feed.wake();
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofVirtual().name("changes-listener").start(() -> keepConnected(this::listen));
        teller = Thread.ofVirtual().name("changes-teller").start(() -> keepConnected(this::tellOthers));
    }

    @Override
    public void stop() {
        running = false;
        for (Thread thread : new Thread[] {listener, teller}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private interface Connected {
        void run(Connection connection) throws SQLException;
    }

    private void keepConnected(Connected work) {
        while (running) {
            try (Connection connection =
                    DriverManager.getConnection(connections.url(), connections.appUser(), connections.appPassword())) {
                work.run(connection);
            } catch (SQLException away) {
                if (running) {
                    LOG.info("changes: the database is away, trying again ({})", away.getMessage());
                    LockSupport.parkNanos(500_000_000L);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        feed.wake();
        PGConnection pg = connection.unwrap(PGConnection.class);
        while (running) {
            PGNotification[] heard = pg.getNotifications(LISTEN_MILLIS);
            if (heard == null) {
                continue;
            }
            for (PGNotification one : heard) {
                if (one.getPID() != tellerPid) {
                    versions.moved(one.getParameter());
                }
            }
            feed.wake();
        }
    }

    private volatile int tellerPid = -1;

    private void tellOthers(Connection connection) throws SQLException {
        tellerPid = connection.unwrap(PGConnection.class).getBackendPID();
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify('" + CHANNEL + "', ?)")) {
            while (running) {
                LockSupport.parkNanos(toTell.isEmpty() ? 1_000_000_000L : TELL_NANOS);
                for (String module : Set.copyOf(toTell)) {
                    notify.setString(1, module);
                    notify.execute();
                    toTell.remove(module);
                }
            }
        }
    }
}
