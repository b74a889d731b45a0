package org.jiamenkou.platform.keeping;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.postgres.Connections;
import tools.jackson.databind.json.JsonMapper;

/**
 * One consistent snapshot of a node that runs: the database in one repeatable-read transaction, then the stored files,
 * then the manifest. The file appears under its name only when it is whole and on the disk.
 */
public final class Backup {
    private final Connections connections;
    private final Clock clock;
    private final UnaryOperator<OutputStream> disk;

    public Backup(Connections connections, Clock clock) {
        this(connections, clock, out -> out);
    }

    /** @param disk what stands between this program and the disk; a test lets it run full */
    Backup(Connections connections, Clock clock, UnaryOperator<OutputStream> disk) {
        this.connections = connections;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * What is asked for.
     *
     * @param file the backup
     * @param keys the file for the keys, which must be kept elsewhere
     * @param data the data folder of the node
     * @param passphrase protects the keys
     * @param program version of this program
     */
    public record Order(Path file, Path keys, Path data, Passphrase passphrase, String program) {}

    /** What was written. */
    public record Written(String id, int tables, long rows, int files, long bytes) {}

    /** @throws CannotStartException saying in one line what was in the way; no half file is left */
    public Written write(Order order) {
        for (Path file : List.of(order.file(), order.keys())) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw CannotStartException.notPossibleHere("start.backup.exists", file.toString());
            }
        }
        Path part = partOf(order.file());
        Path keysPart = partOf(order.keys());
        try {
            try {
                KeysFile keys = KeysFile.of(UUID.randomUUID().toString(), order.data());
                writeKeys(keysPart, keys.encrypted(order.passphrase()));
                Manifest manifest = writeBackup(order, part, keys);
                move(keysPart, order.keys());
                move(part, order.file());
                long rows = manifest.tables().stream()
                        .mapToLong(Manifest.Table::rows)
                        .sum();
                return new Written(
                        manifest.id(),
                        manifest.tables().size(),
                        rows,
                        manifest.files().size(),
                        Files.size(order.file()));
            } finally {
                Files.deleteIfExists(part);
                Files.deleteIfExists(keysPart);
            }
        } catch (IOException | SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CannotStartException.notPossibleHere(
                    "start.backup.failed", order.file().toString(), reason);
        }
    }

    private void writeKeys(Path part, byte[] keys) throws IOException {
        try (FileChannel channel = fresh(part)) {
            OutputStream out = disk.apply(Channels.newOutputStream(channel));
            out.write(keys);
            out.flush();
            channel.force(true);
        }
    }

    private Manifest writeBackup(Order order, Path part, KeysFile keys) throws IOException, SQLException {
        try (FileChannel channel = fresh(part)) {
            BackupWriter writer = new BackupWriter(disk.apply(Channels.newOutputStream(channel)));
            Manifest manifest = writeContents(order, writer, keys.backup());
            byte[] json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
            writer.entry(Manifest.ENTRY, json);
            writer.entry(Manifest.MAC_ENTRY, keys.mac(json));
            writer.finish();
            channel.force(true);
            return manifest;
        }
    }

    private Manifest writeContents(Order order, BackupWriter writer, String id) throws IOException, SQLException {
        try (Connection connection =
                DriverManager.getConnection(connections.url(), connections.ownerUser(), connections.ownerPassword())) {
            DatabaseContents contents = new DatabaseContents(connection);
            contents.begin();
            List<Manifest.Migration> migrations = contents.listMigrations();
            List<Manifest.Table> tables = new ArrayList<>();
            for (DatabaseContents.Source table : contents.listTables()) {
                Manifest.Table empty = new Manifest.Table(table.name(), table.columns(), 0, "");
                BackupWriter.Written<Long> written = writer.entry(empty.entry(), out -> contents.copy(table, out));
                tables.add(new Manifest.Table(table.name(), table.columns(), written.answer(), written.sm3()));
            }
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    id,
                    clock.instant(),
                    order.program(),
                    migrations,
                    tables,
                    contents.listPartitions(),
                    contents.listSequences(),
                    files(order.data().resolve("files"), writer));
            connection.rollback();
            return manifest;
        }
    }

    /** After the rows: a file is stored before the row that names it. One deleted meanwhile is left out. */
    private static List<Manifest.StoredFile> files(Path folder, BackupWriter writer) throws IOException {
        List<Manifest.StoredFile> stored = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return stored;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        for (Path file : all) {
            String path = folder.relativize(file).toString();
            try (var in = Files.newInputStream(file)) {
                BackupWriter.Written<Long> written = writer.entry("files/" + path, in::transferTo);
                stored.add(new Manifest.StoredFile(path, written.bytes(), written.sm3()));
            } catch (NoSuchFileException deleted) {
                // see above
            }
        }
        return stored;
    }

    private static Path partOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    /** Both files hold personal data or keys: their owner alone reads them. */
    private static FileChannel fresh(Path part) throws IOException {
        Files.deleteIfExists(part);
        return FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static void move(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel folder =
                FileChannel.open(file.toAbsolutePath().resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
