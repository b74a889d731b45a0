package org.jiamenkou.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jiamenkou.platform.CannotStartException;

/** The layout of the data folder: where each file stands, and how small ones are written so that a power cut spares them. */
record DataFolder(Path root) {
    private static final int PASSWORD_BYTES = 24;

    /** Makes the folder when it is missing. */
    static DataFolder open(Path dir) {
        try {
            Files.createDirectories(dir);
            Path root = dir.toRealPath();
            if (!Files.isDirectory(root) || !Files.isWritable(root)) {
                throw CannotStartException.notPossibleHere("start.data.unwritable", dir.toString());
            }
            Path keys = root.resolve("keys");
            if (!Files.isDirectory(keys)) {
                Files.createDirectory(
                        keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new DataFolder(root);
        } catch (IOException e) {
            throw CannotStartException.notPossibleHere("start.data.unwritable", dir.toString());
        }
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Who runs on this folder, for the launcher and for a second start: see {@link DataLock}. */
    Path state() {
        return root.resolve("state");
    }

    private Path portFile() {
        return root.resolve("port");
    }

    Path passwordFile(String role) {
        return root.resolve("keys").resolve(role + ".password");
    }

    OptionalInt keptPort() {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(portFile()).strip()));
        } catch (IOException | NumberFormatException none) {
            return OptionalInt.empty();
        }
    }

    void keepPort(int port) {
        write(portFile(), port + "\n", "rw-r--r--");
    }

    /** The password of a role, made at random when it is first asked for. */
    String password(String role) {
        Path file = passwordFile(role);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(random);
                write(file, HexFormat.of().formatHex(random) + "\n", "rw-------");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Writes a small file whole or not at all, also when the machine loses power in between. */
    static void write(Path file, String text, String permissions) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
            Files.writeString(
                    fresh, text, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** A rename is on disk only when the folder that holds the name is. */
    static void syncFolder(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> walk = Files.walk(tree)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
