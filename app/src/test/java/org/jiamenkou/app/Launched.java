package org.jiamenkou.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A run of the real {@code ./jmk} on what this build has compiled: it must not build, as it runs inside a build. */
final class Launched {
    private static final Path JMK = Path.of("..", "jmk").toAbsolutePath().normalize();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    /** The scripts of the running test, so that a failed one does not disturb the next. */
    private static final List<Process> STARTED = new CopyOnWriteArrayList<>();

    private final Process process;
    private final Path data;
    private final Path output;
    private final int port;

    private Launched(Process process, Path data, Path output, int port) {
        this.process = process;
        this.data = data;
        this.output = output;
        this.port = port;
    }

    /** {@code ./jmk up} on this folder, started in another folder than the program's. */
    static Launched up(Path data, String... more) {
        int port = freePort();
        List<String> words = new ArrayList<>(List.of("up", "--port", "" + port, "--data", data.toString()));
        words.addAll(List.of(more));
        return run(data, port, words.toArray(String[]::new));
    }

    static Launched run(Path data, int port, String... words) {
        try {
            Path output = Files.createTempFile(data.resolveSibling("."), "jmk", ".out");
            List<String> command = new ArrayList<>(List.of(JMK.toString()));
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(data.resolveSibling(".").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .put(
                            "JMK_CLASSPATH",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
            builder.environment().put("JMK_MAIN", ProbeNode.class.getName());
            Process process = builder.start();
            STARTED.add(process);
            return new Launched(process, data, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** What it printed so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launched awaitReady() {
        await("ready", () -> said().contains("Press Ctrl+C"));
        return this;
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    long scriptPid() {
        return process.pid();
    }

    /** The process of the application, as the launcher reads it. */
    long applicationPid() {
        try {
            return Long.parseLong(Files.readString(data.resolve("state")).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long postgresPid() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        if (lines.isEmpty()) {
            throw new IOException("just being written");
        }
        return Long.parseLong(lines.getFirst().strip());
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a process runs; one that died and was not asked about (Z) does not. */
    static boolean runs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
            return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }

    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    void await(String what, Condition condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                if (condition.holds()) {
                    return;
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError("not in time: " + what + "\n" + said());
                }
                Thread.sleep(20);
            } catch (IOException notYet) {
                // asked again
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits for the end of the script and gives its exit code. */
    int ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("still running\n" + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ctrl+C or a service manager. */
    int stop() {
        signal("TERM", process.pid());
        return ended();
    }

    /** Whatever happened in a test, nothing of it stays. */
    static void clear(Path data) throws InterruptedException {
        for (Process process : STARTED) {
            process.destroyForcibly().waitFor();
        }
        STARTED.clear();
        for (Path file : List.of(data.resolve("state"), data.resolve("postgres").resolve("postmaster.pid"))) {
            try {
                signal("9", Long.parseLong(Files.readString(file).split("\\s")[0]));
            } catch (IOException gone) {
                // as it should be
            }
        }
    }
}
