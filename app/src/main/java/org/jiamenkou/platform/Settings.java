package org.jiamenkou.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of one node, read once at start from the command line and the environment (docs/settings.md is the
 * table for people). Passwords come from the environment only: command lines are visible to every user of a machine.
 *
 * @param host address to listen on
 * @param port TCP port, 0 for any free one
 * @param data folder of keys, logs and the embedded database
 * @param demo whether sample data (示例) may be loaded
 * @param tls certificate and key to serve HTTPS with, null for HTTP
 * @param externalDatabase the PostgreSQL server to use, null for the embedded one
 * @param databasePoolSize most connections of the application's pool
 * @param trustedProxy whether X-Forwarded headers are believed, because only our own proxy can reach this node
 * @param idleMinutes minutes without a request after which staff are signed out
 */
public record Settings(
        String host,
        int port,
        Path data,
        boolean demo,
        @Nullable Tls tls,
        @Nullable ExternalDatabase externalDatabase,
        int databasePoolSize,
        boolean trustedProxy,
        int idleMinutes) {

    private static final int CONNECTIONS_PER_CORE = 3;

    /** PEM files. */
    public record Tls(Path certificate, Path key) {}

    /** A PostgreSQL server in use, with separate credentials for migrations and for the application. */
    public record ExternalDatabase(
            String url, String ownerUser, String ownerPassword, String appUser, String appPassword) {
        @Override
        public String toString() {
            return "ExternalDatabase[" + url + ", " + ownerUser + ", " + appUser + "]";
        }
    }

    /**
     * Reads the settings.
     *
     * @throws CannotStartException naming the first wrong one
     */
    public static Settings from(String[] args, Map<String, String> env) {
        String host = "127.0.0.1";
        int port = 8080;
        Path data = Path.of("data");
        boolean demo = true;
        Tls tls = null;
        Deque<String> rest = words(args);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--host" -> host = host(value(option, rest));
                case "--port" -> port = number(option, value(option, rest), 0, 65_535);
                case "--data" -> data = path(option, value(option, rest));
                case "--no-demo" -> demo = false;
                case "--tls" -> tls = new Tls(file(option, value(option, rest)), file(option, value(option, rest)));
                default -> throw CannotStartException.wrongSettings("start.settings.unknown", option);
            }
        }
        int cores = Runtime.getRuntime().availableProcessors();
        return new Settings(
                host,
                port,
                data.toAbsolutePath().normalize(),
                demo,
                tls,
                externalDatabase(env),
                number(env, "JMK_DB_POOL", CONNECTIONS_PER_CORE * cores, 1_000),
                yesOrNo(env, "JMK_TRUSTED_PROXY"),
                number(env, "JMK_IDLE_MINUTES", 15, 24 * 60));
    }

    /**
     * Whether sample staff may sign in: only where nobody but this machine reaches the node. A trusted proxy passes the
     * outside world on to loopback, so it rules them out too.
     */
    public boolean demoAccounts() {
        return demo && !trustedProxy && isLoopback(host);
    }

    /** The same settings listening elsewhere, for a node that must not be in anybody's way. */
    public Settings listeningOn(String otherHost, int otherPort) {
        return new Settings(
                otherHost, otherPort, data, demo, null, externalDatabase, databasePoolSize, trustedProxy, idleMinutes);
    }

    /** Where people reach a node with these settings that listens on the given port. */
    public String address(int listeningPort) {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return (tls == null ? "http://" : "https://") + shown + ":" + listeningPort;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Splits {@code --port=80} into two words, so that both ways of writing work. */
    private static Deque<String> words(String[] args) {
        Deque<String> words = new ArrayDeque<>();
        for (String arg : args) {
            int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
            if (equals > 0) {
                words.add(arg.substring(0, equals));
                words.add(arg.substring(equals + 1));
            } else {
                words.add(arg);
            }
        }
        return words;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.peek().isBlank() || rest.peek().startsWith("--")) {
            throw CannotStartException.wrongSettings("start.settings.valueMissing", option);
        }
        return rest.pop();
    }

    private static String host(String name) {
        try {
            InetAddress.getByName(name);
            return name;
        } catch (UnknownHostException unknown) {
            throw CannotStartException.wrongSettings("start.settings.host", name);
        }
    }

    private static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException unwritable) {
            throw CannotStartException.wrongSettings("start.settings.path", option);
        }
    }

    private static Path file(String option, String name) {
        Path file = path(option, name).toAbsolutePath().normalize();
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CannotStartException.wrongSettings("start.settings.file", option, file.toString());
        }
        return file;
    }

    private static int number(Map<String, String> env, String name, int otherwise, int most) {
        String text = env.getOrDefault(name, "").strip();
        return text.isEmpty() ? otherwise : number(name, text, 1, most);
    }

    private static int number(String name, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notOne) {
            // told below, together with numbers out of range
        }
        throw CannotStartException.wrongSettings(
                "start.settings.number", name, text, String.valueOf(least), String.valueOf(most));
    }

    private static boolean yesOrNo(Map<String, String> env, String name) {
        String text = env.getOrDefault(name, "").strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "false", "no", "0" -> false;
            case "true", "yes", "1" -> true;
            default -> throw CannotStartException.wrongSettings("start.settings.yesOrNo", name, text);
        };
    }

    private static @Nullable ExternalDatabase externalDatabase(Map<String, String> env) {
        List<String> names =
                List.of("JMK_DB_URL", "JMK_DB_OWNER", "JMK_DB_OWNER_PASSWORD", "JMK_DB_APP", "JMK_DB_APP_PASSWORD");
        List<String> missing = names.stream()
                .filter(name -> env.getOrDefault(name, "").isBlank())
                .toList();
        if (missing.size() == names.size()) {
            return null;
        }
        if (!missing.isEmpty()) {
            throw CannotStartException.wrongSettings("start.settings.database", String.join(", ", missing));
        }
        List<String> values =
                names.stream().map(name -> env.getOrDefault(name, "").strip()).toList();
        String url = values.getFirst();
        if (Stream.of("postgresql://", "postgres://").anyMatch(url::startsWith)) {
            url = "jdbc:postgresql" + url.substring(url.indexOf(':'));
        }
        if (!url.startsWith("jdbc:postgresql://")) {
            throw CannotStartException.wrongSettings("start.settings.databaseUrl");
        }
        return new ExternalDatabase(url, values.get(1), values.get(2), values.get(3), values.get(4));
    }
}
