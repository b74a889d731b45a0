package org.jiamenkou.platform.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jiamenkou.platform.CannotStartException;
import org.jiamenkou.platform.Settings;
import org.jiamenkou.platform.database.Migrations;
import org.jiamenkou.platform.postgres.Connections;
import org.jiamenkou.platform.postgres.DataLock;
import org.jiamenkou.platform.postgres.Options;
import org.jiamenkou.platform.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * A backup becomes a data folder again. The file, its keys and its migrations are checked before anything is written; the
 * new content is built in {@code restore.part} inside the folder and takes its place when it is complete, so a restore
 * that was killed leaves what was there. Then the schema is brought up to this program's.
 */
public final class Restore {
    /** While it is in a data folder, a restore into it has not ended. */
    public static final String UNFINISHED = "restore.part";

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String CLUSTER = "postgres";

    private final Clock clock;
    private final Options options;

    public Restore(Clock clock, Options options) {
        this.clock = clock;
        this.options = options;
    }

    /**
     * What is asked for.
     *
     * @param data the folder to fill
     * @param replace whether a folder with content may be filled; what was in it is kept aside
     * @param external the empty database to fill, null for an embedded one
     */
    public record Order(
            Path file,
            Path keys,
            Path data,
            boolean replace,
            Passphrase passphrase,
            Settings.@Nullable ExternalDatabase external) {}

    /** What was restored. @param aside where the former content of the folder is, null when there was none */
    public record Restored(
            Instant at,
            int tables,
            long rows,
            int files,
            @Nullable Path aside) {}

    /** @throws CannotStartException saying in one line what was in the way */
    public Restored restore(Order order) {
        try (BackupReader backup = BackupReader.open(order.file())) {
            KeysFile keys = KeysFile.open(order.keys(), order.passphrase());
            check(order, backup, keys);
            List<Path> former = content(order.data());
            if (!former.isEmpty() && !order.replace()) {
                throw CannotStartException.notPossibleHere(
                        "start.restore.notEmpty", order.data().toString());
            }
            Path aside;
            try (DataLock held = DataLock.take(order.data())) {
                Path part = order.data().resolve(UNFINISHED);
                deleteTree(part);
                Files.createDirectory(part);
                try {
                    build(order, backup, keys);
                } catch (IOException | SQLException | RuntimeException failed) {
                    deleteTree(part);
                    throw failed;
                }
                aside = takeOver(order.data(), former);
            }
            Manifest manifest = backup.manifest();
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            return new Restored(
                    manifest.at(),
                    manifest.tables().size(),
                    rows,
                    manifest.files().size(),
                    aside);
        } catch (IOException | SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw CannotStartException.notPossibleHere(
                    "start.restore.failed", order.data().toString(), reason);
        }
    }

    private static void check(Order order, BackupReader backup, KeysFile keys) throws IOException {
        Manifest manifest = backup.manifest();
        if (!keys.backup().equals(manifest.id())
                || !MessageDigest.isEqual(backup.bytes(Manifest.MAC_ENTRY), keys.mac(backup.manifestBytes()))) {
            throw CannotStartException.notPossibleHere(
                    "start.restore.otherKeys",
                    order.keys().toString(),
                    order.file().toString());
        }
        backup.verifyEntries();
        Set<String> unknown = new TreeSet<>(scripts(manifest));
        unknown.removeAll(Migrations.shipped());
        if (!unknown.isEmpty()) {
            throw CannotStartException.notPossibleHere(
                    "start.restore.newerProgram",
                    manifest.program(),
                    unknown.iterator().next());
        }
    }

    private static Set<String> scripts(Manifest manifest) {
        return new TreeSet<>(
                manifest.migrations().stream().map(Manifest.Migration::script).toList());
    }

    /** What is in the folder apart from what a node that is not running, or an earlier restore, left lying. */
    private static List<Path> content(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        Set<String> nothing = Set.of(UNFINISHED, "lock", "state");
        try (Stream<Path> list = Files.list(data)) {
            return list.filter(path -> !nothing.contains(String.valueOf(path.getFileName())))
                    .filter(path -> !isEmptyFolder(path))
                    .toList();
        }
    }

    private static boolean isEmptyFolder(Path path) {
        try (Stream<Path> list = Files.list(path)) {
            return list.findAny().isEmpty();
        } catch (IOException noFolder) {
            return false;
        }
    }

    private void build(Order order, BackupReader backup, KeysFile keys) throws IOException, SQLException {
        Path part = order.data().toRealPath().resolve(UNFINISHED);
        writeKeys(part.resolve("keys"), keys.files());
        for (Manifest.StoredFile stored : backup.manifest().files()) {
            Path target = part.resolve("files").resolve(stored.path()).normalize();
            if (!target.startsWith(part.resolve("files"))) {
                throw new IOException("the backup points outside its folder: " + stored.path());
            }
            Files.createDirectories(target.resolveSibling("."));
            try (InputStream in = backup.stream(stored.entry())) {
                Files.copy(in, target);
            }
        }
        if (order.external() != null) {
            fill(Connections.to(order.external()), backup);
            return;
        }
        try (PostgresServer server = PostgresServer.start(part, options)) {
            fill(server.connections(), backup);
        }
        Files.deleteIfExists(part.resolve("lock"));
        Files.deleteIfExists(part.resolve("state"));
    }

    private static void fill(Connections connections, BackupReader backup) throws SQLException, IOException {
        if (!Migrations.listApplied(connections).isEmpty()) {
            throw CannotStartException.notPossibleHere("start.restore.databaseNotEmpty", connections.url());
        }
        Manifest manifest = backup.manifest();
        Migrations.migrateOnly(connections, scripts(manifest));
        Map<String, Integer> now = Migrations.listApplied(connections);
        for (Manifest.Migration then : manifest.migrations()) {
            if (then.checksum() != null && !then.checksum().equals(now.get(then.script()))) {
                throw CannotStartException.notPossibleHere("start.restore.changedMigration", then.script());
            }
        }
        new Loading(backup).into(connections);
        Migrations.migrate(connections);
    }

    private static void writeKeys(Path folder, Map<String, byte[]> files) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (Map.Entry<String, byte[]> one : new TreeMap<>(files).entrySet()) {
            Path file = folder.resolve(one.getKey()).normalize();
            if (!folder.equals(file.getParent())) {
                throw new IOException("the keys point outside their folder: " + one.getKey());
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, one.getValue(), StandardOpenOption.SYNC);
        }
    }

    /** Former content goes aside, new content to its place, the database last. */
    private @Nullable Path takeOver(Path data, List<Path> former) throws IOException {
        Path aside = null;
        if (!former.isEmpty()) {
            aside = data.resolve("before-" + LocalDateTime.now(clock).format(STAMP));
            Files.createDirectory(aside);
            for (Path path : former) {
                Files.move(path, aside.resolve(path.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Path part = data.resolve(UNFINISHED);
        List<Path> fresh;
        try (Stream<Path> list = Files.list(part)) {
            fresh = list.sorted(Comparator.comparing(
                            path -> String.valueOf(path.getFileName()).equals(CLUSTER)))
                    .toList();
        }
        for (Path path : fresh) {
            Path target = data.resolve(path.getFileName());
            if (isEmptyFolder(target)) {
                Files.delete(target);
            }
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(part);
        return aside;
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> walk = Files.walk(tree)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
