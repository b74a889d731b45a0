package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running server process, known by {@code postmaster.pid} in its data directory and by its command line. */
record Postmaster(ProcessHandle process, int port) {
    private static final String PID_FILE = "postmaster.pid";
    private static final int PORT_LINE = 3;
    /** Above every pid_max, so no process has it. */
    private static final String NOBODY = "2147483646";

    /** The server that runs on this data directory, empty when none does, whatever a stale file says. */
    static Optional<Postmaster> on(Path cluster) {
        List<String> lines = lines(cluster);
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        try {
            int port = Integer.parseInt(lines.get(PORT_LINE).strip());
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .map(process -> new Postmaster(process, port))
                    .filter(postmaster -> postmaster.isAlive() && postmaster.serves(cluster));
        } catch (NumberFormatException torn) {
            return Optional.empty();
        }
    }

    /**
     * Tells PostgreSQL that the process named in a stale file is gone, when another program (or a zombie) now has its
     * number; otherwise it would refuse to start. The rest of the file stays: by it PostgreSQL finds out whether
     * children of the dead server still hold the data.
     */
    static void retireStale(Path cluster) {
        List<String> lines = new ArrayList<>(lines(cluster));
        if (!lines.isEmpty() && on(cluster).isEmpty()) {
            lines.set(0, NOBODY);
            try {
                Files.writeString(cluster.resolve(PID_FILE), String.join("\n", lines) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A process that died but whose parent never asked (PID 1 of a bare container) counts as dead. */
    boolean isAlive() {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException noProc) {
            return process.isAlive();
        }
    }

    private boolean serves(Path cluster) {
        try {
            byte[] raw = Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            List<String> words = List.of(new String(raw, StandardCharsets.UTF_8).split("\0"));
            int option = words.indexOf("-D");
            return words.getFirst().endsWith("postgres")
                    && option > 0
                    && option + 1 < words.size()
                    && words.get(option + 1).equals(cluster.toString());
        } catch (IOException noProc) {
            return process.info().command().orElse("").endsWith("postgres");
        }
    }

    /**
     * Stops the server: in good order (it ends sessions and writes a checkpoint) while patience lasts, then at once,
     * which costs a recovery at the next start but no data.
     */
    void stop(Duration patience, Duration lastPatience) {
        signal("INT");
        if (!awaitEnd(patience)) {
            signal("QUIT");
            awaitEnd(lastPatience);
        }
    }

    private void signal(String name) {
        // the shell's own kill: the program of that name is not on every machine
        Command.run(
                List.of("sh", "-c", "kill -" + name + " \"$0\"", String.valueOf(process.pid())), Duration.ofSeconds(1));
    }

    private boolean awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static List<String> lines(Path cluster) {
        try {
            return Files.readAllLines(cluster.resolve(PID_FILE));
        } catch (IOException none) {
            return List.of();
        }
    }
}
