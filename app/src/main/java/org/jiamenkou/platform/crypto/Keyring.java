package org.jiamenkou.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The keys of this installation, in a file beside the data folder's database and never inside it: one line per version,
 * {@code version:hex}. The newest version writes, every version reads, so that keys can be rotated.
 */
public final class Keyring {
    private static final int KEY_BYTES = 32;

    private final SortedMap<Integer, byte[]> keys;

    private Keyring(SortedMap<Integer, byte[]> keys) {
        this.keys = keys;
    }

    /** Opens the file, or makes it with one fresh key, readable by its owner only. */
    public static Keyring open(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            SortedMap<Integer, byte[]> keys = new TreeMap<>();
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    int colon = line.indexOf(':');
                    keys.put(
                            Integer.parseInt(line.substring(0, colon)),
                            HexFormat.of().parseHex(line.substring(colon + 1)));
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("the keyring " + file + " is empty; restore it from its backup");
            }
            return new Keyring(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the keyring " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                fresh,
                "1:" + HexFormat.of().formatHex(key) + "\n",
                StandardCharsets.US_ASCII,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.SYNC);
        Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    public int newestVersion() {
        return keys.lastKey();
    }

    /** A key for one purpose, derived from the master key of this version with HMAC-SM3. */
    byte[] key(int version, String purpose) {
        byte[] master = keys.get(version);
        if (master == null) {
            throw new IllegalStateException("the keyring has no key version " + version);
        }
        return Sm3.hmac(master, purpose.getBytes(StandardCharsets.UTF_8));
    }
}
