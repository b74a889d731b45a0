package org.jiamenkou.bench;

import java.io.IOException;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program started beside the bench: extracted jar, AOT cache, environment. */
final class Program {
    static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;

    Program(List<String> jvmFlags, Path jar, List<String> arguments, Map<String, String> environment, Path log) {
        this.command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        this.environment = environment;
        this.log = log;
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Milliseconds from starting the process to the first answer 200 at this address; the process is then stopped. */
    double millisToFirstPage(URI address) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Process process = start();
        try {
            waitFor(address, process, Duration.ofSeconds(120));
            return (System.nanoTime() - started) / 1e6;
        } finally {
            stop(process);
        }
    }

    static void waitFor(URI address, Process process, Duration most) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + most.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build();
        while (System.nanoTime() < deadline) {
            try {
                if (HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw new IOException("the program ended before it answered; see its log");
                }
            }
            Thread.sleep(5);
        }
        throw new IOException("no answer from " + address);
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    static String get(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Resident memory of a process in MB, from /proc. */
    static double residentMegabytes(Process process) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("\\D+", "")) / 1024;
            }
        }
        throw new IOException("no VmRSS of " + process.pid());
    }
}
