package org.jiamenkou.platform.postgres;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded server is run.
 *
 * @param durable whether an acknowledged commit survives a crash of the machine; only tests may say no
 * @param sharedBuffersMegabytes memory of the server's page cache
 * @param maxConnections most connections at once
 * @param binaries folder that holds the unpacked server, null for one inside the data folder; tests share one
 */
public record Options(
        boolean durable,
        int sharedBuffersMegabytes,
        int maxConnections,
        @Nullable Path binaries) {

    public static Options product() {
        return new Options(true, 256, 100, null);
    }

    /** Fast and forgetful: for databases that no longer matter when the test ends. */
    public static Options forTests(Path binaries) {
        return new Options(false, 128, 100, binaries);
    }

    /** What stands in the server's own settings file, as PostgreSQL names it. */
    Map<String, String> serverSettings(int port) {
        String safe = durable ? "on" : "off";
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("port", String.valueOf(port));
        // A socket file would need a folder that every user of this machine can agree on.
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", String.valueOf(maxConnections));
        settings.put("shared_buffers", sharedBuffersMegabytes + "MB");
        settings.put("fsync", safe);
        settings.put("synchronous_commit", safe);
        settings.put("full_page_writes", safe);
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("logging_collector", "off");
        settings.put("log_line_prefix", "%m [%p] ");
        // Compiling a plan costs more than our short queries take.
        settings.put("jit", "off");
        return settings;
    }
}
