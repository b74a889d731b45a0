package org.jiamenkou.platform;

import java.nio.file.Path;
import java.util.Map;

/** First slice until the launcher lands. */
public record Settings(String host, int port, Path data, boolean demo, int databasePoolSize, int idleMinutes) {
    public static Settings from(String[] args, Map<String, String> env) {
        Path data = args.length > 1 ? Path.of(args[1]) : Path.of("data");
        return new Settings("127.0.0.1", 8080, data, true, 6, 15);
    }

    public boolean demoAccounts() {
        return demo;
    }
}
