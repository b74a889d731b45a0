package org.jiamenkou.platform.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiamenkou.TestDatabase;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.crypto.Keyring;
import org.jiamenkou.platform.database.SystemScope;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups that went wrong and backups that were tampered with: each is refused in one line, and nothing is touched. */
class DamagedBackupTest {
    private static final Passphrase PASSPHRASE = new Passphrase("correct horse battery");

    @TempDir
    static Path temp;

    private static TestDatabase database;
    private static Path data;
    private static Path good;

    @BeforeAll
    static void write() throws IOException {
        database = TestDatabase.fresh();
        database.scoped().transaction(new SystemScope("test"), () -> {
            for (int i = 0; i < 200; i++) {
                database.sql()
                        .sql("insert into platform.idempotency_keys values ('test', ?, '/x', now())")
                        .param("key " + i)
                        .update();
            }
        });
        data = temp.resolve("data");
        Keyring.open(data.resolve("keys").resolve("keyring"));
        Files.writeString(data.resolve("keys").resolve("postgres.password"), "secret of the database");
        Files.createDirectories(data.resolve("files").resolve("ab"));
        Files.write(data.resolve("files").resolve("ab").resolve("photo"), new byte[5_000]);
        good = temp.resolve("good");
        backup(good, out -> out);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static Backup.Written backup(Path file, UnaryOperator<OutputStream> disk) {
        return new Backup(database.connections(), database.clock(), disk)
                .write(new Backup.Order(file, keysOf(file), data, PASSPHRASE, "test"));
    }

    private static Path keysOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".keys");
    }

    private static Restore.Order order(Path file, Path keys, Path into) {
        return new Restore.Order(file, keys, into, false, PASSPHRASE, null);
    }

    /** The key of the refusal; the folder must not have come into being. */
    private static String refusal(Path file, Path keys) {
        Path into = temp.resolve("never");
        CannotStartException refused = catchThrowableOfType(
                CannotStartException.class,
                () -> new Restore(database.clock(), TestDatabase.serverOptions()).restore(order(file, keys, into)));
        assertThat(refused).isNotNull();
        assertThat(into).doesNotExist();
        return refused.messageKey();
    }

    private static Path altered(byte[] content) throws IOException {
        Path file = temp.resolve("altered");
        Files.write(file, content);
        return file;
    }

    @Test
    void a_backup_cut_short_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        for (int length : List.of(0, 1, 100, whole.length / 3, whole.length / 2, whole.length - 65, whole.length - 1)) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThat(refusal(altered(cut), keysOf(good)))
                    .as("%s bytes", length)
                    .isEqualTo("start.restore.damaged");
        }
    }

    @Test
    void one_flipped_bit_anywhere_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(good);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            int at = i < 100 ? whole.length - 1 - i : random.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(refusal(altered(flipped), keysOf(good)))
                    .as("byte %s", at)
                    .isEqualTo("start.restore.damaged");
        }
    }

    @Test
    void a_backup_somebody_else_wrote_anew_does_not_fit_the_keys() throws IOException {
        Path forged = temp.resolve("forged");
        try (BackupReader original = BackupReader.open(good);
                OutputStream out = Files.newOutputStream(forged)) {
            BackupWriter writer = new BackupWriter(out);
            for (Manifest.Table table : original.manifest().tables()) {
                writer.entry(table.entry(), original.bytes(table.entry()));
            }
            for (Manifest.StoredFile file : original.manifest().files()) {
                writer.entry(file.entry(), original.bytes(file.entry()));
            }
            String manifest = new String(original.manifestBytes()).replace("\"rows\" : 200", "\"rows\" : 201");
            assertThat(manifest).contains("201");
            writer.entry(Manifest.ENTRY, manifest.getBytes());
            writer.entry(Manifest.MAC_ENTRY, original.bytes(Manifest.MAC_ENTRY));
            writer.finish();
        }
        assertThat(refusal(forged, keysOf(good))).isEqualTo("start.restore.otherKeys");
    }

    @Test
    void other_keys_another_passphrase_and_an_altered_keys_file_are_refused() throws IOException {
        Path other = temp.resolve("other");
        backup(other, out -> out);
        assertThat(refusal(good, keysOf(other))).isEqualTo("start.restore.otherKeys");
        assertThat(refusal(good, good)).isEqualTo("start.restore.noKeysFile");
        assertThat(refusal(good, temp.resolve("nowhere"))).isEqualTo("start.restore.noFile");
        assertThat(refusal(temp.resolve("nowhere"), keysOf(good))).isEqualTo("start.restore.noFile");
        byte[] keys = Files.readAllBytes(keysOf(good));
        keys[keys.length - 5] ^= 4;
        assertThat(refusal(good, altered(keys))).isEqualTo("start.restore.wrongPassphrase");
        CannotStartException wrong = catchThrowableOfType(
                CannotStartException.class, () -> KeysFile.open(keysOf(good), new Passphrase("wrong horse battery")));
        assertThat(wrong.messageKey()).isEqualTo("start.restore.wrongPassphrase");
    }

    @Test
    void the_backup_holds_no_key_and_only_its_owner_reads_it_and_the_keys() throws IOException {
        String keyring = Files.readString(data.resolve("keys").resolve("keyring"));
        try (BackupReader reader = BackupReader.open(good)) {
            for (Manifest.Table table : reader.manifest().tables()) {
                assertThat(new String(reader.bytes(table.entry()))).doesNotContain(keyring.substring(2, 40));
            }
        }
        assertThat(new String(Files.readAllBytes(keysOf(good)))).doesNotContain(keyring.substring(2, 40));
        KeysFile keys = KeysFile.open(keysOf(good), PASSPHRASE);
        assertThat(keys.files()).containsOnlyKeys("keyring");
        assertThat(new String(keys.files().get("keyring"))).isEqualTo(keyring);
        for (Path file : List.of(good, keysOf(good))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_full_disk_is_told_and_leaves_no_half_file() throws IOException {
        long whole = Files.size(good);
        for (long room : List.of(0L, 50L, whole / 2, whole - 10)) {
            Path file = temp.resolve("full");
            CannotStartException refused = catchThrowableOfType(
                    CannotStartException.class, () -> backup(file, out -> new SmallDisk(out, room)));
            assertThat(refused.messageKey()).as("room for %s", room).isEqualTo("start.backup.failed");
            assertThat(refused.details().toString()).contains("No space left on device");
            try (Stream<Path> left = Files.list(temp)) {
                assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith("full")))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_file_that_is_there_stays_and_a_short_passphrase_is_refused() {
        assertThat(catchThrowableOfType(CannotStartException.class, () -> backup(good, out -> out))
                        .messageKey())
                .isEqualTo("start.backup.exists");
        assertThat(catchThrowableOfType(CannotStartException.class, () -> new Passphrase("12345"))
                        .messageKey())
                .isEqualTo("start.backup.shortPassphrase");
    }

    /** On a real small disk, where this machine lets a test make one. */
    @Test
    void a_restore_onto_a_disk_that_runs_full_leaves_the_folder_empty() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=30m", "none", disk.toString()));
        try {
            CannotStartException refused = catchThrowableOfType(
                    CannotStartException.class,
                    () -> new Restore(database.clock(), TestDatabase.serverOptions())
                            .restore(order(good, keysOf(good), disk)));
            assertThat(refused.getMessage()).contains("No space left on device");
            try (Stream<Path> left = Files.walk(disk)) {
                assertThat(left.filter(Files::isRegularFile)
                                .map(path -> path.getFileName().toString()))
                        .containsOnly("lock");
            }
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notHere) {
            return false;
        }
    }

    private static final class SmallDisk extends FilterOutputStream {
        private long room;

        SmallDisk(OutputStream out, long room) {
            super(out);
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            out.write(bytes, offset, length);
        }
    }
}
