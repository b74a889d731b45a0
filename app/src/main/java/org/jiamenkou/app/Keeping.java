package org.jiamenkou.app;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.crypto.KeyRotation;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.keeping.Backup;
import org.jiamenkou.platform.keeping.Passphrase;
import org.jiamenkou.platform.keeping.Restore;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.DataLock;
import org.jiamenkou.platform.postgres.Options;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code ./jmk backup}, {@code restore} and {@code keys}: docs/safe-keeping.md is the page for people. */
final class Keeping {
    private static final String PASSPHRASE = "JMK_BACKUP_PASSPHRASE";
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final int DONE = 0;
    private static final int NOT_FINISHED = 1;

    private final PrintStream out;
    private final Map<String, String> env;

    Keeping(PrintStream out, Map<String, String> env) {
        this.out = out;
        this.env = env;
    }

    int backup(List<String> arguments) {
        Words words = new Words(arguments);
        Path file = file(words.next("backup"));
        Path keys = words.take("--keys").map(Keeping::file).orElseGet(() -> keysBeside(file));
        Settings settings = Settings.from(words.rest(), env);
        Passphrase passphrase = passphrase(true);
        if (settings.externalDatabase() != null) {
            return write(Connections.to(settings.externalDatabase()), settings, file, keys, passphrase);
        }
        if (!Files.exists(settings.data().resolve("postgres").resolve("PG_VERSION"))) {
            throw CannotStartException.notPossibleHere(
                    "start.backup.noNode", settings.data().toString());
        }
        if (isRunning(settings.data())) {
            return write(Connections.toRunning(settings.data()), settings, file, keys, passphrase);
        }
        try (PostgresServer server = PostgresServer.start(DataLock.take(settings.data()), Options.product())) {
            return write(server.connections(), settings, file, keys, passphrase);
        }
    }

    private static boolean isRunning(Path data) {
        try (DataLock free = DataLock.take(data)) {
            return false;
        } catch (CannotStartException held) {
            return true;
        }
    }

    private int write(Connections connections, Settings settings, Path file, Path keys, Passphrase passphrase) {
        String program = Objects.requireNonNullElse(Keeping.class.getPackage().getImplementationVersion(), "0");
        Backup.Written written = new Backup(connections, CLOCK)
                .write(new Backup.Order(file, keys, settings.data(), passphrase, program));
        out.println(StartLines.both(
                "start.backup.done",
                file.toString(),
                String.valueOf(written.tables()),
                String.valueOf(written.rows()),
                String.valueOf(written.files()),
                String.valueOf((written.bytes() + 1023) / 1024)));
        out.println(StartLines.both("start.backup.keysDone", keys.toString()));
        return DONE;
    }

    int restore(List<String> arguments) {
        Words words = new Words(arguments);
        Path file = file(words.next("restore"));
        Path keys = words.take("--keys").map(Keeping::file).orElseGet(() -> keysBeside(file));
        boolean replace = words.takeFlag("--replace");
        Settings settings = Settings.from(words.rest(), env);
        Restore.Restored restored = new Restore(CLOCK, Options.product())
                .restore(new Restore.Order(
                        file, keys, settings.data(), replace, passphrase(false), settings.externalDatabase()));
        out.println(StartLines.both(
                "start.restore.done",
                settings.data().toString(),
                LocalDateTime.ofInstant(restored.at(), CLOCK.getZone())
                        .withNano(0)
                        .toString(),
                String.valueOf(restored.tables()),
                String.valueOf(restored.rows()),
                String.valueOf(restored.files())));
        if (restored.aside() != null) {
            out.println(StartLines.both("start.restore.aside", restored.aside().toString()));
        }
        return DONE;
    }

    int keys(List<String> arguments) {
        Words words = new Words(arguments);
        String what = words.next("keys");
        Settings settings = Settings.from(words.rest(), env);
        Path keyring = settings.data().resolve("keys").resolve("keyring");
        if (!Files.isRegularFile(keyring)) {
            throw CannotStartException.notPossibleHere(
                    "start.backup.noNode", settings.data().toString());
        }
        return switch (what) {
            case "list" -> {
                list(Keyring.open(keyring));
                yield DONE;
            }
            case "prepare" -> {
                Keyring keys = Keyring.open(keyring);
                keys.prepare(LocalDateTime.now(CLOCK).toLocalDate());
                list(keys);
                yield DONE;
            }
            case "rotate" -> rotate(settings);
            default -> throw CannotStartException.wrongSettings("start.settings.unknown", what);
        };
    }

    private void list(Keyring keys) {
        int newest = keys.newestVersion();
        for (Keyring.Version version : keys.listVersions()) {
            String state = switch (version.state()) {
                case NEXT -> "start.keys.next";
                case RETIRED -> "start.keys.retired";
                case IN_USE -> version.number() == newest ? "start.keys.writes" : "start.keys.moving";
            };
            String since = version.since() == null ? "-" : version.since().toString();
            out.println(StartLines.both(state, String.valueOf(version.number()), since));
        }
    }

    private int rotate(Settings settings) {
        try (ConfigurableApplicationContext context = Training.beside(settings, Application.class)) {
            KeyRotation rotation = context.getBean(KeyRotation.class);
            KeyRotation.Outcome outcome = rotation.run((table, moved) ->
                    out.println(StartLines.both("start.keys.progress", table, String.valueOf(moved))));
            String version = String.valueOf(outcome.version());
            if (outcome.unreadable() > 0) {
                out.println(StartLines.both("start.keys.unreadable", String.valueOf(outcome.unreadable())));
            }
            out.println(StartLines.both(
                    outcome.finished() ? "start.keys.rotated" : "start.keys.notFinished",
                    version,
                    String.valueOf(outcome.moved())));
            list(context.getBean(Keyring.class));
            return outcome.finished() ? DONE : NOT_FINISHED;
        }
    }

    private static Path file(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static Path keysBeside(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    /** From the environment, for a backup at night, or typed; never from the command line. */
    private Passphrase passphrase(boolean twice) {
        String given = env.getOrDefault(PASSPHRASE, "");
        if (!given.isEmpty()) {
            return new Passphrase(given);
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw CannotStartException.wrongSettings("start.backup.noPassphrase", PASSPHRASE);
        }
        char[] typed = console.readPassword("%s: ", StartLines.both("start.backup.passphrase"));
        if (twice) {
            char[] again = console.readPassword("%s: ", StartLines.both("start.backup.passphraseAgain"));
            if (!java.util.Arrays.equals(typed, again)) {
                throw CannotStartException.wrongSettings("start.backup.passphrasesDiffer");
            }
        }
        return new Passphrase(typed == null ? "" : new String(typed));
    }

    /** @throws CannotStartException when a restore into this folder did not end */
    static void refuseUnfinished(Path data) {
        try {
            if (Files.exists(data.toRealPath().resolve(Restore.UNFINISHED))) {
                throw CannotStartException.notPossibleHere("start.restore.unfinished", data.toString());
            }
        } catch (IOException noFolder) {
            // then nothing was restored into it
        }
    }
}
