package org.jiamenkou.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** First slice: starts the embedded PostgreSQL. The launcher branch replaces it with the supervised one. */
public final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final Path binaries;
    private final int port;
    private final String password;

    private PostgresServer(Path folder, Path binaries, int port, String password) {
        this.folder = folder;
        this.binaries = binaries;
        this.port = port;
        this.password = password;
    }

    /** @param settings lines name=value of the server */
    public record Options(List<String> settings) {
        public static Options forTests() {
            return new Options(List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "shared_buffers=128MB",
                    "max_connections=100"));
        }

        public static Options forUse() {
            return new Options(
                    List.of("fsync=on", "synchronous_commit=on", "shared_buffers=256MB", "max_connections=100"));
        }
    }

    public static PostgresServer start(Path dir, Options options) throws IOException, InterruptedException {
        Path binaries = unpack(dir.resolve("postgres-bin"));
        Path data = dir.resolve("postgres");
        Path passwordFile = dir.resolve("keys").resolve("postgres.password");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            Files.createDirectories(passwordFile.getParent());
            byte[] secret = new byte[16];
            new SecureRandom().nextBytes(secret);
            Files.writeString(passwordFile, HexFormat.of().formatHex(secret));
            Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
            run(
                    binaries,
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "-A",
                    "scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8",
                    "--pwfile=" + passwordFile);
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        StringBuilder flags = new StringBuilder(
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c timezone=UTC");
        options.settings().forEach(setting -> flags.append(" -c ").append(setting));
        run(
                binaries,
                "pg_ctl",
                "-D",
                data.toString(),
                "-w",
                "-t",
                "60",
                "-l",
                dir.resolve("postgres.log").toString(),
                "-o",
                flags.toString(),
                "start");
        PostgresServer server = new PostgresServer(data, binaries, port, Files.readString(passwordFile));
        try (Connection check = DriverManager.getConnection(server.jdbcUrl("postgres"), SUPERUSER, server.password)) {
            check.isValid(5);
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not answer", e);
        }
        return server;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String superuser() {
        return SUPERUSER;
    }

    public String superuserPassword() {
        return password;
    }

    @Override
    public void close() {
        try {
            run(binaries, "pg_ctl", "-D", folder.toString(), "-m", "fast", "-w", "-t", "10", "stop");
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path unpack(Path target) throws IOException {
        if (Files.exists(target.resolve("bin").resolve("postgres"))) {
            return target;
        }
        try (InputStream in = PostgresServer.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (in == null) {
                throw new IOException("no PostgreSQL binaries for this machine on the class path");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.deleteIfExists(file);
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
        return target;
    }

    /** PostgreSQL refuses root; in a user namespace of its own it sees somebody else. */
    private static void run(Path binaries, String program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(program + " failed");
        }
    }
}
