package org.jiamenkou.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation, in a file beside the data folder's database and never inside it: one line per version,
 * {@code version:hex[:state[:since]]}. The newest version that is not {@code next} writes; every version reads.
 *
 * <p>The file is looked at again every second and whenever a version is not known, so that a running node takes up a
 * new key without a restart.
 */
public final class Keyring {
    private static final int KEY_BYTES = 32;
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    /** What a version is used for. */
    public enum State {
        /** Writes when it is the newest; otherwise values and indexes made with it are still being moved. */
        IN_USE,
        /** Reads, but does not write yet: the other machines are given the file first. */
        NEXT,
        /** Nothing in the database was made with it any more; kept for what may still be on its way. */
        RETIRED
    }

    /** A version as {@code ./jmk keys list} shows it. @param since the day it was made, null for the first ones */
    public record Version(int number, State state, @Nullable LocalDate since) {}

    private record Key(byte[] master, Version version) {}

    private record Loaded(SortedMap<Integer, Key> keys, Object stamp, long lookedAt) {}

    private final Path file;
    private volatile Loaded loaded;

    private Keyring(Path file) throws IOException {
        this.file = file;
        this.loaded = load(file);
    }

    /** Opens the file, or makes it with one fresh key, readable by its owner only. */
    public static Keyring open(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                TreeMap<Integer, Key> first = new TreeMap<>();
                first.put(1, new Key(fresh(), new Version(1, State.IN_USE, null)));
                write(file, first);
            }
            return new Keyring(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the keyring " + file, e);
        }
    }

    /** The version that encrypts. */
    public int newestVersion() {
        return newest(current().keys());
    }

    private static int newest(SortedMap<Integer, Key> keys) {
        return keys.values().stream()
                .map(Key::version)
                .filter(version -> version.state() == State.IN_USE)
                .mapToInt(Version::number)
                .max()
                .orElseThrow();
    }

    /** The versions blind indexes in the database may have been made with, the newest first. */
    List<Integer> versionsInUse() {
        return current().keys().values().stream()
                .map(Key::version)
                .filter(version -> version.state() != State.RETIRED)
                .map(Version::number)
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    public List<Version> listVersions() {
        return current().keys().values().stream().map(Key::version).toList();
    }

    /** Whether a version older than the newest one is still in use: a rotation that has not ended. */
    boolean isRotating() {
        SortedMap<Integer, Key> keys = current().keys();
        return keys.headMap(newest(keys)).values().stream()
                .anyMatch(key -> key.version().state() == State.IN_USE);
    }

    /** Adds a version that does not write yet. Asked for twice, there is still one. */
    public void prepare(LocalDate today) {
        change(keys -> {
            if (keys.values().stream().noneMatch(key -> key.version().state() == State.NEXT)) {
                int number = keys.lastKey() + 1;
                keys.put(number, new Key(fresh(), new Version(number, State.NEXT, today)));
            }
            return keys;
        });
    }

    /** Lets the prepared version write. */
    void promote() {
        restate(version ->
                version.state() == State.NEXT ? new Version(version.number(), State.IN_USE, version.since()) : version);
    }

    /** Says that nothing was left behind by the versions before the newest one. */
    void retireOlder() {
        int newest = newestVersion();
        restate(version ->
                version.number() < newest ? new Version(version.number(), State.RETIRED, version.since()) : version);
    }

    private void restate(UnaryOperator<Version> change) {
        change(keys -> {
            keys.replaceAll((number, key) -> new Key(key.master(), change.apply(key.version())));
            return keys;
        });
    }

    /** A key for one purpose, derived from the master key of this version with HMAC-SM3. */
    byte[] key(int version, String purpose) {
        Key key = current().keys().get(version);
        if (key == null) {
            key = reloaded().keys().get(version);
        }
        if (key == null) {
            throw new IllegalStateException("the keyring has no key version " + version);
        }
        return Sm3.hmac(key.master(), purpose.getBytes(StandardCharsets.UTF_8));
    }

    private Loaded current() {
        Loaded now = loaded;
        return System.nanoTime() - now.lookedAt() < LOOK_AGAIN_NANOS ? now : reloaded();
    }

    /** A file that is away for a moment must not take a running node's keys away. */
    private synchronized Loaded reloaded() {
        try {
            Loaded now = loaded;
            loaded = stamp(file).equals(now.stamp())
                    ? new Loaded(now.keys(), now.stamp(), System.nanoTime())
                    : load(file);
        } catch (IOException | IllegalStateException away) {
            loaded = new Loaded(loaded.keys(), "unreadable", System.nanoTime());
        }
        return loaded;
    }

    private synchronized void change(UnaryOperator<TreeMap<Integer, Key>> edit) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            write(file, edit.apply(new TreeMap<>(load(file).keys())));
            loaded = load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot change the keyring " + file, e);
        }
    }

    private static Object stamp(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey()));
    }

    private static Loaded load(Path file) throws IOException {
        Object stamp = stamp(file);
        SortedMap<Integer, Key> keys = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                String[] parts = line.strip().split(":");
                int number = Integer.parseInt(parts[0]);
                State state = parts.length > 2 ? State.valueOf(parts[2].toUpperCase(Locale.ROOT)) : State.IN_USE;
                LocalDate since = parts.length > 3 ? LocalDate.parse(parts[3]) : null;
                keys.put(number, new Key(HexFormat.of().parseHex(parts[1]), new Version(number, state, since)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalStateException("the keyring " + file + " is empty; restore it from its backup");
        }
        return new Loaded(keys, stamp, System.nanoTime());
    }

    private static byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    private static void write(Path file, SortedMap<Integer, Key> keys) throws IOException {
        StringBuilder text = new StringBuilder();
        keys.forEach((number, key) -> {
            Version version = key.version();
            text.append(number).append(':').append(HexFormat.of().formatHex(key.master()));
            if (version.state() != State.IN_USE || version.since() != null) {
                text.append(':').append(version.state().name().toLowerCase(Locale.ROOT));
            }
            if (version.since() != null) {
                text.append(':').append(version.since());
            }
            text.append('\n');
        });
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
