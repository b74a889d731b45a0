package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of the operating system and waits for it. */
final class Command {
    /** @param exitCode as the program gave it, -1 when it could not be run or did not end in time */
    record Outcome(int exitCode, String output) {
        boolean ok() {
            return exitCode == 0;
        }
    }

    private Command() {}

    static Outcome run(List<String> words, Duration patience) {
        Path output = null;
        try {
            // A file and no pipe: a server left running in the background would keep a pipe open.
            output = Files.createTempFile("jmk-command", ".out");
            ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
            builder.redirectOutput(output.toFile()).redirectInput(ProcessBuilder.Redirect.from(devNull()));
            // PGPORT, PGDATA and their like would override what we say; another locale would translate messages.
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return new Outcome(
                    ended ? process.exitValue() : -1, new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
        } catch (IOException notRunnable) {
            return new Outcome(-1, String.valueOf(notRunnable.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, "interrupted");
        } finally {
            delete(output);
        }
    }

    private static java.io.File devNull() {
        return new java.io.File("/dev/null");
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
