package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jiamenkou.platform.CannotStartException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded server of one data folder: a process of its own, so that a crash of the application does not take the
 * database along, and watched, so that the reverse heals within a second or two.
 *
 * <p>A server that survived an earlier crash of the application is adopted, but only when it really serves this folder.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(2_200);
    private static final Duration LAST_PATIENCE = Duration.ofMillis(600);
    private static final long WATCH_MILLIS = 200;
    /** Below the range from which the kernel lends ports to outgoing connections, so that a kept port stays free. */
    private static final int LOWEST_PORT = 20_000;

    private static final int PORTS = 12_000;

    private final DataLock lock;
    private final DataFolder folder;
    private final Cluster cluster;
    private final ReentrantLock change = new ReentrantLock();
    private volatile int port;
    private volatile boolean closing;
    private volatile boolean adopted;
    private volatile @Nullable Postmaster postmaster;

    private PostgresServer(DataLock lock, Options options, @Nullable RunAs runAs) {
        this.lock = lock;
        this.folder = lock.folder();
        this.cluster = new Cluster(folder, options, runAs == null ? RunAs.choose(folder.root()) : runAs);
    }

    /** Takes the data folder and starts its server; {@link #close} gives both back. */
    public static PostgresServer start(Path dir, Options options) {
        return start(DataLock.take(dir), options);
    }

    /** Starts the server of a data folder that is already taken. */
    public static PostgresServer start(DataLock lock, Options options) {
        return start(lock, options, null);
    }

    static PostgresServer start(DataLock lock, Options options, @Nullable RunAs runAs) {
        PostgresServer server = null;
        try {
            server = new PostgresServer(lock, options, runAs);
            server.cluster.prepare();
            server.startOrAdopt();
            Thread.ofPlatform().name("postgres-watch").daemon().start(server::watch);
            return server;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private void startOrAdopt() {
        long end = System.nanoTime() + START_PATIENCE.toNanos();
        port = folder.keptPort().orElse(0);
        while (true) {
            Optional<Postmaster> running = Postmaster.on(folder.cluster());
            if (running.isPresent()) {
                if (adopt(running.get())) {
                    return;
                }
            } else if (launch(remaining(end), port == 0 || !isFree(port))) {
                return;
            }
            if (System.nanoTime() > end) {
                throw CannotStartException.notPossibleHere(
                        "start.postgres.slow",
                        START_PATIENCE.toSeconds(),
                        folder.log().toString());
            }
            pause(100);
        }
    }

    private static Duration remaining(long end) {
        return Duration.ofNanos(Math.max(1_000_000_000L, end - System.nanoTime()));
    }

    /** @return false when it is not ready yet (recovering, or just going down): ask again */
    private boolean adopt(Postmaster running) {
        switch (ServerProbe.probe(folder, running.port())) {
            case OURS -> {
                port = running.port();
                folder.keepPort(port);
                postmaster = running;
                adopted = true;
                LOG.info("adopted the PostgreSQL that was running on {}", folder.cluster());
                return true;
            }
            case WRONG_PASSWORD ->
                throw CannotStartException.notPossibleHere(
                        "start.postgres.password",
                        folder.passwordFile(Cluster.SUPERUSER).toString());
            default -> {
                return false;
            }
        }
    }

    /** @return false when it is worth another try */
    private boolean launch(Duration patience, boolean elsewhere) {
        if (elsewhere) {
            port = freePort();
        }
        Cluster.Launch launch = cluster.launch(port, patience);
        if (!launch.ready()) {
            if (launch.portTaken() || launch.formerChildrenAlive()) {
                return false;
            }
            if (Postmaster.on(folder.cluster()).isPresent()) {
                return false; // started but still recovering; the caller's patience decides
            }
            throw CannotStartException.notPossibleHere(
                    "start.postgres.failed",
                    Cluster.lastLine(launch.problem()),
                    folder.log().toString());
        }
        folder.keepPort(port);
        postmaster = Postmaster.on(folder.cluster()).orElse(null);
        if (ServerProbe.probe(folder, port) == ServerProbe.Answer.WRONG_PASSWORD) {
            stopProcess(STOP_PATIENCE);
            throw CannotStartException.notPossibleHere(
                    "start.postgres.password",
                    folder.passwordFile(Cluster.SUPERUSER).toString());
        }
        return postmaster != null;
    }

    /** Restarts the server when it died under us; the address stays, as others hold it. */
    private void watch() {
        while (!closing) {
            pause(WATCH_MILLIS);
            Postmaster watched = postmaster;
            if (watched == null || !watched.isAlive()) {
                try {
                    restart();
                } catch (RuntimeException failed) {
                    LOG.error("PostgreSQL could not be started again; trying once more in a second", failed);
                    pause(1_000);
                }
            }
        }
    }

    private void restart() {
        change.lock();
        try {
            if (closing) {
                return; // the folder may be somebody else's by now
            }
            LOG.warn("PostgreSQL is gone; starting it again");
            launchAgain();
            if (closing) {
                stopProcess(STOP_PATIENCE);
            }
        } finally {
            change.unlock();
        }
    }

    private void launchAgain() {
        Optional<Postmaster> running = Postmaster.on(folder.cluster());
        if (running.isPresent()) {
            postmaster = running.get();
            return;
        }
        if (launch(START_PATIENCE, false)) {
            LOG.warn("PostgreSQL is back, process {}", postmasterPid());
        }
    }

    private static int freePort() {
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            int candidate = LOWEST_PORT + random.nextInt(PORTS);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw CannotStartException.notPossibleHere("start.postgres.noPort");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", stopped);
        }
    }

    /** Address of a database for JDBC, without credentials. */
    public String jdbcUrl(String database) {
        return ServerProbe.url(port, database);
    }

    public String superuser() {
        return Cluster.SUPERUSER;
    }

    public String superuserPassword() {
        return folder.password(Cluster.SUPERUSER);
    }

    public int port() {
        return port;
    }

    /** Process id of the server now; another one after a restart. */
    public long postmasterPid() {
        Postmaster now = postmaster;
        return now == null ? -1 : now.process().pid();
    }

    /** Whether the server was found running instead of started. */
    public boolean adopted() {
        return adopted;
    }

    /** A log-in whose password is kept with the keys of this folder. */
    public Role role(String name) {
        return new Role(name, folder.password(name));
    }

    /** Makes sure of the product's database and its two log-ins, and says how to reach it. */
    public Connections connections() {
        Role owner = role(Connections.OWNER);
        Role app = role(Connections.APP);
        ensureDatabase(Connections.DATABASE, owner, app);
        return new Connections(
                jdbcUrl(Connections.DATABASE), owner.name(), owner.password(), app.name(), app.password());
    }

    /**
     * Makes the database and its log-ins when they are missing and sets the passwords to the given ones, so that the
     * key files decide after a restore. Neither log-in may pass by row-level security.
     */
    public void ensureDatabase(String name, Role owner, Role app) {
        try (Connection connection = ServerProbe.connect(folder, port);
                Statement sql = connection.createStatement()) {
            for (Role role : List.of(owner, app)) {
                sql.execute("""
                        do $$ begin create role %1$s; exception when duplicate_object then null; end $$;
                        alter role %1$s login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
                            password '%2$s'""".formatted(quoted(role.name()), role.password().replace("'", "''")));
            }
            boolean missing;
            try (var rows =
                    sql.executeQuery("select 1 from pg_database where datname = '" + name.replace("'", "''") + "'")) {
                missing = !rows.next();
            }
            if (missing) {
                sql.execute("create database %s owner %s".formatted(quoted(name), quoted(owner.name())));
            }
            sql.execute("revoke all on database %s from public".formatted(quoted(name)));
            sql.execute("grant connect on database %s to %s".formatted(quoted(name), quoted(app.name())));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the database " + name, e);
        }
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Writes a checkpoint now, so that a stop soon after has little left to write. */
    public void checkpoint() {
        try (Connection connection = ServerProbe.connect(folder, port);
                Statement sql = connection.createStatement()) {
            sql.execute("checkpoint");
        } catch (SQLException notNow) {
            LOG.debug("no checkpoint before the stop", notNow);
        }
    }

    /** Stops the server within three seconds and gives the data folder back. */
    @Override
    public void close() {
        close(STOP_PATIENCE);
    }

    /** @param patience how long the server may take to stop in good order before it is stopped at once */
    public void close(Duration patience) {
        closing = true;
        boolean quiet = false;
        try {
            // A restart may be under way; it stops the server itself when it sees that we are closing.
            quiet = change.tryLock(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            stopProcess(patience);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (quiet) {
                change.unlock();
            }
            lock.close();
        }
    }

    private void stopProcess(Duration patience) {
        Postmaster.on(folder.cluster()).ifPresent(running -> running.stop(patience, LAST_PATIENCE));
        postmaster = null;
    }

    /** The folder with the server's data. */
    public Path dataDirectory() {
        return folder.cluster();
    }
}
