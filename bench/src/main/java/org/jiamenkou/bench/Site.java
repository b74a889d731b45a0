package org.jiamenkou.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An installation of its own for a bench: a data folder with an embedded PostgreSQL that stays up, the sample network
 * loaded once, and the program started against it as often as needed.
 */
final class Site implements AutoCloseable {
    private static final Path RUN = Path.of("app", "target", "run");
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Xlog:aot=off",
            "-Xlog:cds=off",
            "-Djdk.reflect.useNativeAccessorOnly=true");

    private final Path folder;
    private final int port;
    private final Process keeper;
    private final Path cache;

    Site(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        this.port = Program.freePort();
        this.cache = folder.resolve("program.aot");
        System.out.println("bench: starting PostgreSQL and loading the sample network in " + folder);
        this.keeper = program(List.of(), port, List.of()).start();
        Program.waitFor(URI.create("http://127.0.0.1:" + port + "/readyz"), keeper, Duration.ofMinutes(10));
    }

    /** The program of the last build with its AOT cache, as {@code ./jmk up} starts it. */
    Program program(List<String> moreFlags, int httpPort, List<String> moreArguments) throws IOException {
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(moreFlags);
        List<String> arguments = new ArrayList<>(
                List.of("--data", folder.resolve("data").toString(), "--port", String.valueOf(httpPort)));
        arguments.addAll(moreArguments);
        flags.add(build());
        return new Program(flags, jar(RUN), arguments, new HashMap<>(), folder.resolve("program.log"));
    }

    /** What ./jmk up says of the build, so that a later start leaves out what this build has loaded. */
    static String build() throws IOException {
        return "-Djmk.build=" + Files.readString(RUN.resolve("built-from")).strip();
    }

    static Path jar(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no jar in " + folder + "; build first"));
        }
    }

    /** Environment that points a second process at the PostgreSQL of this site, as with a server of one's own. */
    Map<String, String> databaseEnvironment() throws IOException {
        Path data = folder.resolve("data");
        Path keys = data.resolve("keys");
        String databasePort = Files.readString(data.resolve("port")).strip();
        return Map.of(
                "JMK_DB_URL",
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/jmk",
                "JMK_DB_OWNER",
                "jmk_owner",
                "JMK_DB_OWNER_PASSWORD",
                Files.readString(keys.resolve("jmk_owner.password")).strip(),
                "JMK_DB_APP",
                "jmk_app",
                "JMK_DB_APP_PASSWORD",
                Files.readString(keys.resolve("jmk_app.password")).strip());
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Process process() {
        return keeper;
    }

    Path cache() {
        return cache;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws InterruptedException {
        Program.stop(keeper);
    }
}
