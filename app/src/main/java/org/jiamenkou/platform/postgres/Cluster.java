package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiamenkou.platform.CannotStartException;

/** The data directory of the embedded server: made once, settings written before each start, the server started on it. */
final class Cluster {
    static final String SUPERUSER = "postgres";
    private static final String OUR_SETTINGS = "jiamenkou.conf";
    private static final Duration MAKING = Duration.ofMinutes(3);
    private static final long LOG_BYTES = 10_000_000;

    private final DataFolder folder;
    private final Options options;
    private final Binaries binaries;
    private final RunAs runAs;

    Cluster(DataFolder folder, Options options, RunAs runAs) {
        this.folder = folder;
        this.options = options;
        this.runAs = runAs;
        Path shared = options.binaries();
        this.binaries = Binaries.unpacked(shared == null ? folder.root().resolve("postgres-bin") : shared);
        if (shared == null) {
            runAs.own(binaries.folder());
        }
    }

    /** Makes the data directory when there is none, and refuses one that another major version wrote. */
    void prepare() {
        try {
            Path version = folder.cluster().resolve("PG_VERSION");
            if (!Files.exists(version)) {
                refuseOtherContent();
                make();
            }
            String major = Files.readString(version).strip();
            if (!major.equals(binaries.major())) {
                throw CannotStartException.notPossibleHere(
                        "start.postgres.otherVersion", folder.cluster().toString(), major, binaries.major());
            }
            runAs.own(folder.cluster());
            rotateLog();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + folder.cluster(), e);
        }
    }

    /** An empty folder (a freshly mounted disk) makes way; anything else in our place is somebody's, and stays. */
    private void refuseOtherContent() throws IOException {
        if (Files.exists(folder.cluster())) {
            try (Stream<Path> content = Files.list(folder.cluster())) {
                if (content.findAny().isPresent()) {
                    throw CannotStartException.notPossibleHere(
                            "start.postgres.notADatabase", folder.cluster().toString());
                }
            }
            Files.delete(folder.cluster());
        }
    }

    /** In a folder beside, renamed when complete: a start killed half-way leaves nothing that looks like a database. */
    private void make() throws IOException {
        Path fresh = folder.root().resolve("postgres.new");
        Path password = folder.root().resolve("postgres.password.new");
        DataFolder.deleteTree(fresh);
        Files.createDirectory(fresh);
        runAs.own(fresh);
        DataFolder.write(password, folder.password(SUPERUSER) + "\n", "rw-------");
        runAs.own(password);
        try {
            // The built-in locale sorts and folds alike on every machine; the C library's changes with its updates.
            Command.Outcome outcome = Command.run(
                    runAs.wrap(List.of(
                            binaries.program("initdb"),
                            "--pgdata=" + fresh,
                            "--username=" + SUPERUSER,
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            options.durable() ? "--no-instructions" : "--no-sync")),
                    MAKING);
            if (!outcome.ok()) {
                throw CannotStartException.notPossibleHere("start.postgres.make", lastLine(outcome.output()));
            }
            Files.writeString(
                    fresh.resolve("postgresql.conf"),
                    "\ninclude '" + OUR_SETTINGS + "'   # written by Jiamenkou before each start\n",
                    StandardOpenOption.APPEND);
            Files.move(fresh, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
            DataFolder.syncFolder(folder.cluster());
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void rotateLog() throws IOException {
        Path log = folder.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            DataFolder.write(log, "", "rw-------");
        }
        runAs.own(log);
    }

    /** @param problem what the server said, empty when it is ready */
    record Launch(String problem) {
        boolean ready() {
            return problem.isEmpty();
        }

        boolean portTaken() {
            return problem.contains("Address already in use") || problem.contains("could not bind");
        }

        /** Children of a server that was killed go away by themselves, within moments. */
        boolean formerChildrenAlive() {
            return problem.contains("shared memory block") || problem.contains("lock file");
        }
    }

    /** Starts the server and waits until it takes connections, recovery included. */
    Launch launch(int port, Duration patience) {
        Postmaster.retireStale(folder.cluster());
        Path settings = folder.cluster().resolve(OUR_SETTINGS);
        DataFolder.write(
                settings,
                options.serverSettings(port).entrySet().stream()
                        .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'\n")
                        .collect(Collectors.joining()),
                "rw-------");
        runAs.own(settings);
        long seen = logSize();
        Command.Outcome outcome = Command.run(
                runAs.wrap(List.of(
                        binaries.program("pg_ctl"),
                        "start",
                        "--wait",
                        "--timeout=" + Math.max(1, patience.toSeconds()),
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.log())),
                patience.plusSeconds(5));
        if (outcome.ok()) {
            return new Launch("");
        }
        String said = logSince(seen);
        return new Launch(said.isBlank() ? outcome.output() + " " : said);
    }

    private long logSize() {
        try {
            return Files.size(folder.log());
        } catch (IOException none) {
            return 0;
        }
    }

    private String logSince(long offset) {
        try {
            byte[] all = Files.readAllBytes(folder.log());
            return new String(all, (int) Math.min(offset, all.length), (int) Math.max(0, all.length - offset));
        } catch (IOException none) {
            return "";
        }
    }

    /** The line that names the cause: the last FATAL one, else the last. */
    static String lastLine(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .reduce((first, last) -> last)
                .orElseGet(() -> lines.isEmpty() ? "" : lines.getLast())
                .strip();
    }
}
