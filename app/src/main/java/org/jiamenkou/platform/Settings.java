package org.jiamenkou.platform;

import java.nio.file.Path;

/** Stub until the launcher branch lands. */
public record Settings(String host, int port, Path data, boolean demo, int databasePoolSize, int idleMinutes) {
    public boolean demoAccounts() {
        return demo;
    }
}
